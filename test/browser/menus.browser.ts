import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { input, modal, option, plain } from '../playground/form.js';
import { listen } from '../playground/stub-app.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

const [channel, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[1]];

const SOURCES = {
  type: 'multi_static_select',
  action_id: 'many',
  placeholder: plain('Choose sources'),
  max_selected_items: 2,
  option_groups: [
    { label: plain('Reviews'), options: [option('cheatham'), option('nazari')] },
    { label: plain('Trials'), options: [option('gunn'), option('lambert')] },
  ],
};
const MENUS = [
  input('sources', SOURCES, { label: plain('Sources'), hint: plain('Two at most.') }),
  input(
    'entries',
    { type: 'multi_external_select', action_id: 'entry', min_query_length: 2, initial_options: [option('pressure')] },
    { label: plain('Entries'), optional: true },
  ),
  input(
    'people',
    { type: 'multi_users_select', action_id: 'many', initial_users: [ben?.id] },
    { label: plain('People'), optional: true },
  ),
];
const ENTRIES = ['bruising', 'painful', 'pressure'];

describe.skipIf(!CHROMIUM)('menus of several things on the page', () => {
  const browser = useBrowser();

  async function open(options: BrowserContextOptions = {}) {
    const slack = createMemorySlack({ shortcuts: [{ callback_id: 'ask', type: 'global', name: 'Cite' }] });
    const app = listen(slack);
    const told: unknown[] = [];
    const heard: string[] = [];
    const answers: unknown[] = [];
    app.shortcut('ask', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal(MENUS) });
    });
    app.options(/.*/, async ({ ack, options }) => {
      const found = ENTRIES.filter((id) => id.includes(options.value)).map(option);
      await ack({ option_groups: found.length > 0 ? [{ label: plain('Entries'), options: found }] : [] });
    });
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      const { selected_options = [] } = action as unknown as { selected_options: { value: string }[] };
      heard.push(selected_options.map(({ value }) => value).join(' '));
    });
    app.view('ask', async ({ ack, view }) => {
      told.push(view.state.values);
      await (ack as (said: unknown) => Promise<void>)(answers.shift());
    });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return { page: await openPage(browser(), url, { bypassCSP: true, ...options }), app, told, heard, answers };
  }

  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Ask' });
  const menu = (page: Page, name: string) => dialog(page).getByRole('combobox', { name });
  const chosen = (page: Page) => dialog(page).getByRole('list', { name: 'Chosen' }).first().getByRole('listitem');
  const said = (page: Page) => dialog(page).getByRole('status').first();

  async function openForm(page: Page) {
    await page.getByRole('button', { name: 'Shortcuts and files' }).click();
    await page.getByRole('menuitem', { name: 'Cite' }).click();
    await dialog(page).waitFor();
  }

  it('are used by keyboard alone: sought, picked, let go, no more than may be', async () => {
    const { page, told } = await open();
    await openForm(page);
    const box = menu(page, 'Sources');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('listbox', { name: 'Sources' }).getAttribute('aria-multiselectable')).toBe('true');
    expect(await page.getByRole('group', { name: 'Trials' }).getByRole('option').allTextContents()).toEqual([
      'GUNN',
      'LAMBERT',
    ]);
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await said(page).textContent()).toBe('CHEATHAM is chosen, 1 in all.');
    // The list stays where it was: the next one is one step away.
    await box.press('ArrowDown');
    const gunn = page.getByRole('option', { name: 'GUNN' });
    await box.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await gunn.getAttribute('id'));
    await box.press('Enter');
    expect(await gunn.getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('option', { name: 'LAMBERT' }).getAttribute('aria-disabled')).toBe('true');
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await said(page).textContent()).toBe('No more than 2. Take one away to choose another.');
    expect(await chosen(page).allTextContents()).toEqual(['CHEATHAM✕', 'GUNN✕']);
    await box.press('Backspace');
    expect(await said(page).textContent()).toBe('GUNN is taken away, 1 left.');
    await box.pressSequentially('lamb');
    await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['LAMBERT']);
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('');
    await page.getByRole('option', { name: 'GUNN' }).waitFor();
    // Escape shuts the list only.
    await box.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Remove LAMBERT');
    await page.keyboard.press('Enter');
    expect(await box.evaluate((it) => it === document.activeElement)).toBe(true);
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      sources: { many: { selected_options: [option('cheatham')] } },
      entries: { entry: { selected_options: [option('pressure')] } },
      people: { many: { selected_users: [ben?.id] } },
    });
  });

  it('say at the field what is missing, from Slack and from the app, and keep what was picked over a reload', async () => {
    const { page, answers, told } = await open();
    answers.push({ response_action: 'errors', errors: { sources: 'These two contradict each other.' } });
    await openForm(page);
    const box = menu(page, 'Sources');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Please complete this required field.').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await box.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.getByRole('option', { name: 'NAZARI' }).click();
    await menu(page, 'Entries').pressSequentially('bru');
    await page.getByRole('option', { name: 'BRUISING' }).click();
    await page.reload();
    await dialog(page).waitFor();
    expect(await chosen(page).allTextContents()).toEqual(['NAZARI✕']);
    await dialog(page).getByRole('button', { name: 'Remove PRESSURE' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('These two contradict each other.').waitFor();
    expect(told[0]).toMatchObject({
      sources: { many: { selected_options: [option('nazari')] } },
      entries: { entry: { selected_options: [option('pressure'), option('bruising')] } },
    });
  });

  it('in a message send all at once, when the list is shut; a second thought brings back what was picked', async () => {
    const { page, app, heard } = await open();
    const confirm = { title: plain('Sure?'), text: plain('Both?'), confirm: plain('Yes'), deny: plain('No') };
    const section = (block_id: string, more = {}) => ({
      type: 'section',
      block_id,
      text: plain(block_id),
      accessory: { ...SOURCES, placeholder: plain(`Choose ${block_id}`), ...more },
    });
    await app.client.chat.postMessage({
      channel,
      text: 'x',
      blocks: [section('a'), section('b', { confirm })] as never,
    });
    const post = page.getByRole('article', { name: /^IASTM FAQ/ });
    const pick = async (block: string) => {
      await post.getByRole('combobox', { name: `Choose ${block}` }).click();
      for (const name of ['NAZARI', 'GUNN']) await post.getByRole('option', { name }).click();
      expect(heard).toEqual(block === 'a' ? [] : ['nazari gunn']);
      await page.keyboard.press('Escape');
    };
    await pick('a');
    await expect.poll(() => heard).toEqual(['nazari gunn']);
    await pick('b');
    await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'No' }).click();
    await post.getByRole('listitem').nth(1).waitFor();
    await expect.poll(() => post.getByRole('listitem').allTextContents()).toEqual(['NAZARI✕', 'GUNN✕']);
    await post.getByRole('button', { name: 'Remove NAZARI' }).click();
    await expect.poll(() => heard).toEqual(['nazari gunn', 'gunn']);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `fit a %s in ${colorScheme}, and axe finds nothing wrong`,
      async (size, viewport) => {
        const { page } = await open({ colorScheme, viewport });
        await openForm(page);
        await page.getByRole('option', { name: 'NAZARI' }).click();
        await page.getByRole('option', { name: 'GUNN' }).click();
        await menu(page, 'Sources').press('ArrowDown');
        await expectAccessible(page);
        const wide = await page.evaluate(() => {
          const body = document.querySelector('.modal-body');
          return (body?.scrollWidth ?? 0) > (body?.clientWidth ?? 0) + 1;
        });
        expect(wide).toBe(false);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/menus-${size}-${colorScheme}.png` });
      },
    );
});
