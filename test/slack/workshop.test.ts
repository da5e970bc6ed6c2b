import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { dmOf, LEADS_CHANNEL } from '../../src/playground/workspace.js';
import { keysOf } from '../../src/store/keys.js';
import { anna, chloe, dan, startWorkshop, WAIT } from './desk.js';
import { CHANNEL } from './matched.js';

const DRAFT = {
  title: 'Can I scrape over a zebra tattoo?',
  wordings: 'zebra tattoo, scrape it?\n- tattoo of a zebra on the calf',
  short: 'Over a healed tattoo it is nobody’s wish to press hard: go lightly.',
  answer: 'A healed tattoo is skin like any other [1].\n\n- Wait until it has healed [2].',
  sources: ['stmfish'],
  source: 'Zebra A (2026). Stripes and tools. J Scrape 1:1. https://doi.org/10.1000/zebra',
  topic: 'brands',
  safety: 'no',
};

describe('adding wordings to an entry', () => {
  it('goes from its proof into the file, the history and the service, and back', async () => {
    const desk = await startWorkshop();
    const before = desk.read();
    await desk.slack.command({ channel: CHANNEL, user: anna, command: '/iastm', text: 'zebra stripes on the blade' });
    const sent = await desk.fill('Add to an entry', {
      entry: 'graston',
      wordings: 'zebra stripes on the blade\n• zebra: wipe it?',
      why: 'asked by anna@clinic.org',
    });
    expect(sent).toMatchObject({ acked: true, errors: {}, trouble: null });
    await desk.shows('1 gap answered · 0 lost · 0 changed');
    expect(desk.view()).toContain('“zebra: wipe it?”: answered');
    expect(desk.view()).toContain('This is how people will see it');
    expect(desk.read()).toBe(before);

    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    const added = desk
      .read()
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual(['      - zebra stripes on the blade', '      - "zebra: wipe it?"']);
    expect(desk.run('log', '-1', '--format=%an|%B', '--', 'knowledge/brands.yml')).toMatch(
      new RegExp(`^${chloe}\\|Leads: more wordings for "[^"]+"\n\n(?!.*anna@).*\n1 gap answered`),
    );
    expect(desk.service.faq().matcher.match('zebra stripes on the blade').entry).toBe('graston');

    const { text = '' } = (await desk.command('edits')) ?? {};
    expect(text).toContain('1 gap answered · 0 lost · 0 changed');
    expect(JSON.stringify(await desk.store.lastEdits(9))).not.toMatch(new RegExp(`${chloe}|anna@`));
    await desk.press('Undo');
    await desk.shows('0 gaps answered · 1 lost · 0 changed');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toBe(before);
    expect(desk.run('log', '--format=%s')).toMatch(/^Leads: an edit of "[^"]+" is taken back\nLeads: more wordings/);
    expect((await desk.store.lastEdits(9)).map(({ what, state }) => `${what} ${state}`)).toEqual([
      'undo published',
      'wordings undone',
    ]);
  });

  it('makes a test of what is answered already', async () => {
    const desk = await startWorkshop();
    const before = desk.read();
    await desk.fill('Add to an entry', {
      entry: 'graston',
      wordings: 'what does the graston technique involve really',
    });
    await desk.shows('answered');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    const added = desk
      .read()
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual(['    tests:', '      - what does the graston technique involve really']);
  });

  it('is mended at the field: details of a patient, a phrasing of another entry, nothing at all', async () => {
    const desk = await startWorkshop();
    const [other] = desk.faq.knowledge.entries.get('cleaning')?.questions ?? [];
    const entry = [...desk.faq.knowledge.entries.values()].find(({ topic }) => topic === 'brands');
    await desk.command('add');
    await desk.press('Add to an entry');
    const errorsOf = async (wordings: string) =>
      (await desk.send({ entry: entry?.id ?? '', wordings })).errors.wordings ?? '';
    expect(await errorsOf('my patient John Smith, born 3.4.1961, mrn 123456')).toContain('details of a patient');
    expect(await errorsOf(`${other?.toUpperCase()}`)).toContain('is a phrasing of');
    expect(await errorsOf(' - \n\n')).toBe('Please write at least one wording.');
    expect(desk.slack.modal(chloe)).toMatchObject({ callback_id: 'wordings' });
  });

  it('is for leads alone, whatever somebody presses or sends', async () => {
    const desk = await startWorkshop();
    for (const word of ['add', 'edits']) expect((await desk.command(word, anna))?.text).toContain('for leads alone');
    const edit = { ...(await anEdit(desk)), state: 'proposed' as const, proof: 'x' };
    await desk.store.keepEdit(edit);
    const by = `T0TEAM:${anna}`;
    expect(JSON.stringify((await desk.bot.publish(edit.id, by)).view)).toContain('is done');
    expect(JSON.stringify(await desk.bot.prove(edit.id, by))).toContain('is done');
    expect(await desk.bot.undo(edit.id, by, 'x')).toBeNull();
    expect('faults' in (await desk.bot.propose('draft', { id: 'x', by, about: '', filled: {} }))).toBe(false);
    expect(desk.run('status', '--porcelain')).toBe('');
  });
});

