import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { dmOf, LEADS_CHANNEL } from '../../src/playground/workspace.js';
import { changeModal } from '../../src/replies/change.js';
import { anna, chloe, dan, startWorkshop, WAIT } from './desk.js';
import { CHANNEL, pressables } from './matched.js';

type Desk = Awaited<ReturnType<typeof startWorkshop>>;

/** Opens the form that changes an entry as a lead does by the command. */
async function open(desk: Desk, entry: string, user = chloe): Promise<void> {
  await desk.slack.command({ channel: CHANNEL, user, command: '/iastm', text: `edit ${entry}` });
  expect(desk.slack.modal(user)).toMatchObject({ callback_id: 'change', private_metadata: entry });
}

/** Lines that are new in a file, and those that are gone. */
function lines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line.trim()}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line.trim()}`),
  ];
}

/** The folder with a review in an entry, in service. */
async function reviewed(desk: Desk, file: string, entry: string): Promise<string> {
  const text = desk.read(file);
  const at = text.indexOf('    related:', text.indexOf(`  ${entry}:`));
  const sources = text.indexOf('    sources:', at);
  const end = text.indexOf('\n', sources) + 1;
  const written = `${text.slice(0, end)}    reviewed: 2026-10-01 # by hand\n    reviewed_by: Ann Lee, PT\n${text.slice(end)}`;
  writeFileSync(join(desk.dir, file), written);
  desk.run('commit', '-qam', 'reviewed');
  await vi.waitFor(() => expect(desk.service.faq().knowledge.entries.get(entry)?.reviewed).toBe('2026-10-01'), WAIT);
  return written;
}

