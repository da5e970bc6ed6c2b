import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/playground/workspace.js';
import { option, plain } from '../playground/form.js';
import { CHROMIUM, expectAccessible, SIZES, useBrowser } from './browser.js';
import { dialog, FORM, HOME, openForm, openSurfaces } from './surfaces-app.js';

const channel = CHANNELS[0]?.id ?? '';

describe.skipIf(!CHROMIUM)('App Home, shortcuts, edits and files on the page', () => {
  const browser = useBrowser();

  const open = (options: BrowserContextOptions = {}) => openSurfaces(browser(), options);

  const home = (page: Page) => page.getByRole('tabpanel', { name: 'Home' });

  async function openHome(page: Page) {
    const menu = page.getByRole('button', { name: 'Channels' });
    if (await menu.isVisible()) await menu.click();
    await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await home(page).getByText('Ask the FAQ').waitFor();
  }

  async function shoot(page: Page, name: string) {
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
  }

  it('the home stands beside the messages; its fields, buttons and menus act', async () => {
    const { page, heard, app } = await open();
    await openHome(page);
    expect(await page.getByRole('textbox', { name: 'Message IASTM FAQ' }).count()).toBe(0);
    const box = home(page).getByRole('textbox', { name: 'Your question' });
    await box.fill('does it hurt?');
    await box.press('Enter');
    await home(page).getByRole('combobox', { name: 'Topics' }).selectOption('b');
    await home(page).getByRole('button', { name: 'More options' }).click();
    await page.getByRole('menuitem', { name: 'SHARE' }).click();
    await expect
      .poll(() => heard)
      .toEqual([
        'opened messages',
        'opened home',
        '["question","does it hurt?"]',
        JSON.stringify(['topic', option('b')]),
        JSON.stringify(['more', option('share')]),
      ]);
    // What is typed stays when the app publishes anew, and the keyboard is not taken away.
    await box.focus();
    const changed = { ...HOME[1], text: plain('Something new') };
    const view = { type: 'home', blocks: [HOME[0], changed, ...HOME.slice(2)] };
    await app.client.views.publish({ user_id: 'U0ANNA001', view: view as never });
    await home(page).getByText('Something new').waitFor();
    await page.keyboard.type(' really?');
    expect(await box.inputValue()).toBe('does it hurt? really?');
    await page.getByRole('tab', { name: 'Home' }).press('ArrowRight');
    await page.getByRole('textbox', { name: 'Message IASTM FAQ' }).waitFor();
    await page.getByRole('tab', { name: 'Messages' }).press('ArrowLeft');
    expect(await box.inputValue()).toBe('does it hurt? really?');
  });

  it('entries are offered as one types, and picked by keyboard alone', async () => {
    const { page, heard } = await open();
    await openHome(page);
    const box = home(page).getByRole('combobox', { name: 'Find an entry' });
    await box.pressSequentially('p');
    await home(page).getByText('Type 2 letters or more.').waitFor();
    await box.pressSequentially('r');
    await page.getByRole('option', { name: 'PRESSURE' }).waitFor();
    await box.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option', { name: 'PRESSURE' }).getAttribute('id'),
    );
    await box.press('Enter');
    expect(await box.inputValue()).toBe('PRESSURE');
    await expect.poll(() => heard.at(-1)).toBe(JSON.stringify(['entry', option('pressure')]));
    await box.fill('zzz');
    await home(page).getByText('No results.').waitFor();
  });

  it("a message has a menu with the app's shortcut, reached and used by keyboard", async () => {
    const { page, slack } = await open();
    await slack.say({ channel, user: 'U0BEN0001', text: 'does it hurt?' });
    const post = page.getByRole('article', { name: /^Ben Okoro/ });
    await post.getByRole('button', { name: 'More actions' }).press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Reply in thread');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Find FAQ answer');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText('You asked about: does it hurt?').waitFor();
    // On what one person sees alone Slack offers none.
    const answer = page.getByRole('article').filter({ hasText: 'You asked about' });
    expect(await answer.getByRole('button', { name: 'More actions' }).count()).toBe(0);
  });

  it('one edits one’s own message in its place; Escape keeps the words for later', async () => {
    const { page, slack } = await open();
    await slack.say({ channel, user: 'U0ANNA001', text: '@IASTM FAQ does it hrut? <b>' });
    const post = page.getByRole('article', { name: /^Anna Berg/ });
    const edit = async () => {
      await post.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Edit message' }).click();
    };
    await edit();
    const box = post.getByRole('textbox', { name: 'Edit message' });
    expect(await box.inputValue()).toBe('@IASTM FAQ does it hrut? <b>');
    await box.fill('@IASTM FAQ does it hurt? <b>');
    await box.press('Escape');
    expect(await box.count()).toBe(0);
    await edit();
    expect(await box.inputValue()).toBe('@IASTM FAQ does it hurt? <b>');
    await box.press('Enter');
    await post.getByText('(edited)').waitFor();
    await post.getByText('does it hurt? <b>').waitFor();
    await slack.say({ channel, user: 'U0BEN0001', text: 'mine' });
    await page
      .getByRole('article', { name: /^Ben Okoro/ })
      .getByRole('button', { name: 'More actions' })
      .click();
    expect(await page.getByRole('menuitem', { name: 'Edit message' }).count()).toBe(0);
  });

  it('one deletes one’s own message, after a question; the keyboard goes on from the log', async () => {
    const { page, slack } = await open();
    await slack.say({ channel, user: 'U0ANNA001', text: 'oops' });
    await slack.say({ channel, user: 'U0BEN0001', text: 'mine' });
    const post = page.getByRole('article', { name: /^Anna Berg/ });
    for (const answer of ['Cancel', 'Delete']) {
      await post.getByRole('button', { name: 'More actions' }).press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Delete message' }).getByRole('button', { name: answer }).press('Enter');
      if (answer === 'Cancel') await post.getByText('oops').waitFor();
    }
    await post.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('log');
    await page
      .getByRole('article', { name: /^Ben Okoro/ })
      .getByRole('button', { name: 'More actions' })
      .click();
    expect(await page.getByRole('menuitem', { name: 'Delete message' }).count()).toBe(0);
  });

  it('a message or a form that is drawn anew gives the keyboard to the same thing, or to its beginning', async () => {
    const { page, app, slack } = await open();
    const button = (words: string) => ({ type: 'button', action_id: words, text: plain(words), value: '1' });
    const row = (id: string, ...words: string[]) => ({ type: 'actions', block_id: id, elements: words.map(button) });
    const posted = await app.client.chat.postMessage({ channel, text: 'x', blocks: [row('a', 'Go', 'Stop')] as never });
    const post = page.getByRole('article', { name: /^IASTM FAQ/ });
    await post.getByRole('button', { name: 'Stop' }).focus();
    const update = (...blocks: object[]) =>
      app.client.chat.update({ channel, ts: posted.ts ?? '', text: 'x', blocks: blocks as never });
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await update({ type: 'section', text: plain('New') }, row('a', 'Go', 'Stop'));
    await post.getByText('New').waitFor();
    expect(await focused()).toBe('Stop');
    await update({ type: 'section', text: plain('Other') }, row('a', 'Stop', 'Wait'));
    await post.getByText('Other').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
    await openForm(page);
    const view = slack.modal('U0ANNA001');
    const box = dialog(page).getByRole('textbox', { name: 'Your question' });
    await box.fill('does hurt?');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    const hinted = [{ ...FORM[0], hint: plain('Another hint.') }, ...FORM.slice(1)];
    const form = { type: 'modal', title: plain('Ask the IASTM FAQ'), submit: plain('Send'), blocks: hinted };
    await app.client.views.update({ view_id: view?.id ?? '', view: form as never });
    await dialog(page).getByText('Another hint.').waitFor();
    await page.keyboard.type('it ');
    expect(await box.inputValue()).toBe('does it hurt?');
  });

  it('what a screen reader hears can be looked at, and a message without text says so', async () => {
    const { page, app } = await open();
    const blocks = [{ type: 'section', text: plain('Blocks') }] as never;
    await app.client.chat.postMessage({ channel, text: '*Yes*, it can hurt.', blocks });
    await app.client.chat.postMessage({ channel, blocks } as never);
    const posts = page.getByRole('article', { name: /^IASTM FAQ/ });
    for (const post of [posts.first(), posts.last()])
      await post.getByRole('button', { name: 'What a screen reader hears' }).click();
    await posts.first().getByText('Yes, it can hurt.').waitFor();
    await posts.last().getByText('Nothing: this message has blocks, but no text.').waitFor();
    await posts.first().getByRole('button', { name: 'What a screen reader hears' }).click();
    expect(await posts.first().getByText('it can hurt').isVisible()).toBe(false);
  });

  it('one more reply changes the way to the thread alone: the message is not heard again, and the keyboard stays', async () => {
    const { page, app, slack } = await open();
    const { ts } = await slack.say({ channel, user: 'U0ANNA001', text: 'does it hurt?' });
    const message = page.getByRole('article', { name: /^Anna Berg/ });
    await message.waitFor();
    const drawn = await message.elementHandle();
    const reply = () => app.client.chat.postMessage({ channel, thread_ts: ts, text: 'It can.' });
    await reply();
    await message.getByRole('button', { name: '1 reply' }).focus();
    await reply();
    const link = message.getByRole('button', { name: '2 replies' });
    await link.waitFor();
    expect(await drawn?.evaluate((it) => it.isConnected)).toBe(true);
    expect(await link.evaluate((it) => [it === document.activeElement, it.tabIndex])).toEqual([true, 0]);
  });

  it('input blocks in a message are sent with the press', async () => {
    const { page, app, heard, slack } = await open();
    const row = { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: '1' }] };
    await app.client.chat.postMessage({ channel, text: 'Form', blocks: [FORM[0], row] as never });
    const post = page.getByRole('article', { name: /^IASTM FAQ/ });
    await post.getByRole('textbox', { name: 'Your question' }).fill('hm');
    await post.getByRole('button', { name: 'Go' }).click();
    await expect.poll(() => heard).toContain('["go","1"]');
    expect(slack.messages(channel, 'U0ANNA001')).toHaveLength(1);
  });

  it('a file goes along by its name, and a reply can be told to the channel', async () => {
    const { page, slack } = await open();
    await page.getByRole('button', { name: 'Shortcuts and files' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Add a file' }).click(),
    ]);
    await chooser.setFiles([{ name: 'shin.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
    await page.getByRole('button', { name: 'Remove shin.png' }).waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    const post = page.getByRole('article', { name: /^Anna Berg/ });
    await post.getByText('File: shin.png').waitFor();
    expect(slack.messages(channel, 'U0ANNA001')).toMatchObject([
      { subtype: 'file_share', files: [{ name: 'shin.png' }] },
    ]);
    await post.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Reply in thread' }).click();
    await page.getByRole('textbox', { name: 'Reply…' }).fill('normal?');
    await page.getByRole('checkbox', { name: 'Also send to # general' }).check();
    await page.getByRole('textbox', { name: 'Reply…' }).press('Enter');
    await page.getByRole('log', { name: '# general' }).getByText('normal?').waitFor();
    expect(slack.messages(channel, 'U0ANNA001').at(-1)).toMatchObject({ subtype: 'thread_broadcast' });
    expect(await page.getByRole('checkbox', { name: 'Also send to # general' }).isChecked()).toBe(false);
  });

  it('a status stands under its message, and prompts of the app in the direct message', async () => {
    const { page, app, slack } = await open();
    const { ts } = await slack.say({ channel, user: 'U0ANNA001', text: 'hm' });
    await app.client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status: 'is looking it up…' });
    await page.getByText('IASTM FAQ is looking it up…').waitFor();
    const prompts = [{ title: 'Pain', message: 'does it hurt' }];
    await app.client.assistant.threads.setSuggestedPrompts({ channel_id: 'D0ANNA001', prompts } as never);
    await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
    await page.getByRole('button', { name: 'Pain' }).click();
    await page
      .getByRole('article', { name: /^Anna Berg/ })
      .getByText('does it hurt')
      .waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `fits a %s in ${colorScheme}, and axe finds nothing wrong`,
      async (size, viewport) => {
        const { page, app, slack } = await open({ colorScheme, viewport });
        const fits = async () =>
          expect(
            await page.evaluate(() =>
              [document.documentElement, ...document.querySelectorAll('.log, .home, .modal-body')].some(
                (it) => it.scrollWidth > it.clientWidth + 1,
              ),
            ),
          ).toBe(false);
        const look = async (name: string) => {
          await fits();
          await expectAccessible(page);
          await shoot(page, `${name}-${size}-${colorScheme}`);
        };
        await slack.say({ channel, user: 'U0ANNA001', text: 'does it hurt?' });
        await app.client.chat.postMessage({ channel, text: 'The text.', blocks: [FORM[0], FORM[3], FORM[4]] as never });
        const post = page.getByRole('article', { name: /^IASTM FAQ/ });
        await post.getByRole('button', { name: 'What a screen reader hears' }).click();
        await look('message-form');
        await page
          .getByRole('article', { name: /^Anna Berg/ })
          .getByRole('button', { name: 'More actions' })
          .click();
        await look('message-menu');
        await page.getByRole('menuitem', { name: 'Edit message' }).click();
        await look('edit');
        await page.keyboard.press('Escape');
        await openForm(page);
        await look('modal');
        await dialog(page).getByRole('button', { name: 'Send' }).click();
        await dialog(page).getByText('Please complete this required field.').first().waitFor();
        await look('modal-errors');
        await dialog(page).getByRole('combobox', { name: 'Entry' }).click();
        await page.getByRole('option', { name: 'BRUISING' }).waitFor();
        await look('modal-options');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await openHome(page);
        await look('home');
      },
    );
});
