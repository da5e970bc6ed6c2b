import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKnowledge } from '../knowledge/load.js';
import { errorLines } from '../knowledge/problem.js';
import { schemasOf } from '../knowledge/schema.js';
import { FAILED, folderOf, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s schema -- [DIR]
Writes what an editor needs to complete and mark knowledge files into the folder's "schema": fields, and the ids that there are.`;

/** `npm run schema`. */
export async function schema(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, {}, HELP, io);
  if (values === null) return code;
  const [named, ...more] = words;
  const dir = folderOf(io, named);
  if (more.length > 0) {
    io.err(`Name one folder.\n${HELP}`);
    return MISUSED;
  }
  const { knowledge, problems } = await loadKnowledge(dir);
  if (knowledge === null) {
    for (const line of errorLines(problems, dir)) io.err(line);
    io.err('Mend these first: ids that cannot be read would be marked as unknown.');
    return FAILED;
  }
  io.out(`Written: ${(await writeSchemas(dir, schemasOf(knowledge))).join(', ')}.`);
  return OK;
}

/** Writes schemas beside the knowledge files that they are for; answers with their paths. */
async function writeSchemas(dir: string, schemas: ReturnType<typeof schemasOf>): Promise<string[]> {
  await mkdir(join(dir, 'schema'), { recursive: true });
  const written = Object.entries(schemas).map(async ([name, text]) => {
    const path = join(dir, 'schema', name);
    await writeFile(path, schemaText(text));
    return path;
  });
  return Promise.all(written);
}

/** A schema as it is committed. */
export function schemaText(text: object): string {
  return `${JSON.stringify(text, null, 1)}\n`;
}
