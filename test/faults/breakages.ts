/** One way to break a good topic file. */
export interface Breakage {
  name: string;
  broken(good: string): string;
  /** Whether the log names the line: a loss of entries has none. */
  told: boolean;
  /** Part of the short form too. */
  often: boolean;
}

const ENTRY = /^ {2}\w+:$/m;

export const BREAKAGES: readonly Breakage[] = [
  { name: 'an open quote', broken: (good) => good.replace('topic: ', 'topic: "'), told: true, often: true },
  { name: 'a tab', broken: (good) => good.replace('\n    questions', '\n\t\tquestions'), told: true, often: true },
  { name: 'an empty file', broken: () => '', told: true, often: true },
  {
    name: 'a key twice',
    broken: (good) => good.replace('    sources:', '    answer: twice\n    sources:'),
    told: true,
    often: false,
  },
  { name: 'an entry twice', broken: (good) => `${good}${entryOf(good)}`, told: true, often: true },
  {
    name: 'a wrong type',
    broken: (good) => good.replace(/questions:\n( {6}- .*\n)+/, 'questions: none\n'),
    told: true,
    often: false,
  },
  {
    name: 'a missing field',
    broken: (good) => good.replace('    sources: [shelf-2024]\n', ''),
    told: true,
    often: false,
  },
  {
    name: 'an unknown field',
    broken: (good) => good.replace('    sources:', '    sauces: [x]\n    sources:'),
    told: true,
    often: false,
  },
  { name: 'an unknown source', broken: (good) => good.replace('shelf-2024', 'shelf-1999'), told: true, often: false },
  { name: 'an alias bomb', broken: () => bomb(), told: true, often: true },
  { name: '5,000 levels', broken: () => `topic: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, told: true, often: true },
  { name: 'a NUL', broken: (good) => good.replace('tool', 'to\u0000ol'), told: true, often: false },
  { name: 'a cut answer', broken: (good) => good.slice(0, good.lastIndexOf('edition') - 8), told: true, often: true },
  { name: 'half of all entries', broken: () => 'topic: Gone\n', told: true, often: false },
];

/** What YAML makes of innocent texts, and what the bot makes of it: the text as typed, or a named problem. */
export const SURPRISES: readonly {
  name: string;
  change(good: string): string;
  outcome: { keeps: string } | { says: string };
}[] = [
  { name: 'a byte order mark', change: (good) => `\ufeff${good}`, outcome: { keeps: 'Begin' } },
  { name: 'CRLF', change: (good) => good.replaceAll('\n', '\r\n'), outcome: { keeps: 'Begin' } },
  { name: 'no', change: (good) => withQuestion(good, 'no'), outcome: { keeps: 'no' } },
  { name: '1.10', change: (good) => withQuestion(good, '1.10'), outcome: { keeps: '1.10' } },
  { name: '12:30', change: (good) => withQuestion(good, '12:30'), outcome: { keeps: '12:30' } },
  { name: '010', change: (good) => withQuestion(good, '010'), outcome: { keeps: '010' } },
  { name: '2024-01-01', change: (good) => withQuestion(good, '2024-01-01'), outcome: { keeps: '2024-01-01' } },
  { name: 'null', change: (good) => withQuestion(good, 'null'), outcome: { keeps: 'null' } },
  { name: 'tool #3', change: (good) => withQuestion(good, 'use tool #3 now'), outcome: { says: 'K110' } },
  {
    name: 'a no-break space as indent',
    change: (good) => good.replace('    answer:', '\u00a0\u00a0\u00a0\u00a0answer:'),
    outcome: { says: 'K101' },
  },
  { name: '__proto__', change: (good) => good.replace(ENTRY, '  __proto__:'), outcome: { says: 'K201' } },
  {
    name: 'a merge key',
    change: (good) => good.replace('    sources:', '    <<: {answer: x}\n    sources:'),
    outcome: { says: 'K103' },
  },
];

function withQuestion(good: string, text: string): string {
  return good.replace('    answer:', `      - ${text}\n    answer:`);
}

function entryOf(good: string): string {
  const from = good.search(ENTRY);
  const length = good.slice(from + 3).search(ENTRY);
  return good.slice(from, from + 3 + length);
}

function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : Array(9).fill(`*a${at - 1}`)}]`,
  );
  return `${levels.join('\n')}\ntopic: *a8\n`;
}
