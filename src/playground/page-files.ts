import { existsSync, readdirSync, readFileSync } from 'node:fs';

export type PageFiles = ReadonlyMap<string, { type: string; content: Buffer | string }>;

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The page by path: markup and styles as they are written, scripts as they are compiled. Throws where they are not. */
export function readPage(root: URL = new URL('../../', import.meta.url)): PageFiles {
  const written = new URL('src/playground/page/', root);
  const compiled = new URL('dist/playground/page/', root);
  if (!existsSync(new URL('page.js', compiled))) throw new Error('The page is not built. Run: npm run build');
  const files = new Map<string, { type: string; content: Buffer }>();
  for (const folder of [written, compiled]) {
    for (const name of readdirSync(folder)) {
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
      if (type) files.set(`/${name}`, { type, content: readFileSync(new URL(name, folder)) });
    }
  }
  return files;
}
