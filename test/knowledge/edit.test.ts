import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { editText, type Step, valuesIn } from '../../src/knowledge/edit.js';
import { parseFile } from '../../src/knowledge/parse.js';
import type { Value } from '../../src/knowledge/write.js';
import { KNOWLEDGE } from '../frozen.js';

const shipped = readdirSync(KNOWLEDGE)
  .filter((name) => name.endsWith('.yml') && !['sources.yml', 'glossary.yml', 'learning.yml'].includes(name))
  .map((name) => [name, readFileSync(join(KNOWLEDGE, name), 'utf8')] as const);

const plain = `# Head\ntopic: Odd   # two spaces\nentries:\n  one:\n    questions:\n      - Is it one? # said often\n      # more to come\n      - is it "one"\n    short: 'It''s one: always.'\n    answer: |\n      First.\n\n      - second # no comment\n\n    sources: [a-1,   b-2] # both\n    reviewed: 2026-01-01 # by hand\n    reviewed_by: "Ann \\"A\\" Lee"\n\n  # About two\n  two:\n    questions: [what is two, "two, or more",   'two''s']\n    answer: >-\n      Two, which is\n      folded here.\n    sources:\n    - a-1\n    - b-2 # the second\n# the end\n`;

/** Files as people and their editors write them. */
const odd: readonly (readonly [string, string])[] = [
  ['plain.yml', plain],
  ['crlf.yml', plain.replaceAll('\n', '\r\n')],
  ['marked.yml', `\uFEFF${plain}`],
  ['open.yml', plain.replace('# the end\n', '').trimEnd()],
  ['closed.yml', `entries:\n  one:\n    questions: [is it one]\n    answer: One.\n    sources: [a-1]`],
  ['tabs.yml', plain.replace(' # said often', '\t# said\toften').replace('# both', '\t#\tboth')],
  [
    'quoted.yml',
    plain.replace('  one:', "  'one' :").replace('    short:', '    "short":').replace('entries:', '"entries":'),
  ],
  [
    'brackets.yml',
    `entries:\n  one:\n    questions:\n      [\n        # asked by staff\n        is it one, "is it, though",\n        'one?' , # asked by patients\n      ]\n    answer: |2-\n       One, with a space.\n      And more.\n    sources: [ a-1 , ]\n    related: []\n`,
  ],
  [
    'anchors.yml',
    `shared: &shared [is it, one]\nentries:\n  tangled:\n    questions: *shared\n    answer: One.\n    sources: [a-1]\n  one: # free\n    questions: [is it one]\n    answer: "One\\\n      and more."\n    sources: [a-1]\n`,
  ],
  [
    'folded.yml',
    `entries:\n    one:\n        questions:\n        - is it\n          one\n        - |\n          is it\n\n        answer:\n            plain, and\n            more\n        short: >+\n            Kept.\n\n\n        sources: [a-1]\n    two:\n        questions: [two]\n        answer: |+\n            Two.\n\n        sources: [a-1]\n`,
  ],
];

/** Chance that comes out the same in every run. */
function chance(seed: number) {
  let state = seed;
  const next = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  return { next, pick: <T>(from: readonly T[]): T => from[next(from.length)] as T };
}

const WORDINGS = [
  'is it ok over a metal plate',
  'can I: "really" do that',
  "what's the patient's risk",
  '# of sessions?',
  '- no',
  'yes',
  '42',
  'a, b [c] {d}',
  'ends with:',
  'back\\slash "and" \'both\'',
  'naïve – ½ 💉 ok?',
  '*starred* & co',
  'no # comment: at all',
];
const TEXTS = [
  'One line.',
  'Two\nlines.',
  '**Stop** [1]\n\n- one: first\n- two # second\n\n> quoted\n\n    deep',
  '# no heading',
  '"quoted"',
  '--- not a document',
  'trailing:',
];

function stepFor(text: string, { next, pick }: ReturnType<typeof chance>): Step {
  const entries = (parseDocument(text, { schema: 'failsafe' }).toJS() as { entries: Record<string, object> }).entries;
  const entry = pick(Object.keys(entries));
  const items = [pick(WORDINGS), `${pick(WORDINGS)} ${next(1000)}`];
  const field = pick(['answer', 'short', 'reviewed_by', 'sources', 'reviewed', 'evidence']);
  const was = valuesIn(text, 'entries', entry)?.[field] ?? null;
  switch (next(4)) {
    case 0:
      return { does: 'append', entry, field: pick(['questions', 'questions', 'watch_for', 'related']), items };
    case 1: {
      const fields = { sources: ['a-1', 'b-2'], answer: pick(TEXTS), questions: items, short: pick(WORDINGS) };
      return { does: 'add', what: 'entries', id: `new-${next(1e6)}`, fields };
    }
    case 2:
      return { does: 'set', entry, field, was, to: field === 'answer' || field === 'sources' ? was : null };
    default: {
      const list = pick([['b-2'], ['a-1', 'c-3'], ['c-3', 'a-1', 'b-2']]);
      return {
        does: 'set',
        entry,
        field,
        was,
        to: field === 'sources' ? list : pick(field === 'answer' ? TEXTS : WORDINGS),
      };
    }
  }
}