describe('changing an entry', () => {
  it('goes from what stands now over its proof into the file and the service, its review no longer standing, and back', async () => {
    const desk = await startWorkshop();
    const before = await reviewed(desk, 'brands.yml', 'graston');
    const entry = desk.service.faq().knowledge.entries.get('graston');
    await open(desk, 'graston');
    expect(desk.stands('answer')).toBe(entry?.answer);
    expect(desk.stands('short')).toBe(entry?.short);
    expect(desk.stands('sources')).toEqual(entry?.sources);
    expect(desk.stands('wordings')).toBe(entry?.questions.slice(1).join('\n'));
    expect(desk.view()).toContain('`graston` stands at `brands.yml:51`');

    await desk.send({
      short: 'Graston is one brand of IASTM tools, and no better proven than others.',
      why: 'said in trials',
    });
    await desk.shows('0 gaps answered · 0 lost · 0 changed');
    for (const told of ['• short', 'its review no longer stands', 'no better proven than others', '[1] '])
      expect(desk.view()).toContain(told);
    expect(desk.read()).toBe(before);
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(lines(before, desk.read())).toEqual([
      `-${entry?.short}`,
      '-reviewed: 2026-10-01 # by hand',
      '-reviewed_by: Ann Lee, PT',
      '+Graston is one brand of IASTM tools, and no better proven than others.',
      expect.stringMatching(/^\+changed: "\d{4}-\d\d-\d\d"$/),
    ]);
    const now = desk.service.faq().knowledge.entries.get('graston');
    expect(now).toMatchObject({ short: 'Graston is one brand of IASTM tools, and no better proven than others.' });
    expect(now?.reviewed ?? now?.reviewedBy).toBeUndefined();
    expect(now?.changed).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await desk.command('what is graston'))?.text).toContain('not reviewed');
    expect(desk.run('log', '-1', '--format=%an|%B')).toMatch(
      new RegExp(
        `^${chloe}\\|Leads: "[^"]+" is changed\n\nsaid in trials\n0 gaps.*\nEntry: graston\nFields: short, changed, reviewed, reviewed_by`,
      ),
    );

    expect((await desk.command('edits'))?.text).toContain('changed: *');
    await desk.press('Undo');
    await desk.shows('This is how people will see it');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toBe(before);
    expect(desk.service.faq().knowledge.entries.get('graston')).toMatchObject({ reviewedBy: 'Ann Lee, PT' });
  });

  it('of phrasings alone leaves the review and every other line as they are, and proves what goes, too', async () => {
    const desk = await startWorkshop();
    const before = await reviewed(desk, 'brands.yml', 'graston');
    const [title = '', gone = '', other = '', ...rest] =
      desk.service.faq().knowledge.entries.get('graston')?.questions ?? [];
    await open(desk, 'graston');
    await desk.send({ wordings: ['zebra stripes on the blade', `${other} zebra`, ...rest].join('\n') });
    await desk.shows('questions: +');
    expect(desk.view()).toContain('“zebra stripes on the blade”: answered');
    expect(desk.view()).toContain(`− “${gone}`.replaceAll('"', '\\"'));
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(lines(before, desk.read())).toHaveLength(4);
    expect(desk.service.faq().knowledge.entries.get('graston')).toMatchObject({
      questions: [title, 'zebra stripes on the blade', `${other} zebra`, ...rest],
      reviewed: '2026-10-01',
      reviewedBy: 'Ann Lee, PT',
    });
  });

  it('numbers the marks anew where a source goes, and does not let a mark stand for one that has gone', async () => {
    const desk = await startWorkshop();
    const { answer = '', sources = [] } = desk.service.faq().knowledge.entries.get('cleaning') ?? {};
    await open(desk, 'cleaning');
    const kept = sources.filter((id) => id !== 'nielsen-2012');
    const { errors } = await desk.send({ sources: kept });
    expect(Object.entries(errors)).toEqual([
      [expect.stringMatching(/^answer\./), expect.stringContaining('[2] stands for “')],
    ]);
    expect(desk.stands('answer')).toBe(answer);
    await desk.send({ sources: [...kept, 'stmfish', 'cdc-2008'], answer: answer.replace(' [2]', '') });
    await desk.shows('Send to a second lead');
    const edit = JSON.parse(
      desk.slack.modal(chloe)?.private_metadata
        ? ((await desk.store.editOf(desk.slack.modal(chloe)?.private_metadata ?? ''))?.change ?? '')
        : '',
    );
    const to = (field: string) => edit[0].steps.find((step: { field: string }) => step.field === field)?.to;
    expect(to('sources')).toEqual(kept);
    expect(to('answer')).toBe(
      answer
        .replace(' [2]', '')
        .replace('[3]', '[2]')
        .replace('[4]', '[3]')
        .replace('[1, 5]', '[1, 4]')
        .replace('[6]', '[5]'),
    );
  });

  it('is mended at its field: blanks, a mark without a source, a patient, the title of another entry, nothing at all', async () => {
    const desk = await startWorkshop();
    const [other = ''] = desk.service.faq().knowledge.entries.get('cleaning')?.questions ?? [];
    await open(desk, 'graston');
    const errorsOf = async (fields: Record<string, string | string[]>) =>
      Object.entries((await desk.send(fields)).errors).map(([block, said]) => [block.split('.')[0], said]);
    expect(await errorsOf({})).toEqual([['short', 'Nothing is changed yet.']]);
    expect(await errorsOf({ answer: 'See [99].' })).toEqual([['answer', expect.stringContaining('A mark stands for')]]);
    expect(await errorsOf({ title: other })).toEqual([['title', expect.stringContaining('is a phrasing of')]]);
    expect(await errorsOf({ wordings: 'my patient John Smith, born 3.4.1961, mrn 123456' })).toEqual([
      ['wordings', expect.stringContaining('details of a patient')],
    ]);
    expect((await errorsOf({ sources: [] })).sort()).toEqual([
      ['answer', expect.stringMatching(/^\[1\] stands for “Stow R .*you have taken out/)],
      ['sources', expect.stringContaining('an answer without a source is not published')],
    ]);
    expect(await errorsOf({ source: 'a web page' })).toEqual([
      ['source', expect.stringContaining('Please write it as')],
    ]);
    expect(desk.run('status', '--porcelain')).toBe('');
  });

  it('marks an entry as one to begin with and sets its months until review, as bare words of YAML, and takes both back', async () => {
    const desk = await startWorkshop();
    const before = await reviewed(desk, 'brands.yml', 'graston');
    await open(desk, 'graston');
    expect([desk.stands('featured'), desk.stands('review_every')]).toEqual(['no', '']);
    for (const months of ['0', '61', '6.', 'six'])
      expect(Object.entries((await desk.send({ review_every: months })).errors)).toEqual([
        [expect.stringMatching(/^review_every\./), expect.stringContaining('whole number of months from 1 to 60')],
      ]);
    await desk.send({ featured: 'yes', review_every: ' 06 ' });
    await desk.shows('featured: not stated → true');
    expect(desk.view()).toContain('review_every: not stated → 6');
    expect(desk.view()).not.toContain('its review no longer stands');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(lines(before, desk.read())).toEqual(['+featured: true', '+review_every: 6']);
    expect(desk.service.faq().knowledge.entries.get('graston')).toMatchObject({ featured: true, reviewEvery: 6 });

    await open(desk, 'graston');
    expect([desk.stands('featured'), desk.stands('review_every')]).toEqual(['yes', '6']);
    await desk.send({ review_every: '18' });
    await desk.shows('review_every: 6 → 18');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toContain('    review_every: 18\n');
    await open(desk, 'graston');
    await desk.send({ featured: 'no', review_every: '' });
    await desk.shows('review_every: 18 → not stated');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toBe(before);
  });

  it('says above its field that one more to begin with would not be shown', async () => {
    const desk = await startWorkshop();
    const others = [...desk.service.faq().knowledge.entries.values()].filter(
      ({ id, place }) => id !== 'graston' && place.file === 'brands.yml',
    );
    const four = others.slice(0, 4).map(({ id }) => id);
    expect(four).toHaveLength(4);
    const text = four.reduce((now, id) => now.replace(`\n  ${id}:\n`, `\n  ${id}:\n    featured: true\n`), desk.read());
    writeFileSync(join(desk.dir, 'brands.yml'), text);
    await vi.waitFor(() => expect(desk.service.faq().knowledge.entries.get(four[3] ?? '')?.featured).toBe(true), WAIT);
    await open(desk, 'graston');
    await desk.send({ featured: 'yes' });
    await desk.shows('5 entries are featured');
    await desk.slack.press({ user: chloe, view_id: desk.slack.modal(chloe)?.id ?? '', label: 'Change it' });
    await desk.shows('Change an entry');
    const blocks = (desk.slack.modal(chloe)?.blocks ?? []) as { block_id?: string; text?: { text: string } }[];
    const at = blocks.findIndex(({ block_id }) => block_id?.startsWith('featured.'));
    expect(blocks[at - 1]?.text?.text).toContain('people are shown the first 4');
  });

  it('tells what the check finds, in the proof and above its field, with all that was typed', async () => {
    const desk = await startWorkshop();
    await open(desk, 'graston');
    await desk.send({ short: 'Yes.', evidence_note: 'Zebra stripes were not counted.' });
    await desk.shows('has only 4 characters');
    await desk.slack.press({ user: chloe, view_id: desk.slack.modal(chloe)?.id ?? '', label: 'Change it' });
    await desk.shows('Change an entry');
    expect(desk.stands('short')).toBe('Yes.');
    expect(desk.stands('evidence_note')).toBe('Zebra stripes were not counted.');
    const blocks = (desk.slack.modal(chloe)?.blocks ?? []) as { block_id?: string; text?: { text: string } }[];
    const at = blocks.findIndex(({ block_id }) => block_id?.startsWith('short.'));
    expect(blocks[at - 1]?.text?.text).toContain('has only 4 characters');
  });

  it('of an entry on safety needs a second lead, before and after, and is marked reviewed by a clinician who says so', async () => {
    const desk = await startWorkshop({ channel: LEADS_CHANNEL });
    await open(desk, 'cleaning', dan);
    await desk.send({ safety: 'no', reviewer: 'Dan Ito, PT' }, dan);
    await desk.shows('Send to a second lead', dan);
    await desk.slack.submit({ user: dan });
    await desk.shows('a second lead must publish it', dan);
    expect(desk.run('log', '--format=%s')).toBe('first');
    await desk.said(chloe, LEADS_CHANNEL);
    await desk.press('Look at it', chloe, LEADS_CHANNEL);
    await desk.shows('• safety');
    expect(desk.view()).toContain('reviewed by Dan Ito, PT');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.service.faq().knowledge.entries.get('cleaning')).toMatchObject({
      safety: false,
      reviewedBy: 'Dan Ito, PT',
    });

    await open(desk, 'graston');
    await desk.send({ safety: 'yes' });
    await desk.shows('Send to a second lead');
    await open(desk, 'graston', dan);
    const { errors } = await desk.send({ wordings: 'zebra', reviewer: 'Dan Ito, PT' }, dan);
    expect(errors).toEqual({ reviewer: expect.stringContaining('The answer is as it was') });
  });
});

