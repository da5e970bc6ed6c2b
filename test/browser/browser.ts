/** A headless Chromium for the tests, and how to tell that there is none. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const NO_NETWORK = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is; undefined where it is nowhere. CI must have it. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
/** The screens that everything must fit, in CSS pixels. */
export const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };
export const WHY_SKIPPED = 'no Chromium found: install it (apt-get install chromium), or set CHROMIUM to its path';
if (CHROMIUM === undefined && process.env.CI === 'true')
  throw new Error(`CI runs the browser tests, but ${WHY_SKIPPED}`);

/** A Chromium for the tests of a block, and the page compiled; call what it gives inside them. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    buildPage();
    browser = await launch();
  }, 60_000);
  afterAll(() => browser?.close());
  return () => browser;
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...NO_NETWORK],
  });
}

/** Compiles the page, as `npm run build` does. */
function buildPage(): void {
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-b', 'src/playground/page'], { cwd: ROOT });
}

/** Opens the playground as a person does. Anything that the browser complains of fails the test, but what `expected` names. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  expected: RegExp = /^$/,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (said) => said.type() !== 'log' && !expected.test(said.text()) && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(url);
  await page.getByRole('region', { name: 'Welcome' }).waitFor();
  return page;
}

/** Fails with what a person with a disability would stumble over. The page's policy must be off: axe is not its script. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`,
    );
  });
  expect(violations).toEqual([]);
}

interface AxeViolation {
  id: string;
  nodes: { target: string[] }[];
}
