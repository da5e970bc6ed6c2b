import { describe, expect, it } from 'vitest';
import { loadFaq } from '../../src/faq/load.js';
import { replay } from '../../src/faq/replay.js';
import { assemble } from '../../src/knowledge/assemble.js';
import { parseFile } from '../../src/knowledge/parse.js';
import { entry, folderOf, GOOD, topic } from '../lint/folder.js';

const SOURCES = parseFile('sources.yml', 'sources:\n  good-2020:\n    citation: G (2020).\n');
const read = (...entries: string[]) => assemble([SOURCES, parseFile('x.yml', topic(...entries))]);
const formerly = (id: string, old: string) => entry(id, { related: [id], more: [`formerly: [${old}]`] });

describe('an entry that had another id', () => {
  it('is found by both, and counted and listed once', () => {
    const { knowledge, problems } = read(formerly('saw', 'old-saw, oldest-saw'), entry('drill'));
    expect(problems).toEqual([]);
    expect(knowledge.entries.get('old-saw')).toBe(knowledge.entries.get('saw'));
    expect(knowledge.entries.has('oldest-saw')).toBe(true);
    expect(knowledge.entries.has('nothing')).toBe(false);
    expect([...knowledge.entries.keys()]).toEqual(['saw', 'drill']);
    expect(knowledge.entries.size).toBe(2);
  });

  it('is so after it has crossed from a process of its own', async () => {
    const dir = folderOf({ ...GOOD, 'x.yml': topic(formerly('saw', 'old-saw')) });
    const { faq } = await loadFaq(dir);
    expect(structuredClone(faq?.knowledge.entries)?.get('old-saw')).toBeUndefined();
    expect(faq?.knowledge.entries.get('old-saw')?.id).toBe('saw');
  });

  it.each([
    ['another entry has', [formerly('saw', 'drill'), entry('drill')], 'belongs to "drill"'],
    ['another entry had', [formerly('saw', 'old'), formerly('drill', 'old')], 'belongs to "saw"'],
    ['it has itself', [formerly('saw', 'saw')], 'is its id, or stands there twice'],
    ['stands there twice', [formerly('saw', 'old, old')], 'is its id, or stands there twice'],
  ])('may not have had one that %s', (_, entries, words) => {
    const { problems } = read(...entries);
    expect(problems).toMatchObject([{ code: 'K205', severity: 'error', message: expect.stringContaining(words) }]);
  });

  it('is the same entry where two versions are compared', async () => {
    const [before, after] = await Promise.all(
      [
        entry('old-saw', { questions: ['where is the saw'] }),
        entry('saw', { questions: ['where is the saw'], more: ['formerly: [old-saw]'] }),
      ].map(async (each) => (await loadFaq(folderOf({ ...GOOD, 'x.yml': topic(each) }))).faq),
    );
    if (!before || !after) throw new Error('not read');
    const asked = [{ text: 'where is the saw', entry: null }];
    const called = (id: string) => after.knowledge.entries.get(id)?.id ?? id;
    expect(replay(asked, before.matcher, after.matcher, called)).toEqual([]);
    expect(replay(asked, before.matcher, after.matcher)).toHaveLength(1);
  });
});