describe('two leads who change the same entry', () => {
  const SHORT = 'Graston is one brand of IASTM tools, and no better proven than others.';

  it('are merged by field', async () => {
    const desk = await startWorkshop();
    await open(desk, 'graston');
    await open(desk, 'graston', dan);
    await desk.send({ evidence_note: 'Zebra stripes were not counted.' }, dan);
    await desk.shows('What changes', dan);
    await desk.slack.submit({ user: dan });
    await desk.shows('In service', dan);
    await desk.send({ short: SHORT });
    await desk.shows('What changes');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    const now = desk.service.faq().knowledge.entries.get('graston');
    expect(now).toMatchObject({ short: SHORT, evidenceNote: 'Zebra stripes were not counted.' });
  });

  it('of the same field are shown both, and neither takes the place of the other by a press', async () => {
    const desk = await startWorkshop();
    await open(desk, 'graston');
    await open(desk, 'graston', dan);
    await desk.send({ short: SHORT, related: [] }, dan);
    await desk.shows('What changes', dan);
    await desk.slack.submit({ user: dan });
    await desk.shows('In service', dan);

    await desk.send({ short: 'Graston is a brand like any other of these tools.' });
    await desk.shows('Somebody else has changed this meanwhile');
    expect(desk.view()).toContain(`It says now: ${SHORT}`);
    expect(desk.view()).toContain('here it is as it is now');
    expect(desk.stands('short')).toBe('Graston is a brand like any other of these tools.');
    expect(desk.stands('related')).toBe('');
    await desk.send({});
    await desk.shows('What changes');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.service.faq().knowledge.entries.get('graston')?.short).toBe(
      'Graston is a brand like any other of these tools.',
    );
  });

  it('is told where the other is not in service yet, with the way back to what was typed', async () => {
    const desk = await startWorkshop();
    await open(desk, 'graston');
    await desk.send({ short: SHORT });
    await desk.shows('What changes');
    const short = desk.service.faq().knowledge.entries.get('graston')?.short ?? '';
    writeFileSync(
      join(desk.dir, 'brands.yml'),
      desk.read().replace(short, 'Graston is a make of tools for scraping, as others are.'),
    );
    await desk.slack.submit({ user: chloe });
    await desk.shows('somebody has changed “short” in brands.yml meanwhile');
    expect(desk.view()).toContain('It says now: Graston is a make');
    await vi.waitFor(
      () => expect(desk.service.faq().knowledge.entries.get('graston')?.short).toContain('a make of'),
      WAIT,
    );
    await desk.slack.press({ user: chloe, view_id: desk.slack.modal(chloe)?.id ?? '', label: 'Change it' });
    await desk.shows('What you typed stands below');
    expect(desk.stands('short')).toBe(SHORT);
  });
});

