import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { CHROMIUM, openPage, useBrowser } from './browser.js';
import { startBot } from './built-bot.js';

const OLD = 'IASTM can hurt, but';
/** An answer to a press of the key may take as long as a whole training on a busy machine. */
const PATIENCE = { timeout: 50_000 };

describe.skipIf(!CHROMIUM)('knowledge that is edited while the playground runs', () => {
  const browser = useBrowser();

  /** Asks until the answer begins so: a saved file is in service a little later. */
  async function answered(page: Page, beginning: string) {
    const until = Date.now() + PATIENCE.timeout;
    for (;;) {
      const box = page.getByRole('textbox', { name: 'Message IASTM FAQ' });
      await box.fill('does it hurt??');
      await box.press('Enter');
      const answer = page.getByRole('log', { name: 'IASTM FAQ' }).getByRole('article').last();
      await answer.getByText('Evidence:').waitFor(PATIENCE);
      if ((await answer.textContent())?.includes(beginning)) return;
      if (Date.now() > until) throw new Error(`no answer that begins with "${beginning}"`);
      await page.waitForTimeout(500);
    }
  }

  it('an edited answer is seen, and a broken file leaves the old one standing', { timeout: 180_000 }, async () => {
    const { url, knowledge } = await startBot();
    const file = join(knowledge, 'basics.yml');
    const page = await openPage(browser(), url);
    await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
    await page.getByRole('tab', { name: 'Messages' }).click();
    await answered(page, OLD);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(OLD, 'Mended by a lead: it can hurt, but'));
    await answered(page, 'Mended by a lead: it can hurt, but');
    writeFileSync(file, `${text}\n  broken: [`);
    await page.waitForTimeout(3000);
    await answered(page, 'Mended by a lead: it can hurt, but');
    writeFileSync(file, text);
    await answered(page, OLD);
  });
});
