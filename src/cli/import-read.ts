/** A question with its answer, as a clinic has it; `row` is where it stands, counted from 1. */
export interface Draft {
  row: number;
  question: string;
  answer: string;
  /** What it rests on, as it was written; empty for none. */
  source: string;
}

/** What could be read, and what could not, by row. */
export interface Drafts {
  drafts: Draft[];
  problems: { row: number; message: string }[];
}

/** Reads a file of questions and answers: CSV by its name, Markdown where it has headings, else a list. */
export function readDrafts(name: string, text: string): Drafts {
  const plain = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  if (/\.(csv|tsv)$/i.test(name)) return fromCsv(plain);
  if (/^#{1,6}\s/m.test(plain)) return fromMarkdown(plain);
  return fromList(plain);
}

const HEADINGS = {
  question: /^(?:questions?|q|ask(?:ed)?|title)$/i,
  answer: /^(?:answers?|a|reply|text)$/i,
  source: /^(?:sources?|references?|citation|cites?)$/i,
};

/** Columns by their heading, in any order; without a heading they are question, answer, source. */
function fromCsv(text: string): Drafts {
  const rows = csvRows(text);
  const [head] = rows;
  if (head === undefined) return { drafts: [], problems: [{ row: 1, message: 'The file is empty.' }] };
  const placeOf = (form: RegExp) => head.cells.findIndex((cell) => form.test(cell.trim()));
  const named = {
    question: placeOf(HEADINGS.question),
    answer: placeOf(HEADINGS.answer),
    source: placeOf(HEADINGS.source),
  };
  const hasHead = named.question >= 0 && named.answer >= 0;
  const at = hasHead ? named : { question: 0, answer: 1, source: 2 };
  return checked(
    rows.slice(hasHead ? 1 : 0).map(({ row, cells, isBroken }) => ({
      row,
      isBroken,
      question: cells[at.question] ?? '',
      answer: cells[at.answer] ?? '',
      source: cells[at.source] ?? '',
    })),
  );
}

/** RFC 4180, with the separator that the first line uses most: spreadsheets of some countries write semicolons. */
function csvRows(text: string): { row: number; cells: string[]; isBroken: boolean }[] {
  const [first = ''] = text.split('\n', 1);
  const separator = [',', ';', '\t'].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
  const rows: { row: number; cells: string[]; isBroken: boolean }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let isBroken = false;
  let line = 1;
  let begins = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ row: begins, cells, isBroken });
    cells = [];
    cell = '';
    isBroken = false;
    begins = line + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      if (!quoted) cell = '';
      quoted = !quoted;
      // A cell ends where its quotes do: else they were opened by mistake, and have swallowed what follows.
      isBroken ||=
        !quoted &&
        !/^ *(?:$|\n)/.test(text.slice(at + 1, at + 40)) &&
        !text
          .slice(at + 1)
          .trimStart()
          .startsWith(separator);
    } else if (!quoted && sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (!quoted && sign === '\n') endRow();
    else cell += sign;
    if (sign === '\n') line += 1;
  }
  isBroken ||= quoted;
  endRow();
  return rows;
}

/** A heading is a question, what stands below it the answer; "Source: …" in a line of its own is its source. */
function fromMarkdown(text: string): Drafts {
  const found: Draft[] = [];
  text.split('\n').forEach((line, at) => {
    const [, question] = /^#{1,6}\s+(.*?)\s*#*$/.exec(line) ?? [];
    if (question !== undefined) found.push({ row: at + 1, question, answer: '', source: '' });
    else addLine(found.at(-1), line);
  });
  // A heading with nothing below it before the next one is a chapter's.
  return checked(
    found.filter(({ answer, source }, at) => answer.trim() !== '' || source !== '' || at === found.length - 1),
  );
}

/** "Q: … A: …", or questions that end with "?", each with its answer in the lines below. */
function fromList(text: string): Drafts {
  const found: Draft[] = [];
  text.split('\n').forEach((line, at) => {
    const bare = line.replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s+/, '');
    const [, asked] = /^(?:Q(?:uestion)?\s*\d*\s*[:.)]\s*)(.+)$/i.exec(bare) ?? [];
    const [, whole, rest] = /^([^?]{3,200}\?)\s*(.*)$/.exec(bare) ?? [];
    if (asked !== undefined) {
      const [question = '', answer = ''] = asked.split(/\s+A(?:nswer)?\s*[:.]\s+/i, 2);
      found.push({ row: at + 1, question, answer: `${answer}\n`, source: '' });
    } else if (whole !== undefined && (found.at(-1)?.answer.trim() !== '' || rest !== '')) {
      found.push({ row: at + 1, question: whole, answer: `${rest ?? ''}\n`, source: '' });
    } else addLine(found.at(-1), line.replace(/^\s*A(?:nswer)?\s*[:.]\s+/i, ''));
  });
  return checked(found);
}

function addLine(draft: Draft | undefined, line: string): void {
  if (draft === undefined) return;
  const [, source] = /^\s*(?:sources?|references?)\s*:\s*(.+)$/i.exec(line) ?? [];
  if (source !== undefined) draft.source = source;
  else draft.answer += `${line}\n`;
}

const BROKEN =
  'A quotation mark opens here and does not close where its cell ends, so that rows may have run together: close it, or write it twice within a cell.';

/** Only what has both a question and an answer; each question once. */
function checked(found: readonly (Draft & { isBroken?: boolean })[]): Drafts {
  const problems: Drafts['problems'] = [];
  const drafts: Draft[] = [];
  const seen = new Map<string, number>();
  for (const { row, isBroken = false, ...draft } of found) {
    const question = draft.question.replace(/\s+/g, ' ').trim();
    const answer = draft.answer.trim();
    const first = seen.get(question.toLowerCase());
    if (isBroken) problems.push({ row, message: BROKEN });
    else if (question === '') problems.push({ row, message: 'There is no question.' });
    else if (answer === '') problems.push({ row, message: `"${question}" has no answer.` });
    else if (first !== undefined) problems.push({ row, message: `"${question}" stands in row ${first} already.` });
    else {
      seen.set(question.toLowerCase(), row);
      drafts.push({ row, question, answer, source: draft.source.trim() });
    }
  }
  if (found.length === 0) problems.push({ row: 1, message: 'No question was found.' });
  return { drafts, problems };
}
