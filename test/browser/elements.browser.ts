import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS } from '../../src/playground/workspace.js';
import { input, modal, option, plain } from '../playground/form.js';
import { listen } from '../playground/stub-app.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

const channel = CHANNELS[0]?.id ?? '';

const cells = (...texts: string[]) => texts.map((text) => ({ type: 'raw_text', text }));
const button = (action_id: string) => ({ type: 'button', action_id, text: plain(`Press ${action_id}`), value: '1' });
const picture = { type: 'image', image_url: 'https://x.org/a.png', alt_text: 'A leg' };
const card = (title: string) => ({
  type: 'card',
  icon: picture,
  title: { type: 'mrkdwn', text: `*${title}*` },
  subtitle: plain('with care'),
  body: plain('Short and plain.'),
  actions: [button(title)],
});
const text = (words: string, style = {}) => ({ type: 'text', text: words, style });
const list = (indent: number, ...items: string[]) => ({
  type: 'rich_text_list',
  style: indent > 0 ? 'bullet' : 'ordered',
  indent,
  offset: indent > 0 ? 0 : 2,
  elements: items.map((item) => ({ type: 'rich_text_section', elements: [text(item)] })),
});

const BLOCKS = [
  card('one'),
  { type: 'carousel', elements: ['two', 'three', 'four'].map(card) },
  {
    type: 'container',
    title: plain('More of it'),
    subtitle: plain('shut at first'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'actions', elements: [button('inside')] }],
  },
  {
    type: 'data_table',
    caption: 'Votes',
    page_size: 2,
    rows: [cells('Entry', 'Up'), ...['bruising', 'pain', 'pressure'].map((entry) => cells(entry, '1'))],
  },
  {
    type: 'plan',
    title: 'Look it up',
    tasks: [
      { type: 'task_card', task_id: '1', title: 'Read the FAQ', status: 'complete' },
      { type: 'task_card', task_id: '2', title: 'Ask a lead', status: 'pending' },
    ],
  },
  {
    type: 'video',
    video_url: 'https://x.org/v',
    title_url: 'https://x.org/t',
    thumbnail_url: 'https://x.org/a.png',
    title: plain('How to hold it'),
    alt_text: 'A hand with a tool',
  },
  {
    type: 'rich_text',
    elements: [
      list(0, 'third', 'fourth'),
      list(1, 'within'),
      { type: 'rich_text_quote', elements: [text('quoted')] },
      { type: 'rich_text_preformatted', elements: [text('one\n  two')] },
      {
        type: 'rich_text_section',
        elements: [text('under', { underline: true }), { type: 'color', value: '#F405B3' }],
      },
    ],
  },
  {
    type: 'actions',
    elements: [
      { type: 'datepicker', action_id: 'day', placeholder: plain('Which day') },
      { type: 'timepicker', action_id: 'hour', initial_time: '08:30' },
    ],
  },
];
const FORM = [
  input('name', { type: 'plain_text_input', action_id: 'x' }, { label: plain('Name'), optional: true }),
  input('day', { type: 'datepicker', action_id: 'x', focus_on_load: true }, { label: plain('Day') }),
  input('at', { type: 'datetimepicker', action_id: 'x' }, { label: plain('At'), optional: true }),
  input('mail', { type: 'email_text_input', action_id: 'x' }, { label: plain('Mail') }),
  input('figure', { type: 'number_input', action_id: 'x', is_decimal_allowed: false }, { label: plain('Figure') }),
  input('page', { type: 'url_text_input', action_id: 'x' }, { label: plain('Page'), optional: true }),
  input('words', { type: 'rich_text_input', action_id: 'x' }, { label: plain('Words'), optional: true }),
  input('where', { type: 'channels_select', action_id: 'x' }, { label: plain('Where'), optional: true }),
  input(
    'topic',
    { type: 'static_select', action_id: 'x', options: [option('a')] },
    { label: plain('T'), optional: true },
  ),
  input('photo', { type: 'file_input', action_id: 'x' }, { label: plain('Photo'), optional: true }),
];