async function anEdit(desk: Awaited<ReturnType<typeof startWorkshop>>) {
  const filled = { entry: ['graston'], wordings: ['zebra crossing'] };
  const said = await desk.bot.propose('wordings', { id: `${Math.random()}`, by: `T0TEAM:${chloe}`, about: '', filled });
  const edit = 'edit' in said ? await desk.store.editOf(said.edit) : null;
  if (edit === null) throw new Error(JSON.stringify(said));
  return edit;
}

describe('drafting an answer', () => {
  it('adds the entry and its new source in one commit, and is answered from then on', async () => {
    const desk = await startWorkshop();
    const before = [desk.read(), desk.read('sources.yml')];
    expect(await desk.fill('Draft an answer', DRAFT)).toMatchObject({ errors: {}, trouble: null });
    await desk.shows('This is how people will see it');
    expect(desk.view()).toContain('go lightly');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read().startsWith(before[0]?.trimEnd() ?? '')).toBe(true);
    expect(desk.read().slice(before[0]?.length)).toContain('  can-i-scrape-over-a-zebra-tattoo:\n    questions:\n');
    expect(desk.read('sources.yml').slice(before[1]?.length)).toContain(
      '  zebra-2026:\n    citation: Zebra A (2026). Stripes and tools. J Scrape 1:1.\n    url: https://doi.org/10.1000/zebra\n    verified: false\n',
    );
    expect(desk.run('show', '--format=', '--name-only', 'HEAD').split('\n')).toHaveLength(2);
    const found = desk.service.faq().knowledge.entries.get('can-i-scrape-over-a-zebra-tattoo');
    expect(found).toMatchObject({ sources: ['stmfish', 'zebra-2026'], safety: false });
    expect(found?.reviewed).toBeUndefined();
  });

  it('tells at the field that a mark has no source, or that there is none at all, and keeps what was typed', async () => {
    const desk = await startWorkshop();
    await desk.command('add');
    await desk.press('Draft an answer');
    const { errors } = await desk.send({ ...DRAFT, answer: 'See [3].' });
    expect(errors).toEqual({ answer: 'A mark stands for a source of the list: [1] to [2].' });
    const { sources: _, source: __, ...bare } = DRAFT;
    expect((await desk.send(bare)).errors.sources).toContain('an answer without a source is not published');
    expect((await desk.send({ ...DRAFT, source: 'a web page' })).errors.source).toContain('Please write it as');
    await desk.send(DRAFT);
    await desk.shows('Change it');
    await desk.slack.press({ user: chloe, view_id: desk.slack.modal(chloe)?.id ?? '', label: 'Change it' });
    await desk.shows('Draft an answer');
    expect(desk.view()).toContain('A healed tattoo is skin like any other');
    expect(desk.view()).toContain('"initial_options":[{"text":{"type":"plain_text","text":"');
  });

  it('with what the check calls an error is not published, whatever is sent', async () => {
    const desk = await startWorkshop();
    await desk.fill('Draft an answer', { ...DRAFT, source: 'Zebra A (2026). Stripes. https://doi.org/zebra' });
    await desk.shows('is malformed');
    expect(desk.slack.modal(chloe)?.submit).toBeFalsy();
    await desk.slack.submit({ user: chloe });
    await desk.shows('is done');
    expect(desk.run('log', '--format=%s')).toBe('first');
  });

  it('is not published while a file that it leaves alone has an error, which is told with its place', async () => {
    const desk = await startWorkshop();
    const good = desk.read('hygiene.yml');
    writeFileSync(join(desk.dir, 'hygiene.yml'), 'entries: [');
    await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
    await desk.shows('`hygiene.yml:1`, before anything is published: ');
    expect(desk.view()).toContain('Nothing was asked again');
    expect(desk.slack.modal(chloe)?.submit).toBeFalsy();
    writeFileSync(join(desk.dir, 'hygiene.yml'), good);
    await desk.slack.press({ user: chloe, view_id: desk.slack.modal(chloe)?.id ?? '', label: 'Change it' });
    await desk.shows('Add to an entry');
    expect(desk.view()).not.toContain('before anything is published');
    await desk.send({});
    await desk.shows('“zebra crossing”: answered');
    expect(desk.slack.modal(chloe)?.submit).toMatchObject({ text: 'Publish' });
  });

  it('that is about safety needs a second lead, who publishes it', async () => {
    const desk = await startWorkshop({ channel: LEADS_CHANNEL });
    await desk.fill('Draft an answer', { ...DRAFT, safety: 'yes' });
    await desk.shows('Send to a second lead');
    await desk.slack.submit({ user: chloe });
    await desk.shows('a second lead must publish it');
    expect(desk.run('log', '--format=%s')).toBe('first');
    const told = await desk.said(dan, LEADS_CHANNEL);
    expect(told?.text).toContain(`<@${chloe}> proposes an edit on safety`);
    // Who proposed it may look, and not publish.
    await desk.press('Look at it', chloe, LEADS_CHANNEL);
    await desk.shows('waits for a second lead');
    expect(desk.slack.modal(chloe)?.submit).toBeFalsy();
    await desk.press('Look at it', dan, LEADS_CHANNEL);
    await desk.shows('This is how people will see it', dan);
    await desk.slack.submit({ user: dan });
    await desk.shows('In service', dan);
    expect(desk.run('log', '-1', '--format=%an|%(trailers:key=Confirmed-by,valueonly)')).toBe(
      `${chloe}|${dan} <${dan}@slack.invalid>`,
    );
    expect(desk.service.faq().knowledge.entries.get('can-i-scrape-over-a-zebra-tattoo')?.safety).toBe(true);
  });

  it('is reviewed where a clinician says so, and by nobody else, on the day by the clinic’s clock', async () => {
    const desk = await startWorkshop({ timeZone: 'America/Denver', now: () => new Date('2026-11-26T02:00:00Z') });
    await desk.command('add');
    await desk.press('Draft an answer');
    expect(desk.view()).not.toContain('Reviewed by');
    const filled = Object.fromEntries(
      Object.entries({ ...DRAFT, reviewer: 'Dan Ito, PT' }).map(([k, v]) => [k, [v].flat()]),
    );
    const changeOf = async (user: string) => {
      const said = await desk.bot.propose('draft', { id: user, by: `T0TEAM:${user}`, about: '', filled });
      return 'edit' in said ? ((await desk.store.editOf(said.edit))?.change ?? '') : JSON.stringify(said);
    };
    expect(await changeOf(chloe)).not.toContain('reviewed');
    const changed = await changeOf(dan);
    for (const field of ['"reviewed_by":"Dan Ito, PT"', '"reviewed":"2026-11-25"', '"changed":"2026-11-25"'])
      expect(changed).toContain(field);
  });
});

