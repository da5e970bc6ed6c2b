import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { listen } from '../playground/stub-app.js';
import { CHROMIUM, expectAccessible, openPage, useBrowser } from './browser.js';

const [channel, anna] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? ''];

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
  '- [x] washed ***well***',
  '  - [ ] __dried__',
  '| Tool | Edge |',
  '| --- | :-: |',
  '| Steel | *bevelled* ![photo](https://x.org/a.png) |',
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
    ],
  },
  { type: 'data_visualization', title: 'Votes', chart: { type: 'pie', segments: [{ label: 'up', value: 1 }] } },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'small _print_' }] },
];

describe.skipIf(!CHROMIUM)('Block Kit on the page', () => {
  const browser = useBrowser();

  /** The page with one message of all blocks, and what was pressed on it. */
  async function open(options = {}, blocks: object[] = BLOCKS) {
    const slack = createMemorySlack({ ackWait: 100 });
    const app = listen(slack);
    const pressed: string[] = [];
    app.action(/^(?!silent)/, async ({ ack, action }) => {
      await ack();
      const { action_id, selected_option } = action as { action_id: string; selected_option?: { value: string } };
      pressed.push([action_id, selected_option?.value].filter(Boolean).join(' '));
    });
    await app.client.chat.postMessage({ channel, text: 'All blocks', blocks: blocks as never });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return { page: await openPage(browser(), url, options), pressed, slack };
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
      'strong two',
      'pre pre *formatted*',
    ]);
    expect(await section.locator('a').getAttribute('href')).toBe('https://x.org/a?b=1&c=2');
    expect(await section.textContent()).toContain('snake_case and 2*3*4 stay; <b> is text;');
    // mrkdwn knows no lists: a bullet is a letter of its line.
    expect(await section.innerText()).toContain('• one\n• two');
  });

  it('writes the markdown block as Slack does, with tables, tasks and lists within lists', async () => {
    const { page } = await open();
    const shown = await page
      .locator('.block-markdown')
      .evaluate((it) =>
        [...it.querySelectorAll('.heading, li, th, td, a')].map(
          (part) => `${part.tagName} ${part.className} ${part.textContent}`,
        ),
      );
    expect(shown).toEqual([
      'P heading Title',
      'A  link',
      'LI depth-0 one',
      'LI depth-0 two',
      'LI depth-0 first',
      'LI depth-0 second',
      'LI depth-0 task ☑ washed well',
      'LI depth-1 task ☐ dried',
      'TH  Tool',
      'TH  Edge',
      'TD  Steel',
      'TD  bevelled photo',
      'A  photo',
    ]);
    expect(await page.locator('.block-markdown img').count()).toBe(0);
  });

  it('draws a message that was passed on, and names attachments that it cannot draw', async () => {
    const { page, slack } = await open();
    const [{ ts = '' } = {}] = slack.messages(channel, anna);
    await slack.say({ channel, user: anna, text: 'look', share: { channel, ts } });
    const post = page.getByRole('article', { name: /^Anna/ });
    await post.getByText('Posted in #general').waitFor();
    await post.getByRole('blockquote').getByText('A header').waitFor();
  });

  it('cuts a long label where Slack does, and has the whole of it for ears and pointers', async () => {
    const label = 'What is the difference between gua sha and IASTM, and does it matter?';
    const { page } = await open({}, [
      { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain(label) }] },
    ]);
    const button = page.getByRole('button', { name: label });
    const [cut, title] = await button.evaluate((it) => {
      const words = it.querySelector('.cut');
      return [(words?.scrollWidth ?? 0) > (words?.clientWidth ?? 0), it.getAttribute('title')];
    });
    expect([cut, title]).toEqual([true, label]);
  });

  it('folds a long section of a message, unless the app asks otherwise', async () => {
    const long = Array.from({ length: 8 }, (_, at) => `line ${at}`).join('\n');
    const section = (text: string, more = {}) => ({ type: 'section', text: { type: 'mrkdwn', text }, ...more });
    const { page } = await open({ bypassCSP: true }, [
      section('short'),
      section(long),
      section(long, { expand: true }),
    ]);
    const texts = page.locator('.section-text > div');
    const cut = () => texts.evaluateAll((all) => all.map((it) => it.scrollHeight > it.clientHeight + 1));
    const more = page.getByRole('button', { name: 'See more' });
    await more.waitFor();
    expect(await cut()).toEqual([false, true, false]);
    await expectAccessible(page);
    await more.press('Enter');
    expect(await cut()).toEqual([false, false, false]);
    expect(await more.count()).toBe(0);
    expect(await texts.nth(1).evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('names what it cannot draw, block or element, and leads to where Slack draws it', async () => {
    const chart = { type: 'data_visualization', title: 'Votes', chart: { type: 'pie', segments: [] } };
    const workflow = { trigger: { url: 'https://slack.com/shortcuts/Ft1/x' } };
    const start = { type: 'workflow_button', action_id: 'start', text: plain('Start'), workflow };
    const { page } = await open({}, [chart, { type: 'actions', elements: [start] }]);
    for (const [what, drawn] of [
      ['a “data_visualization” block', chart],
      ['a “workflow_button” element', { type: 'actions', elements: [start] }],
    ] as const) {
      const link = page.getByText(`Slack draws ${what} here; this page does not.`).getByRole('link');
      const [address, blocks = ''] = ((await link.getAttribute('href')) ?? '').split('#');
      expect(address).toBe('https://app.slack.com/block-kit-builder/');
      expect(JSON.parse(decodeURIComponent(blocks))).toMatchObject({ blocks: [drawn] });
    }
  });

  it('presses, picks and confirms; what nobody acknowledges is marked as in Slack', async () => {
    const { page, pressed } = await open();
    await page.getByRole('button', { name: 'Go' }).click();
    await page.getByRole('combobox').selectOption('b');
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('menuitem', { name: 'Share' }).click();
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