/** What a file holds after a step, worked out without its text. */
function meant(text: string, step: Step): unknown {
  const holds = parseDocument(text, { schema: 'failsafe' }).toJS();
  if (step.does === 'add') holds.entries[step.id] = step.fields;
  else if (step.does === 'append')
    holds.entries[step.entry][step.field] = [...(holds.entries[step.entry][step.field] ?? []), ...step.items];
  else if (step.to === null) delete holds.entries[step.entry][step.field];
  else holds.entries[step.entry][step.field] = step.to;
  return plainly(holds);
}

const plainly = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_, each) => {
    if (typeof each === 'string') return each.replaceAll('\r\n', '\n').trim();
    return Array.isArray(each) ? [...new Set(each)] : each;
  });

/** The part of a file that a step may touch: from the line of its field to where the next one begins. */
function touchable(text: string, step: Step): [number, number] {
  const map = (node: unknown, key: string) => (node as YAMLMap).items.find((pair) => String(pair.key) === key);
  const entries = map(parseDocument(text, { schema: 'failsafe' }).contents, 'entries')?.value as YAMLMap;
  const startOf = (pair: Pair | undefined) => (pair?.key as { range: number[] } | undefined)?.range[0] ?? text.length;
  if (step.does === 'add') return [startOf(entries.items.at(-1)), text.length];
  const at = entries.items.findIndex((pair) => String(pair.key) === step.entry);
  const entry = entries.items[at]?.value;
  const end = startOf(entries.items[at + 1]);
  if (!isMap(entry)) throw new Error(step.entry);
  const field = entry.items.findIndex((pair) => String(pair.key) === step.field);
  if (field === -1) return [startOf(entry.items[0]), end];
  return [
    text.lastIndexOf('\n', startOf(entry.items[field])) + 1,
    field + 1 < entry.items.length ? startOf(entry.items[field + 1]) : end,
  ];
}

