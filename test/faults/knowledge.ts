import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Entries in one topic file. */
const FILE = 10;
/** Invented things: three of these syllables make a word that no other entry has. */
const SYLLABLES = [
  'ba',
  'ke',
  'mo',
  'ti',
  'ru',
  'sa',
  'le',
  'no',
  'vi',
  'du',
  'pa',
  'ge',
  'fo',
  'zi',
  'hu',
  'ra',
  'we',
  'jo',
  'li',
  'cu',
  'da',
  'ne',
];
const ASPECTS: readonly [string, string, string][] = [
  ['How do I clean the', 'cleaning', 'can I wash a'],
  ['Where do we keep the', 'storing', 'which shelf holds a'],
  ['How long does one use the', 'duration with', 'how many minutes for a'],
  ['Who may hold the', 'training for', 'do I need a certificate for a'],
  ['What does it cost to repair the', 'repairing', 'who pays for a broken'],
];
const FILLER =
  'gentle work with the tool takes a calm hand and a clear plan so ask the person first look at the skin begin slowly stop when it hurts note what you did and tell the lead on duty about anything that looks new';

/** The thing that entry number `at` is about, and no other entry. */
export function thing(at: number): string {
  const most = SYLLABLES.length;
  const mixed = (at * 7919) % most ** 3;
  const part = (place: number) => SYLLABLES[Math.floor(mixed / most ** place) % most] ?? '';
  return `${part(0)}${part(1)}${part(2)}n`;
}

/** The title of entry number `at`: asking it finds the entry. */
export function question(at: number): string {
  const [title] = ASPECTS[at % ASPECTS.length] ?? [''];
  return `${title} ${thing(at)}?`;
}

/** The same question with two letters of its rare word swapped. */
export function misspelt(at: number): string {
  const word = thing(at);
  return question(at).replace(word, `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`);
}

/** What stands at the beginning and the end of an entry's answer in an edition of the folder. */
export function marks(at: number, edition: number): { first: string; last: string } {
  return { first: `Begin ${thing(at)} edition ${edition}.`, last: `End ${thing(at)} edition ${edition}.` };
}

/** Files of a folder with so many entries, by name. The same numbers make the same bytes. */
export function knowledgeFiles(entries: number, edition = 1): Map<string, string> {
  const files = new Map([
    [
      'sources.yml',
      'sources:\n  shelf-2024:\n    citation: "The shelf book, 2024"\n    url: https://example.org/shelf\n',
    ],
  ]);
  for (let from = 0; from < entries; from += FILE) {
    const name = `topic-${String(from / FILE).padStart(4, '0')}.yml`;
    const items = Array.from({ length: Math.min(FILE, entries - from) }, (_, step) => entry(from + step, edition));
    files.set(name, `topic: Shelf ${from / FILE}\nentries:\n${items.join('')}`);
  }
  return files;
}

export function writeKnowledge(dir: string, entries: number, edition = 1): void {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of knowledgeFiles(entries, edition)) writeFileSync(join(dir, name), text);
}

function entry(at: number, edition: number): string {
  const [, noun, other] = ASPECTS[at % ASPECTS.length] ?? ['', '', ''];
  const { first, last } = marks(at, edition);
  const words = FILLER.split(' ');
  const filler = Array.from({ length: 60 }, (_, step) => words[(at * 13 + step * 7) % words.length]).join(' ');
  return `  ${thing(at)}:
    questions:
      - ${question(at)}
      - ${noun} ${thing(at)}
      - ${other} ${thing(at)}
    answer: |
      ${first} ${filler} [1].

      ${last}
    sources: [shelf-2024]
`;
}
