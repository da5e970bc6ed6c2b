import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Filled } from '../../src/replies/fields.js';
import { anna, chloe, dan, startWorkshop, WAIT } from './desk.js';

type Desk = Awaited<ReturnType<typeof startWorkshop>>;
type Fields = Record<string, string | string[]>;

interface Block {
  block_id?: string;
  element?: {
    initial_value?: string;
    initial_option?: { value: string };
    initial_options?: { value: string }[];
  };
}

const by = (user: string) => `T0CLINIC1:${user}`;
let presses = 0;

/** The form of an entry as somebody has it before them, with what stands in it. */
function formOf(desk: Desk, entry: string, user = chloe): Filled {
  const form = desk.bot.editForm('change', by(user), { entry });
  if (!('type' in form)) throw new Error(form.text);
  return Object.fromEntries(
    (form.blocks as Block[]).flatMap(({ block_id = '', element }) => {
      if (element === undefined) return [];
      const { initial_value, initial_option, initial_options = [] } = element;
      const [one] = [initial_value ?? initial_option?.value].filter((value) => value !== undefined);
      return [[block_id, one === undefined ? initial_options.map(({ value }) => value) : [one]]];
    }),
  );
}

/** The same with other words in some fields. */
function filled(form: Filled, fields: Fields): Filled {
  const block = (name: string) => Object.keys(form).find((id) => id.split('.')[0] === name) ?? name;
  return {
    ...form,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [block(name), [value].flat()])),
  };
}

function send(desk: Desk, form: Filled, user = chloe, about = 'graston') {
  presses += 1;
  return desk.bot.propose('change', { id: `press ${presses}`, by: by(user), about, filled: form });
}

/** What an edit that is accepted would set, by field. */
async function set(desk: Desk, fields: Fields, { user = chloe, form = formOf(desk, 'graston', user) } = {}) {
  const said = await send(desk, filled(form, fields), user);
  if (!('edit' in said)) throw new Error(JSON.stringify(said));
  const edit = await desk.store.editOf(said.edit);
  const changes = JSON.parse(edit?.change ?? '[]') as { steps: { does: string; field: string; to: unknown }[] }[];
  const steps = changes.flatMap((change) => change.steps).filter(({ does }) => does === 'set');
  return { edit, to: Object.fromEntries(steps.map(({ field, to }) => [field, to])) };
}

/** What is to be mended, by the name of the field. */
async function faults(desk: Desk, fields: Fields, user = chloe): Promise<Record<string, string>> {
  const said = await send(desk, filled(formOf(desk, 'graston', user), fields), user);
  if (!('faults' in said)) throw new Error(JSON.stringify(said));
  return Object.fromEntries(Object.entries(said.faults).map(([block, told]) => [block.split('.')[0], told]));
}

/** Somebody puts another source before those of the entry. */
async function citedAnew(desk: Desk): Promise<void> {
  const text = desk.read();
  const at = text.indexOf('    sources: [', text.indexOf('  graston:'));
  writeFileSync(join(desk.dir, 'brands.yml'), `${text.slice(0, at)}    sources: [nielsen-2012, ${text.slice(at + 14)}`);
  await vi.waitFor(
    () => expect(desk.service.faq().knowledge.entries.get('graston')?.sources).toContain('nielsen-2012'),
    WAIT,
  );
}

const PATIENT = 'My patient John Smith, born 3.4.1961, mrn 123456.';

