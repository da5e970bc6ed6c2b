import { describe, expect, it } from 'vitest';
import { option, plain } from '../playground/form.js';
import { CHROMIUM, useBrowser } from './browser.js';
import { dialog, FORM, openForm, openSurfaces } from './surfaces-app.js';

describe.skipIf(!CHROMIUM)('modals on the page', () => {
  const browser = useBrowser();
  const open = () => openSurfaces(browser());

  it('a form says at its fields what is missing, and sends what is filled in', async () => {
    const { page, told, answers } = await open();
    answers.push({ response_action: 'errors', errors: { ask: 'Say it in other words.' } });
    await openForm(page);
    const box = dialog(page).getByRole('textbox', { name: 'Your question' });
    expect(await box.evaluate((it) => it === document.activeElement)).toBe(true);
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Please complete this required field.').first().waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await box.evaluate((it) => it === document.activeElement)).toBe(true);
    const described = await box.evaluate((it) =>
      (it.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(described).toEqual(['No names of patients.', 'Please complete this required field.']);
    expect(told).toEqual([]);
    await box.fill('does it\nhurt?');
    await dialog(page).getByRole('combobox', { name: 'Topic' }).selectOption('tools');
    await dialog(page).getByRole('radio', { name: 'HARD' }).check();
    await dialog(page).getByRole('checkbox', { name: 'TAPING' }).check();
    await dialog(page).getByRole('combobox', { name: 'Entry' }).click();
    await page.getByRole('option', { name: 'BRUISING' }).click();
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Say it in other words.').waitFor();
    expect(await dialog(page).getByText('Please complete').count()).toBe(0);
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({
      ask: { question: { value: 'does it\nhurt?' } },
      topic: { topic: { selected_option: option('tools') } },
      how: { how: { selected_option: { value: 'hard' } } },
      also: { also: { selected_options: [option('taping')] } },
      entry: { entry: { selected_option: option('bruising') } },
    });
  });

  it('an update keeps what is typed, a push comes back to it, and trouble is told', async () => {
    const { page, answers, app, slack } = await open();
    await openForm(page);
    const box = dialog(page).getByRole('textbox', { name: 'Your question' });
    await box.fill('does it hurt?');
    const view = slack.modal('U0ANNA001');
    const more = { type: 'section', block_id: 'new', text: plain('Something new') };
    const update = { type: 'modal', callback_id: 'ask', title: plain('Ask the IASTM FAQ'), submit: plain('Send') };
    await app.client.views.update({ view_id: view?.id ?? '', view: { ...update, blocks: [more, ...FORM] } as never });
    await dialog(page).getByText('Something new').waitFor();
    expect(await box.inputValue()).toBe('does it hurt?');
    await dialog(page).getByRole('combobox', { name: 'Topic' }).selectOption('tools');
    answers.push({ response_action: 'push', view: { ...update, title: plain('Sure?'), blocks: [more] } });
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'Cancel' }).click();
    await dialog(page).waitFor();
    expect(await box.inputValue()).toBe('does it hurt?');
    answers.push({ response_action: 'dance' });
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByRole('alert').getByText('We had some trouble connecting. Try again?').waitFor();
  });

  it('Escape keeps what is typed for the same form, also over a reload; sending and "Cancel" do not', async () => {
    const { page, told } = await open();
    await openForm(page);
    const box = dialog(page).getByRole('textbox', { name: 'Your question' });
    const left = dialog(page).getByText('what you typed before');
    const again = async () => {
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
      await openForm(page);
    };
    await again();
    expect(await left.isVisible()).toBe(false);
    await box.fill('half a question');
    await dialog(page).getByRole('combobox', { name: 'Entry' }).click();
    await page.getByRole('option', { name: 'BRUISING' }).click();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await page.reload();
    await openForm(page);
    expect(await box.inputValue()).toBe('half a question');
    expect(await dialog(page).getByRole('combobox', { name: 'Entry' }).inputValue()).toBe('BRUISING');
    await left.waitFor();
    await again();
    expect(await box.inputValue()).toBe('half a question');
    await dialog(page).getByRole('combobox', { name: 'Topic' }).selectOption('tools');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toMatchObject({ entry: { entry: { selected_option: option('bruising') } } });
    await dialog(page).waitFor({ state: 'hidden' });
    await openForm(page);
    expect(await box.inputValue()).toBe('');
    await box.fill('another one');
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await openForm(page);
    expect(await box.inputValue()).toBe('');
    expect(await left.isVisible()).toBe(false);
  });

  it('Escape closes the modal only, gives the keyboard back, and leaves other drafts alone', async () => {
    const { page, heard } = await open();
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.fill('half a thought');
    await openForm(page);
    await page.keyboard.type('in the form');
    // The keyboard stays inside, but for the browser's own bar.
    for (let step = 0; step < 15; step++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.matches('dialog *, body'))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(() => heard).toContain('closed true');
    expect(await box.inputValue()).toBe('half a thought');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Shortcuts and files');
  });
});
