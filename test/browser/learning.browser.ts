import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, useBrowser } from './browser.js';

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

describe.skipIf(!CHROMIUM)('learning on the page', () => {
  const browser = useBrowser();
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'IASTM FAQ' });

  it.each(Object.entries(SIZES))(
    'reads, takes the quiz and shows what would be sent, by keyboard, on a %s',
    async (size, viewport) => {
      const talk = await startConversation({ leads: { people: ['U0BEN0001'], channel: 'C0CLINIC01' } });
      const { url, stop } = await startPlayground({ slack: talk.slack, port: 0 });
      onTestFinished(stop);
      const page = await openPage(browser(), url, { bypassCSP: true, viewport });
      const seen = async (name: string) => {
        await expectAccessible(page);
        const wide =
          '[...document.querySelectorAll(".log, .home, .modal-body")].some((it) => it.scrollWidth > it.clientWidth + 1)';
        expect(await page.evaluate(wide), name).toBe(false);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/learning-${name}-${size}.png` });
      };
      /** Presses a button in the modal, or in what is named, as the keyboard does. */
      const press = async (name: string | RegExp, within = dialog(page)) => {
        const button = within.getByRole('button', { name }).first();
        await button.focus();
        await page.keyboard.press('Enter');
      };

      const channels = page.getByRole('button', { name: 'Channels' });
      if (await channels.isVisible()) await channels.click();
      await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
      await page.getByText('New here?').waitFor();
      await seen('welcome');
      await page.getByRole('tab', { name: 'Home' }).click();
      const home = page.getByRole('tabpanel', { name: 'Home' });
      await home.getByText('New here?').waitFor();
      await home.getByText('New here?').scrollIntoViewIfNeeded();
      await seen('home');

      await press(/^Begin/, home);
      await dialog(page).getByText('0 of 21 read').waitFor();
      await seen('card');
      await press(/^Got it/);
      await dialog(page).getByText('1 of 21 read').waitFor();
      await seen('safety');
      await press(/^Read all/);
      await dialog(page).getByText('Sources and review').waitFor();
      await seen('whole');
      await press(/^Unclear/);
      const form = page.getByRole('dialog', { name: 'Ask a lead' });
      await form.getByRole('textbox', { name: 'Your question' }).waitFor();
      await seen('ask-lead');
      await press('Cancel', form);
      await dialog(page).getByText('Marked as unclear').waitFor();
      await seen('unclear');
      for (let read = 2; read < 21; read += 1) {
        await dialog(page).getByText(`${read} of 21 read`).waitFor();
        await press(/^Got it/);
      }
      await dialog(page).getByText('You have read all 21').waitFor();
      await seen('all-read');

      await press(/^Take the quiz/);
      await dialog(page).getByText('Quiz · 1 of 8').waitFor();
      await seen('question');
      await press(/^A:/);
      await dialog(page).getByText('The FAQ says:').waitFor();
      await seen('first-answer');
      await press(/^Next/);
      await dialog(page).getByText('Quiz · 2 of 8').waitFor();
      await press(/^B:/);
      await dialog(page).getByText('The FAQ says:').waitFor();
      await seen('second-answer');
      for (let asked = 0; asked < 60; asked += 1) {
        await press(/^Next|^Go on with the quiz/);
        await dialog(page)
          .getByText(/Quiz ·|That is enough/)
          .first()
          .waitFor();
        if ((await dialog(page).getByText('That is enough').count()) > 0) {
          if (asked < 30) await seen(`over-${asked}`);
          if ((await dialog(page).getByRole('button', { name: 'Go on with the quiz' }).count()) === 0) break;
          continue;
        }
        const words = (await dialog(page).innerText()).replaceAll(/\s+/g, ' ');
        const question = talk.faq.knowledge.path
          .flatMap(({ quiz }) => quiz)
          .find((each) => words.includes(each.question));
        const right = question?.options[question.right - 1] ?? '';
        await press(new RegExp(`: ${right.slice(0, 20).replaceAll(/[.*+?^$()[\]{}|\\]/g, '.')}`));
        await dialog(page).getByText('The FAQ says:').waitFor();
      }
      await seen('sitting-over');
      await press(/^Remind me/);
      await dialog(page).getByText('I will remind you by direct message').waitFor();
      await seen('reminding');
      await page.keyboard.press('Escape');
      await home.getByText('all 21 read').waitFor();
      await seen('home-after');
      await press(/^Look again/, home);
      await press(/^Send to my lead/);
      await dialog(page).getByText('This is what is sent').waitFor();
      await seen('preview');
      await press(/^Send to this lead/);
      await dialog(page).getByText('Sent.').waitFor();
      await seen('sent');
    },
    120_000,
  );
});