it('goes on in a pause, which is often for the very answer that is mended', async () => {
  const desk = await startWorkshop();
  await desk.command('pause');
  await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
  await desk.shows('“zebra crossing”: answered');
  expect(desk.bot.lookUp('graston', `T0TEAM:${chloe}`)).not.toEqual([]);
  expect(desk.bot.lookUp('graston', `T0TEAM:${anna}`)).toEqual([]);
});

describe('an edit that cannot be published', () => {
  it('of a lead without a second one says so', async () => {
    const desk = await startWorkshop({ people: [chloe] });
    await desk.fill('Draft an answer', { ...DRAFT, safety: 'yes' });
    await desk.shows('Send to a second lead');
    await desk.slack.submit({ user: chloe });
    await desk.shows('names nobody else');
  });

  it('is a patch in a message where the folder may not be written', async () => {
    const desk = await startWorkshop();
    await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
    await desk.shows('“zebra crossing”: answered');
    chmodSync(desk.dir, 0o555);
    chmodSync(desk.root, 0o755);
    process.seteuid?.(65_534);
    await desk.slack.submit({ user: chloe });
    await desk.shows('exact patch').finally(() => process.seteuid?.(0));
    const told = await vi.waitFor(async () => {
      const message = await desk.said(chloe, dmOf(chloe));
      expect(message?.text).toContain('+      - zebra crossing');
      return message;
    }, WAIT);
    expect(told?.text).toContain('--- a/brands.yml');
    expect(await desk.store.lastEdits(9)).toEqual([]);
  });

  it('is taken back whole where git refuses, and told in its words', async () => {
    const desk = await startWorkshop();
    const before = desk.read();
    writeFileSync(join(desk.root, '.git/hooks/pre-commit'), '#!/bin/sh\necho "check failed <!channel>" >&2\nexit 1\n');
    chmodSync(join(desk.root, '.git/hooks/pre-commit'), 0o755);
    await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
    await desk.shows('“zebra crossing”: answered');
    await desk.slack.submit({ user: chloe });
    await desk.shows('check failed &lt;!channel&gt;');
    expect(desk.read()).toBe(before);
  });

  it('is not taken back where somebody has built upon it', async () => {
    const desk = await startWorkshop();
    await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
    await desk.shows('“zebra crossing”: answered');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    writeFileSync(join(desk.dir, 'brands.yml'), desk.read().replace('zebra crossing', 'zebra crossings'));
    await desk.command('edits');
    await desk.press('Undo');
    await desk.shows('somebody has changed the same lines of brands.yml since');
  });

  it('is told from one that is in service: another file has an error', async () => {
    const desk = await startWorkshop();
    await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
    await desk.shows('“zebra crossing”: answered');
    // In the moment between the proof and the reading.
    writeFileSync(join(desk.root, '.git/hooks/pre-commit'), '#!/bin/sh\necho "entries: [" > knowledge/hygiene.yml\n');
    chmodSync(join(desk.root, '.git/hooks/pre-commit'), 0o755);
    await desk.slack.submit({ user: chloe });
    await desk.shows('not in service');
  });

  it('as it was proved, since somebody has written meanwhile, is proved again before it is', async () => {
    const desk = await startWorkshop();
    await desk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing' });
    await desk.shows('“zebra crossing”: answered');
    const before = desk.read();
    // Another lead gives the same words to another entry.
    const hygiene = desk
      .read('hygiene.yml')
      .replace(/(\n {2}cleaning:\n {4}questions:\n)/, '$1      - zebra crossing\n');
    writeFileSync(join(desk.dir, 'hygiene.yml'), hygiene);
    await desk.slack.submit({ user: chloe });
    await desk.shows('has changed since you looked at this edit');
    expect(desk.view()).not.toContain('“zebra crossing”: answered');
    expect(desk.slack.modal(chloe)?.submit).toBeFalsy();
    expect(desk.read()).toBe(before);
  });

  it('as it was proved is published by a second press, where what it changes now is shown', async () => {
    const desk = await startWorkshop();
    const { id } = await anEdit(desk);
    await desk.bot.prove(id, `T0TEAM:${chloe}`);
    writeFileSync(join(desk.dir, 'hygiene.yml'), `${desk.read('hygiene.yml')}# later\n`);
    const before = desk.read();
    const again = await desk.bot.publish(id, `T0TEAM:${chloe}`);
    expect(JSON.stringify(again.view)).toContain('has changed since you looked');
    expect(again.view.submit).toBeTruthy();
    expect(desk.read()).toBe(before);
    const done = await desk.bot.publish(id, `T0TEAM:${chloe}`);
    expect(JSON.stringify(done.view)).toContain('Published');
    expect(desk.read()).not.toBe(before);
  });

  it('is carried out once, however often it is sent', async () => {
    const desk = await startWorkshop();
    const { id } = await anEdit(desk);
    const by = `T0TEAM:${chloe}`;
    // Without a proof it is not published, whatever a payload says.
    expect(JSON.stringify((await desk.bot.publish(id, by)).view)).toContain('is done');
    await desk.bot.prove(id, by);
    const outcomes = await Promise.all([1, 2, 3].map(() => desk.bot.publish(id, by)));
    expect(outcomes.filter(({ later }) => later !== undefined)).toHaveLength(1);
    expect(desk.run('log', '--format=%s').split('\n')).toHaveLength(2);
    expect((await desk.store.editOf(id))?.person).toBe(keysOf('test').person(by));
  });

  it('stays published where another lead has it proved meanwhile, and can be taken back', async () => {
    const desk = await startWorkshop();
    const { id } = await anEdit(desk);
    await desk.bot.prove(id, `T0TEAM:${chloe}`);
    const late = desk.bot.prove(id, `T0TEAM:${dan}`);
    await desk.bot.publish(id, `T0TEAM:${chloe}`);
    expect(JSON.stringify(await late)).toContain('is done');
    expect(await desk.store.lastEdits(9)).toMatchObject([{ id, state: 'published' }]);
    expect(await desk.bot.undo(id, `T0TEAM:${chloe}`, 'press')).not.toBeNull();
  });
});