describe('the form that changes an entry', () => {
  it('takes the review from every field that a review is of, and from no other', async () => {
    const desk = await startWorkshop();
    const attested: Fields = {
      short: 'Graston is one brand of tools among many others.',
      answer: 'It is one brand of tools among many [1].',
      evidence: 'theory',
      evidence_note: 'Nobody has counted the stripes.',
      safety: 'yes',
      title: 'What is the Graston brand?',
      source: 'Zebra A (2026). Stripes. https://doi.org/10.1000/zebra',
    };
    for (const [name, value] of Object.entries(attested))
      expect((await set(desk, { [name]: value })).to, name).toMatchObject({ reviewed: null, reviewed_by: null });
    const others: Fields = {
      wordings: 'zebra stripes on the blade',
      watch_for: 'zebra',
      related: [],
      featured: 'yes',
      tests: 'has the blade zebra stripes',
      review_every: '6',
    };
    for (const [name, value] of Object.entries(others)) {
      const { to } = await set(desk, { [name]: value });
      expect(Object.keys(to), name).toEqual([name === 'wordings' ? 'questions' : name]);
    }
  });

  it('lets a clinician alone say who has reviewed what changes', async () => {
    const desk = await startWorkshop();
    const changed = { short: 'Graston is one brand of tools among many others.', reviewer: 'Somebody, PT' };
    expect((await set(desk, changed)).to).toMatchObject({ reviewed: null, reviewed_by: null });
    expect((await set(desk, changed, { user: dan })).to).toMatchObject({
      reviewed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      reviewed_by: 'Somebody, PT',
    });
  });

  it('takes details of a patient in no field, and keeps none in the reason', async () => {
    const desk = await startWorkshop();
    for (const name of ['short', 'answer', 'evidence_note', 'title', 'wordings', 'watch_for', 'tests'])
      expect(await faults(desk, { [name]: PATIENT }), name).toMatchObject({
        [name]: expect.stringContaining('details of a patient'),
      });
    const { edit } = await set(desk, { short: 'Graston is one brand of tools among many.', why: 'asked by a@b.org' });
    expect(JSON.stringify(edit)).not.toContain('a@b.org');
  });

  it('wants a title, an answer and a source, and takes nothing of fields that it had not', async () => {
    const desk = await startWorkshop();
    expect(Object.keys(await faults(desk, { title: ' ' }))).toEqual(['title']);
    expect(Object.keys(await faults(desk, { answer: ' ' }))).toEqual(['answer']);
    expect(Object.keys(await faults(desk, { answer: 'It is one brand.', sources: [] }))).toEqual(['sources']);
    const [short = ''] = Object.keys(formOf(desk, 'graston')).filter((id) => id.startsWith('short.'));
    const [title = ''] = Object.keys(formOf(desk, 'graston')).filter((id) => id.startsWith('title.'));
    const form = { [short]: ['Graston is one brand of tools.'], [title]: formOf(desk, 'graston')[title] ?? [] };
    expect(Object.keys((await set(desk, {}, { form })).to)).not.toContain('answer');
  });

  it('knows by field what stood there when it was opened', async () => {
    const desk = await startWorkshop();
    const form = formOf(desk, 'graston');
    await citedAnew(desk);
    const short = 'Graston is one brand of tools among many others.';
    const { to } = await set(desk, { short }, { form });
    expect(Object.keys(to)).toEqual(['short', 'changed', 'reviewed', 'reviewed_by']);
    expect(await send(desk, filled(form, { answer: 'It is one brand [1].' }))).toHaveProperty('again');
  });

  it('knows of marks whether the sources have changed, and of sources whether the marks have', async () => {
    const desk = await startWorkshop();
    const form = formOf(desk, 'graston');
    const { answer = '', sources = [] } = desk.service.faq().knowledge.entries.get('graston') ?? {};
    const [first = ''] = answer.split('\n');
    writeFileSync(join(desk.dir, 'brands.yml'), desk.read().replace(first, `${first} Zebra.`));
    await vi.waitFor(
      () => expect(desk.service.faq().knowledge.entries.get('graston')?.answer).toContain('Zebra.'),
      WAIT,
    );
    expect(await send(desk, filled(form, { sources: [...sources, 'cdc-2008'] }))).toHaveProperty('again');
    const later = formOf(desk, 'graston');
    await citedAnew(desk);
    expect(await send(desk, filled(later, { answer: 'It is one brand [1].' }))).toHaveProperty('again');
  });

  it('is for leads alone, at each of its doors, and says so where the entry is gone', async () => {
    const desk = await startWorkshop();
    const form = formOf(desk, 'graston');
    expect(desk.bot.editForm('change', by(anna), { entry: 'graston' })).toMatchObject({
      text: expect.stringContaining('for leads alone'),
    });
    expect(await send(desk, filled(form, { short: 'A brand.' }), anna)).toHaveProperty('refused');
    const { edit } = await set(desk, { short: 'Graston is one brand of tools among many.' });
    expect(await desk.bot.amendForm(edit?.id ?? '', by(anna))).toMatchObject({
      text: expect.stringContaining('for leads alone'),
    });
    expect(await desk.bot.amendForm(edit?.id ?? '', by(chloe))).toHaveProperty('type', 'modal');
    // What a second lead looks at is not changed below their eyes.
    await desk.store.moveEdit(edit?.id ?? '', ['proposed'], 'waiting');
    expect(await desk.bot.amendForm(edit?.id ?? '', by(chloe))).toBeNull();
    expect(await send(desk, form, chloe, 'nothing-of-it')).toHaveProperty('refused');
    expect(desk.bot.editForm('change', by(chloe), { entry: 'nothing-of-it' })).not.toHaveProperty('type');
  });
});