describe('the form that changes an entry', () => {
  it('divides a long list over its fields, and tells of a longer answer where it stands', async () => {
    const desk = await startWorkshop();
    const { knowledge } = desk.service.faq();
    const found = knowledge.entries.get('graston');
    if (found === undefined) throw new Error('no entry');
    const watchFor = Array.from({ length: 300 }, (_, at) => `a word to watch for ${at}`);
    const filled = { answer: ['x'.repeat(3001)], watch_for: [watchFor.join('\n')] };
    const parts = { entry: found, filled, notes: {}, tagOf: () => 'tag', clinician: false };
    const said = JSON.stringify(changeModal(parts, knowledge));
    expect(said).toContain('has 3001 characters, and a form holds 3000. It is changed in the file: `brands.yml:51`');
    expect(said).not.toContain('"block_id":"sources');
    expect(said).toContain('Words that must not be passed over (3 of 3)');
  });

  it('takes a list from all its fields, as it was', async () => {
    const desk = await startWorkshop();
    const watched = Array.from({ length: 300 }, (_, at) => `zebra word ${at}`);
    const text = desk.read().replace('    related:', `    watch_for: [${watched.join(', ')}]\n    related:`);
    writeFileSync(join(desk.dir, 'brands.yml'), text);
    await vi.waitFor(
      () => expect(desk.service.faq().knowledge.entries.get('names-brands')?.watchFor).toHaveLength(300),
      WAIT,
    );
    await open(desk, 'names-brands');
    await desk.send({ watch_for2: 'zebra crossing' });
    await desk.shows('watch_for: + “zebra crossing”');
    expect(desk.view()).toContain('more');
  });

  it('opens wherever a lead meets an entry, and for leads alone', async () => {
    const desk = await startWorkshop({ channel: LEADS_CHANNEL });
    const close = () => desk.slack.close({ user: chloe, all: true });
    await desk.command('review');
    await desk.press('Change it');
    expect(desk.slack.modal(chloe)).toMatchObject({ callback_id: 'change' });
    await close();
    await desk.command('what is graston');
    await desk.press('Sources and review');
    await desk.press('Change it');
    expect(desk.slack.modal(chloe)).toMatchObject({ callback_id: 'change', private_metadata: 'graston' });
    await close();
    const offered = await desk.command('edit graston technique');
    expect(offered?.text).toContain('Is it this entry?');
    await desk.slack.press({ user: chloe, channel: CHANNEL, message_ts: offered?.ts ?? '', action_id: 'change:0' });
    await desk.slack.settled();
    expect(desk.slack.modal(chloe)).toMatchObject({ callback_id: 'change' });
    await close();
    expect((await desk.command('edit zzzzqqq'))?.text).toContain('No entry is called “zzzzqqq”');
    expect((await desk.command('edit'))?.text).toContain('Which entry is to change?');
    for (const word of ['edit', 'edit graston'])
      expect((await desk.command(word, anna))?.text).toContain('for leads alone');
    expect(desk.slack.modal(anna)).toBeUndefined();
    await desk.command('what is graston', anna);
    await desk.press('Sources and review', anna);
    expect(JSON.stringify(pressables((await desk.said(anna)) ?? { blocks: [] }))).not.toContain('Change it');
    const refused = await desk.bot.propose('change', { id: 'x', by: `T0TEAM:${anna}`, about: 'graston', filled: {} });
    expect(refused).toHaveProperty('refused');
  });

  it('is a patch where the folder may not be written', async () => {
    const desk = await startWorkshop();
    await open(desk, 'graston');
    await desk.send({ evidence_note: 'Zebra stripes were not counted.' });
    await desk.shows('What changes');
    chmodSync(desk.dir, 0o555);
    chmodSync(desk.root, 0o755);
    process.seteuid?.(65_534);
    await desk.slack.submit({ user: chloe });
    await desk.shows('exact patch').finally(() => process.seteuid?.(0));
    await vi.waitFor(async () => {
      expect((await desk.said(chloe, dmOf(chloe)))?.text).toContain(
        '+    evidence_note: "Zebra stripes were not counted."',
      );
    }, WAIT);
    expect(await desk.store.lastEdits(9)).toEqual([]);
  });
});