function sameFrom(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** What is wrong with the writing of a file, as the service finds it. */
const faults = (name: string, text: string) =>
  parseFile(name, text)
    .problems.map(({ code }) => code)
    .filter((code) => code.startsWith('K1') && code !== 'K112' && code !== 'K107');

/** How many signs at the end of two texts are the same. */
function sameTo(one: string, other: string): number {
  let back = 0;
  while (back < one.length && one.at(-1 - back) === other.at(-1 - back)) back++;
  return back;
}

describe('200 random edits', () => {
  it('hold what was meant, and leave every other byte alone', () => {
    const random = chance(7);
    const refused: string[] = [];
    for (let round = 0; round < 80; round++) {
      const [name, first] = random.pick(round % 2 === 0 ? odd : shipped);
      let text = first;
      for (let turn = 0; turn < (round % 2 === 0 ? 4 : 1); turn++) {
        const step = stepFor(text, random);
        const told = `${name} ${JSON.stringify(step)}`;
        const edited = editText(text, [step]);
        if (edited.refused !== undefined) {
          refused.push(`${told} ${JSON.stringify(edited.refused)}`);
          continue;
        }
        expect(plainly(parseDocument(edited.text, { schema: 'failsafe' }).toJS()), told).toEqual(meant(text, step));
        const [from, to] = touchable(text, step);
        expect(sameFrom(text, edited.text), told).toBeGreaterThanOrEqual(Math.min(from, text.length));
        const behind = sameTo(text, edited.text);
        if (text.endsWith('\n') || to < text.length) expect(behind, told).toBeGreaterThanOrEqual(text.length - to);
        if (step.does !== 'set') expect(sameFrom(text, edited.text) + behind, told).toBeGreaterThanOrEqual(text.length);
        if (name.startsWith('crlf')) expect(edited.text.replaceAll('\r\n', ''), told).not.toMatch(/[\r\n]/);
        expect(
          faults(name, edited.text).filter((code) => !faults(name, text).includes(code)),
          told,
        ).toEqual([]);
        text = edited.text;
      }
    }
    // Of an entry with an alias, which is not served either, nothing is touched.
    expect(refused.filter((told) => !/^anchors.yml .*"tangled"/.test(told))).toEqual([]);
    expect(refused.length).toBeLessThan(20);
  });
});

describe('80 random lists', () => {
  const fields = ['questions', 'watch_for', 'sources', 'related', 'tests'];
  const comments = (text: string) => text.match(/(^|[ \t])#[^\r\n]*/gm)?.map((each) => each.trim()) ?? [];

  it('hold what was meant, with every comment, and every item that stays as it was written', () => {
    const random = chance(11);
    for (let round = 0; round < 80; round++) {
      const [name, text] = random.pick(round % 2 === 0 ? odd.filter(([each]) => each !== 'anchors.yml') : shipped);
      const held = parseDocument(text, { schema: 'failsafe' }).toJS() as { entries: Record<string, object> };
      const entry = random.pick(Object.keys(held.entries));
      const field = random.pick(fields);
      const was = valuesIn(text, 'entries', entry)?.[field];
      if (was === undefined || typeof was === 'string' || was.length === 0) continue;
      let to = [...was];
      for (let turn = 0; turn <= random.next(4); turn++) {
        const at = random.next(to.length);
        const fresh = `${random.pick(WORDINGS.filter((each) => !each.includes('#')))} ${random.next(1000)}`;
        to = random.pick([to.toSpliced(at, 1), to.toSpliced(at, 1, fresh), to.toSpliced(at, 0, fresh), [...to, fresh]]);
      }
      if (to.length === 0) continue;
      const told = `${name} ${entry} ${field} ${JSON.stringify(to)}`;
      const edited = editText(text, [{ does: 'set', entry, field, was, to }]);
      if (edited.refused !== undefined) throw new Error(`${told} ${JSON.stringify(edited.refused)}`);
      expect(valuesIn(edited.text, 'entries', entry)?.[field], told).toEqual(to);
      const after = comments(edited.text);
      // A comment behind an item goes with it where it goes.
      const lost = comments(text).filter((each) => !after.includes(each));
      expect(lost.length, `${told} ${lost}`).toBeLessThanOrEqual(was.filter((item) => !to.includes(item)).length);
      const written = text.split(/\r?\n/);
      const kept = new Set(edited.text.split(/\r?\n/));
      const touched = written.filter((line) => !kept.has(line)).length;
      expect(touched, told).toBeLessThanOrEqual(2 * was.filter((item) => !to.includes(item)).length + 8);
    }
  });
});

/** The lines of a file that are new, and those that are gone. */
function lines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

function edit(text: string, ...steps: Step[]): string {
  const edited = editText(text, steps);
  if (edited.refused !== undefined) throw new Error(JSON.stringify(edited.refused));
  return edited.text;
}

describe('an edit', () => {
  it('changes the intended lines only', () => {
    const after = edit(
      plain,
      { does: 'append', entry: 'one', field: 'questions', items: ['is it "one"', 'is it: three'] },
      { does: 'set', entry: 'one', field: 'short', was: "It's one: always.", to: "It's two" },
      { does: 'set', entry: 'one', field: 'reviewed', was: '2026-01-01', to: null },
      { does: 'append', entry: 'two', field: 'questions', items: ['a, b'] },
    );
    expect(lines(plain, after)).toEqual([
      "-    short: 'It''s one: always.'",
      '-    reviewed: 2026-01-01 # by hand',
      `-    questions: [what is two, "two, or more",   'two''s']`,
      '+      - "is it: three"',
      "+    short: 'It''s two'",
      `+    questions: [what is two, "two, or more",   'two''s', "a, b"]`,
    ]);
  });

  it('takes items out of a list, says them in other words and puts some between, and leaves the others as they are written', () => {
    const [one, two] = [valuesIn(plain, 'entries', 'one'), valuesIn(plain, 'entries', 'two')];
    const set = (entry: string, field: string, was: Value | undefined, to: Value): Step => {
      return { does: 'set', entry, field, was: was ?? null, to };
    };
    const after = edit(
      plain,
      set('one', 'questions', one?.questions, ['Is it two?', 'between', 'is it "one"', 'last']),
      set('two', 'questions', two?.questions, ['what is two', "two's", 'what now']),
      set('two', 'sources', two?.sources, ['b-2', 'c-3']),
      set('one', 'sources', one?.sources, ['a-1', 'd-4', 'b-2']),
    );
    expect(lines(plain, after)).toEqual([
      '-      - Is it one? # said often',
      '-    sources: [a-1,   b-2] # both',
      `-    questions: [what is two, "two, or more",   'two''s']`,
      '-    - a-1',
      '+      - Is it two? # said often',
      '+      - between',
      '+      - last',
      '+    sources: [a-1, d-4,   b-2] # both',
      `+    questions: [what is two, 'two''s', what now]`,
      '+    - c-3',
    ]);
    const watched = `entries:\n  one:\n    questions: [a]\n    watch_for:\n      [\n        # In general\n        red flag, cyst,\n        abscess,\n        # Patches\n        patch, "911",\n      ]\n`;
    const changed = edit(
      watched,
      set('one', 'watch_for', ['red flag', 'cyst', 'abscess', 'patch', '911'], ['red flag', '911', 'TB']),
    );
    expect(lines(watched, changed)).toEqual([
      '-        red flag, cyst,',
      '-        abscess,',
      '-        patch, "911",',
      '+        red flag,',
      '+        "911", TB,',
    ]);
  });

  it('puts a new field where the table of fields has it, and a new entry last, in the manner of the others', () => {
    const after = edit(
      plain,
      { does: 'append', entry: 'one', field: 'watch_for', items: ['pacemaker'] },
      {
        does: 'add',
        what: 'entries',
        id: 'three',
        fields: { sources: ['a-1', 'b-2'], answer: 'Three.\n\n- more', questions: ['what is three?'] },
      },
    );
    expect(after).toContain('      - second # no comment\n    watch_for:\n      - pacemaker\n\n    sources:');
    expect(after).toContain(
      '    - b-2 # the second\n\n  three:\n    questions:\n    - what is three?\n    answer: |\n      Three.\n\n      - more\n    sources: [a-1, b-2]\n# the end\n',
    );
  });

  it('adds a source as the shipped ones are written', () => {
    const text = readFileSync(join(KNOWLEDGE, 'sources.yml'), 'utf8');
    const fields = { citation: 'Lee A (2026). Scraping: a trial. J 1:1.', url: 'https://doi.org/10.1/x', pmid: '123' };
    const after = edit(text, { does: 'add', what: 'sources', id: 'lee-2026', fields });
    expect(lines(text, after)).toEqual([
      '+  lee-2026:',
      '+    citation: "Lee A (2026). Scraping: a trial. J 1:1."',
      '+    url: https://doi.org/10.1/x',
      '+    pmid: "123"',
    ]);
    expect(parseFile('sources.yml', after).problems).toEqual([]);
  });

  it('is merged by entry with what others did meanwhile, and refused with both where it is the same field', () => {
    const wanted: Step = { does: 'set', entry: 'one', field: 'short', was: "It's one: always.", to: 'Mine.' };
    const elsewhere = edit(plain, {
      does: 'set',
      entry: 'one',
      field: 'answer',
      was: valuesIn(plain, 'entries', 'one')?.answer ?? null,
      to: 'Other.',
    });
    expect(valuesIn(edit(elsewhere, wanted), 'entries', 'one')).toMatchObject({ short: 'Mine.', answer: 'Other.' });
    const theirs = edit(plain, { ...wanted, to: 'Theirs.' });
    const refused = { why: 'changed', entry: 'one', field: 'short', was: "It's one: always.", now: 'Theirs.' };
    expect(editText(theirs, [wanted])).toEqual({ refused });
    // Who wants what is there already has it.
    expect(editText(theirs, [{ ...wanted, to: 'Theirs.' }])).toEqual({ text: theirs });
  });

  it.each<[string, string, Step, object]>([
    [
      'an entry that is gone',
      plain,
      { does: 'append', entry: 'nine', field: 'questions', items: ['x'] },
      { why: 'gone', entry: 'nine' },
    ],
    [
      'a name of every object',
      plain,
      { does: 'append', entry: 'constructor', field: 'questions', items: ['x'] },
      { why: 'gone', entry: 'constructor' },
    ],
    [
      'an id that is taken',
      plain,
      { does: 'add', what: 'entries', id: 'two', fields: {} },
      { why: 'taken', id: 'two' },
    ],
    [
      'an entry in braces',
      'entries: \n  a: { questions: [x], answer: y }\n',
      { does: 'append', entry: 'a', field: 'questions', items: ['z'] },
      { why: 'form', entry: 'a' },
    ],
    [
      'an unreadable file',
      'entries:\n  a: [\n',
      { does: 'append', entry: 'a', field: 'questions', items: ['x'] },
      { why: 'unreadable' },
    ],
    [
      'two documents',
      `${plain}---\nentries:\n`,
      { does: 'append', entry: 'one', field: 'questions', items: ['x'] },
      { why: 'unreadable' },
    ],
    [
      'a file of another shape',
      '- a\n',
      { does: 'append', entry: 'a', field: 'questions', items: ['x'] },
      { why: 'unreadable' },
    ],
  ])('leaves %s as it is, and says why', (_, text, step, refused) => {
    expect(editText(text, [step])).toEqual({ refused });
  });
});
