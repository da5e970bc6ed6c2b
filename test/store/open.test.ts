import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';

it.each(['', 'data/iastm.db', 'mysql://localhost/x', 'sqlite:data.db', 'file:', 'file://data/iastm.db'])(
  'refuses the address "%s", and says what it should be',
  async (url) => {
    await expect(openStore(url)).rejects.toThrow(/DATABASE_URL must be file: and a path .* or postgres:/);
  },
);

it('takes a path or a file URL, and makes the folders', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'store-'));
  for (const [url, file] of [
    [`file:${dir}/a/b/one.db`, join(dir, 'a/b/one.db')],
    [pathToFileURL(join(dir, 'c d/two.db')).href, join(dir, 'c d/two.db')],
  ] as const) {
    const store = await openStore(url);
    await store.probe();
    await store.close();
    expect(existsSync(file)).toBe(true);
  }
  rmSync(dir, { recursive: true });
});