describe.skipIf(!CHROMIUM)('cards, tables and pickers on the page', () => {
  const browser = useBrowser();

  async function open(options: BrowserContextOptions = {}) {
    const slack = createMemorySlack({ shortcuts: [{ callback_id: 'ask', type: 'global', name: 'Fill in' }] });
    const app = listen(slack);
    const told: unknown[] = [];
    const heard: unknown[] = [];
    app.shortcut('ask', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal(FORM) });
    });
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      const { action_id, value, selected_date, selected_time } = action as unknown as Record<string, string>;
      heard.push([action_id, value ?? selected_date ?? selected_time]);
    });
    app.view('ask', async ({ ack, view }) => {
      told.push(view.state.values);
      await ack();
    });
    await app.client.chat.postMessage({ channel, text: 'All of it', blocks: BLOCKS as never });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return { page: await openPage(browser(), url, { bypassCSP: true, ...options }), told, heard };
  }

  it('are drawn, pressed and leafed through; what is shut opens', async () => {
    const { page, heard } = await open();
    const post = page.getByRole('article', { name: /^IASTM FAQ/ });
    await post.getByRole('button', { name: 'Press one' }).click();
    await post.getByRole('group', { name: 'Cards' }).getByRole('button', { name: 'Press four' }).press('Enter');
    expect(await post.getByRole('button', { name: 'Press inside' }).count()).toBe(0);
    await post.getByText('More of it').click();
    await post.getByRole('button', { name: 'Press inside' }).click();
    await post.getByLabel('Which day').fill('2026-11-26');
    await post.getByLabel('Time').fill('09:15');
    await expect
      .poll(() => heard)
      .toEqual([
        ['one', '1'],
        ['four', '1'],
        ['inside', '1'],
        ['day', '2026-11-26'],
        ['hour', '09:15'],
      ]);
    const table = post.getByRole('table', { name: 'Votes' });
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['bruising', 'pain']);
    await post.getByRole('button', { name: 'Next' }).press('Enter');
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['pressure']);
    await post.getByText('Page 2 of 2').waitFor();
    expect(await post.getByRole('img', { name: 'Done' }).count()).toBe(1);
    expect(await post.getByRole('link', { name: 'Video: A hand with a tool' }).getAttribute('href')).toBe(
      'https://x.org/v',
    );
    const shown = await post
      .locator('.block-rich_text')
      .evaluate((it) =>
        [...it.querySelectorAll('ol, ul, blockquote, pre, u, code')].map(
          (part) => `${part.tagName} ${part.getAttribute('start') ?? ''} ${part.textContent}`,
        ),
      );
    expect(shown).toEqual([
      'OL 3 thirdfourth',
      'UL  within',
      'BLOCKQUOTE  quoted',
      'PRE  one  two',
      'U  under',
      'CODE  #F405B3',
    ]);
  });

  it('a form begins where the app wants, says what is no date, address or number, and sends the rest', async () => {
    const { page, told } = await open({ timezoneId: 'Europe/Berlin' });
    await page.getByRole('button', { name: 'Shortcuts and files' }).click();
    await page.getByRole('menuitem', { name: 'Fill in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask' });
    const field = (name: string) => dialog.getByLabel(new RegExp(`^${name}( |$)`));
    await field('Day').waitFor();
    expect(await field('Day').evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await field('Day').getAttribute('aria-required')).toBe('true');
    const photo = dialog.getByText('Slack draws a “file_input” element here; this page does not.').getByRole('link');
    expect(decodeURIComponent((await photo.getAttribute('href')) ?? '')).toContain('"type":"input","label"');
    expect(await field('Where').getByRole('option').allTextContents()).toEqual(['Choose', '#general', '#clinic-floor']);
    await dialog.getByText('Mail', { exact: true }).click();
    await page.keyboard.type('anna');
    await field('Figure').fill('many');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Please complete this required field.').waitFor();
    await dialog.getByText('Please enter a valid email address.').waitFor();
    await dialog.getByText('Please enter a number.').waitFor();
    expect(await field('Day').getAttribute('aria-invalid')).toBe('true');
    await field('Day').fill('2026-11-26');
    await field('At').fill('2026-11-26T09:15');
    await field('Mail').fill('a@b.org');
    await field('Figure').fill('3');
    await field('Words').fill('plain');
    await page.reload();
    await dialog.waitFor();
    expect(await field('At').inputValue()).toBe('2026-11-26T09:15');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      day: { x: { selected_date: '2026-11-26' } },
      at: { x: { selected_date_time: Date.parse('2026-11-26T09:15:00+01:00') / 1000 } },
      mail: { x: { value: 'a@b.org' } },
      figure: { x: { value: '3' } },
      words: { x: { rich_text_value: { type: 'rich_text' } } },
    });
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `fit a %s in ${colorScheme}, and axe finds nothing wrong`,
      async (size, viewport) => {
        const { page } = await open({ colorScheme, viewport: { ...viewport, height: 2200 } });
        const shoot = async (name: string) => {
          await expectAccessible(page);
          const wide = () =>
            [...document.querySelectorAll('.log, .modal-body')].some((it) => it.scrollWidth > it.clientWidth + 1);
          expect(await page.evaluate(wide)).toBe(false);
          if (process.env.SCREENSHOTS)
            await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${size}-${colorScheme}.png` });
        };
        await page.getByText('More of it').click();
        await shoot('cards');
        await page.getByRole('button', { name: 'Shortcuts and files' }).click();
        await page.getByRole('menuitem', { name: 'Fill in' }).click();
        await page.getByRole('dialog', { name: 'Ask' }).getByLabel('Day').waitFor();
        await shoot('pickers');
        // What has been scrolled out of sight is still read out.
        await page.setViewportSize({ ...viewport, height: 400 });
        await expectAccessible(page);
      },
    );
});
