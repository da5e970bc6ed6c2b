import { describe, expect, it } from 'vitest';
import { review } from '../../src/cli/review.js';
import { faqOf, KNOWLEDGE } from '../frozen.js';
import { lines } from '../io.js';

async function run(args: string[], typed: string[] = [], day = '2026-11-26', timeZone = 'UTC') {
  const io = lines(typed);
  io.environment = { KNOWLEDGE_DIR: KNOWLEDGE, TIME_ZONE: timeZone };
  const code = await review(args, io, () => new Date(`${day}T12:00:00Z`));
  return { code, printed: io.printed, complaints: io.complaints };
}

describe('npm run review', () => {
  it('lists what is due with its place, safety first, and how many there are', async () => {
    const { knowledge } = await faqOf();
    const { code, printed } = await run([]);
    expect(code).toBe(0);
    expect(printed[0]).toMatch(/^[\w-]+\.yml:\d+ [\w-]+: safety, never reviewed$/);
    expect(printed.at(-1)).toBe(`${knowledge.entries.size} of ${knowledge.entries.size} entries are due for review.`);
  });

  it('writes JSON lines', async () => {
    const { printed } = await run(['--json']);
    const [first] = printed.map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      safety: true,
      reviewed: null,
      reviewed_by: null,
      due_since: null,
      line: expect.any(Number),
    });
  });

  it('walks from one to the next on Enter, and ends on q and at the end of what is typed', async () => {
    const { printed, code } = await run(['--walk'], ['', 'q', '']);
    const text = printed.join('\n');
    expect(code).toBe(0);
    expect(text.match(/^Review \d+ of \d+:/gm)).toHaveLength(2);
    expect(text).toContain('Sources:');
    expect((await run(['--walk'], [])).printed.join('\n').match(/^Review /gm)).toHaveLength(1);
  });

  it.each([[['x']], [['--walk', '--json']]])('refuses %j as wrong use', async (args) => {
    expect(await run(args)).toMatchObject({ code: 2, printed: [] });
  });
});
