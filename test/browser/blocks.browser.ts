import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS } from '../../src/playground/workspace.js';
import { listen } from '../playground/stub-app.js';
import { CHROMIUM, expectAccessible, openPage, useBrowser } from './browser.js';

const channel = CHANNELS[0]?.id ?? '';

function plain(text: string) {
  return { type: 'plain_text', text };
}

function option(text: string) {
  return { text: plain(text), value: text };
}

const WRITING = [
  '*bold* _italic_ ~struck~ `code` :warning: <https://x.org/a?b=1&amp;c=2|a link> <javascript:alert(1)|no link>',
  'snake_case and 2*3*4 stay; &lt;b&gt; is text; <@U0ANNA001> <#C0GENERAL1> <!here>',
  '&gt; quoted',
  '• one',
  '• *two*',
  '```',
  'pre *formatted*',
  '```',
].join('\n');

const MARKDOWN = [
  '## Title',
  'With **bold**, *italic*, ~~struck~~, `code` and a [link](https://x.org/).',
  '- one',
  '- two',
  '',
  '1. first',
  '2. second',
  '> quoted',
].join('\n');

const BLOCKS = [
  { type: 'header', text: plain('A header') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: WRITING },
    accessory: { type: 'overflow', action_id: 'more', options: [option('Copy'), option('Share')] },
  },
  { type: 'section', fields: ['*Left*\n1', '*Right*\n2'].map((text) => ({ type: 'mrkdwn', text })) },
  { type: 'divider' },
  { type: 'markdown', text: MARKDOWN },
  { type: 'alert', level: 'warning', text: plain('Mind the gap') },
  { type: 'image', image_url: 'https://x.org/a.png', alt_text: 'A leg' },
  {
    type: 'table',
    rows: [
      ['Tool', 'Edge'],
      ['Steel', 'Bevelled'],
    ].map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'rich and bold', style: { bold: true } }] },
    ],
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'go', style: 'primary', text: plain('Go'), value: '1' },
      {
        type: 'button',
        action_id: 'drop',
        style: 'danger',
        text: plain('Drop'),
        confirm: { title: plain('Sure?'), text: plain('It is gone then.'), confirm: plain('Yes'), deny: plain('No') },
      },
      { type: 'button', action_id: 'silent', text: plain('Nobody listens') },
      { type: 'button', action_id: 'site', text: plain('Site'), url: 'https://x.org/' },
      { type: 'static_select', action_id: 'pick', placeholder: plain('Pick one'), options: [option('a'), option('b')] },
      { type: 'datepicker', action_id: 'day' },
    ],
  },
  { type: 'task_card', task_id: '1', title: 'Look it up', status: 'complete' },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'small _print_' }] },
];

describe.skipIf(!CHROMIUM)('Block Kit on the page', () => {
  const browser = useBrowser();

  /** The page with one message of all blocks, and what was pressed on it. */
  async function open(options = {}): Promise<{ page: Page; pressed: string[] }> {
    const slack = createMemorySlack({ ackWait: 100 });
    const app = listen(slack);
    const pressed: string[] = [];
    app.action(/^(?!silent)/, async ({ ack, action }) => {
      await ack();
      const { action_id, selected_option } = action as { action_id: string; selected_option?: { value: string } };
      pressed.push([action_id, selected_option?.value].filter(Boolean).join(' '));
    });
    await app.client.chat.postMessage({ channel, text: 'All blocks', blocks: BLOCKS as never });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return { page: await openPage(browser(), url, options), pressed };
  }

  it('writes mrkdwn as Slack does, and opens no address but web and mail', async () => {
    const { page } = await open();
    const section = page.locator('.section-text').first();
    const shown = await section.evaluate((it) =>
      [...it.querySelectorAll('strong, em, s, code, pre, blockquote, li, a, .mention')].map(
        (part) => `${part.tagName.toLowerCase()} ${part.textContent}`,
      ),
    );
    expect(shown).toEqual([
      'strong bold',
      'em italic',
      's struck',
      'code code',
      'a a link',
      'span @Anna Berg',
      'span #general',
      'span @here',
      'blockquote quoted',
      'li one',
      'li two',
      'strong two',
      'pre pre *formatted*',
    ]);
    expect(await section.locator('a').getAttribute('href')).toBe('https://x.org/a?b=1&c=2');
    expect(await section.textContent()).toContain('snake_case and 2*3*4 stay; <b> is text;');
  });

  it('names what it cannot draw', async () => {
    const { page } = await open();
    await page.getByText('Block of type “task_card”').waitFor();
    await page.getByText('element: datepicker').waitFor();
  });

  it('presses, picks and confirms; what nobody acknowledges is marked as in Slack', async () => {
    const { page, pressed } = await open();
    await page.getByRole('button', { name: 'Go' }).click();
    await page.getByRole('combobox').selectOption('b');
    await page.getByLabel('More actions').click();
    await page.getByRole('button', { name: 'Share' }).click();
    for (const answer of ['No', 'Yes']) {
      await page.getByRole('button', { name: 'Drop' }).click();
      await page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click();
    }
    await expect.poll(() => pressed).toEqual(['go', 'pick b', 'more Share', 'drop']);
    await page.getByRole('button', { name: 'Nobody listens' }).click();
    await page.getByRole('status').getByText('did not acknowledge').waitFor();
  });

  it.each(['light', 'dark'] as const)('axe finds nothing wrong in %s', async (colorScheme) => {
    const { page } = await open({ colorScheme, bypassCSP: true, viewport: { width: 1280, height: 1400 } });
    await expectAccessible(page);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/blocks-${colorScheme}.png` });
  });
});
