// Takes the pictures of the documents: starts the built bot as the playground, does what a person would, and writes docs/*.png.
// Needs a Chromium, and a font with emoji (Debian: fonts-noto-color-emoji).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const SCREEN = { width: 1280, height: 1010 };
const PLACES = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath = PLACES.find((path) => path !== '' && existsSync(path));
if (executablePath === undefined) {
  console.error('No Chromium found: install it (apt-get install chromium), or set CHROMIUM to its path.');
  process.exit(1);
}
const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'iastm-pictures-'));
const bot = spawn(process.execPath, ['dist/main.js'], {
  env: {
    PATH: process.env.PATH,
    PORT: `${port}`,
    DATABASE_URL: `file:${join(folder, 'pictures.db')}`,
    SLACK_BOT_TOKEN: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const stopped = new Promise((resolve) => bot.once('exit', resolve));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await Promise.race([new Promise((resolve) => bot.stdout.once('data', resolve)), stopped]);
  const page = await browser.newPage({ viewport: SCREEN });
  await page.goto(`http://127.0.0.1:${port}`);
  const box = page.getByRole('textbox', { name: 'Message #general' });
  await box.fill('@IASTM FAQ does it hurt?? she takes eliquis');
  await box.press('Enter');
  const thread = page.getByRole('region', { name: 'Thread' });
  await thread.getByText('You mention').waitFor();
  await picture(page, 'playground');

  await page.getByRole('radio', { name: 'Ben Okoro new hire' }).check();
  await box.fill('/iastm learn');
  await box.press('Enter');
  await page.getByText('Only visible to you').waitFor();
  await picture(page, 'learn');

  await page.getByRole('radio', { name: 'Anna Berg staff' }).check();
  await page.getByRole('button', { name: 'what is the wifi password' }).click();
  await thread.getByRole('button', { name: 'Ask a lead' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByText('I tell you when it is answered.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: /^Chloe Martin lead 1 new/ }).check();
  await page.getByRole('button', { name: 'leads (private)' }).click();
  const card = page.getByRole('log').getByRole('article').last();
  await card.getByRole('button', { name: 'Claim' }).click();
  await card.getByText('Claimed by').waitFor();
  await picture(page, 'leads');

  await page.getByRole('button', { name: 'Leads’ desk' }).click();
  const desk = page.getByRole('dialog', { name: 'Leads’ desk' });
  await desk.getByRole('combobox', { name: 'Answer' }).selectOption({ label: 'Does IASTM hurt?' });
  await desk.getByRole('textbox', { name: 'Try a question' }).fill('brusing after scraping, she takes warfarin');
  await desk.getByText(/^Warns of: /).waitFor();
  await picture(page, 'desk');
} finally {
  await browser.close();
  bot.kill();
  await stopped;
  rmSync(folder, { recursive: true, force: true });
}

async function picture(page, name) {
  const path = `docs/${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
