import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { dayOf } from '../../src/knowledge/day.js';
import { reviewsDue } from '../../src/knowledge/review.js';
import { dmOf } from '../../src/playground/workspace.js';
import { anna, chloe, dan, startWorkshop, WAIT } from './desk.js';
import { pressables } from './matched.js';

const today = () => dayOf(new Date(), 'UTC');
const DAN = `T0TEAM:${dan}`;

/** Dan, a clinician, walks through what is due in a folder of its own. */
async function startWalk(options: Parameters<typeof startWorkshop>[0] = {}) {
  const desk = await startWorkshop(options);
  const due = () => reviewsDue(desk.service.faq().knowledge, today()).map(({ entry }) => entry);
  const [first, second] = due();
  if (first === undefined || second === undefined) throw new Error('Nothing is due.');
  const { file } = first.place;
  /** What the button on the card that somebody sees last carries. */
  async function carriedBy(user = dan) {
    const shown = pressables(await desk.said(user).then((message) => message ?? { blocks: [] }));
    return shown.find(({ text }) => text?.text === 'Mark reviewed')?.value ?? '';
  }
  async function open(user = dan) {
    await desk.command('review', user);
    await desk.press('Mark reviewed', user);
  }
  const fill = (reviewer: string, user = dan) => desk.send({ reviewer }, user);
  const commits = () => desk.run('log', '--format=%s').split('\n');
  /** The lines of the file that were not there at first. */
  const before = desk.read(file).split('\n');
  const added = () =>
    desk
      .read(file)
      .split('\n')
      .filter((line) => !before.includes(line));
  const save = (from: string, to: string) => writeFileSync(join(desk.dir, file), desk.read(file).replace(from, to));
  return { ...desk, due, first, second, file, carriedBy, open, fillIn: fill, commits, added, save, all: due().length };
}

describe('marking an entry reviewed', () => {
  it('writes the day and the name, commits them with the clinician as author, and goes on to the next card', async () => {
    const walk = await startWalk();
    await walk.open();
    expect(walk.view(dan)).toContain('You confirm that a clinician has read this answer and its sources.');
    expect(walk.view(dan)).toContain(today());
    expect(walk.commits()).toEqual(['first']);
    expect(await walk.fillIn('  Dan  Ito, PT ')).toMatchObject({ acked: true, errors: {}, trouble: null });
    await walk.shows('In service', dan);
    expect(walk.view(dan)).toContain(`*Marked reviewed:*`);
    expect(walk.view(dan)).toContain(`${today()} · Dan Ito, PT`);
    expect(walk.view(dan)).toContain(`*Review 1 of ${walk.all - 1}:*`);
    expect(walk.view(dan)).toContain(`\`${walk.second.id}\``);
    expect(walk.added().map((line) => line.trim())).toEqual([`reviewed: "${today()}"`, 'reviewed_by: Dan Ito, PT']);
    expect(walk.run('log', '-1', '--format=%an|%s')).toMatch(new RegExp(`^${dan}\\|Leads: ".+" is reviewed$`));
    expect(walk.run('status', '--porcelain')).toBe('');
    expect(walk.due().map(({ id }) => id)).not.toContain(walk.first.id);
    expect(await walk.store.lastEdits(9)).toMatchObject([{ what: 'review', state: 'published', entry: walk.first.id }]);
    expect(JSON.stringify(await walk.store.lastEdits(9))).not.toContain(dan);

    // The walk goes on in the modal, with the name that was written last.
    await walk.slack.press({ user: dan, view_id: walk.slack.modal(dan)?.id ?? '', label: 'Mark reviewed' });
    await walk.shows('You confirm', dan);
    expect(walk.slack.modals(dan)).toHaveLength(1);
    expect(walk.view(dan)).toContain('"initial_value":"Dan Ito, PT"');
    await walk.slack.submit({ user: dan, values: { reviewer: { reviewer: 'Dan Ito, PT' } } });
    await walk.shows(`*Review 1 of ${walk.all - 2}:*`, dan);
    expect(walk.commits()).toHaveLength(3);
  });

  it('is taken back by the edits, and is due again then', async () => {
    const walk = await startWalk();
    const before = walk.read(walk.file);
    await walk.open();
    await walk.fillIn('Dan Ito, PT');
    await walk.shows('In service', dan);
    expect((await walk.command('edits', dan))?.text).toContain('reviewed: *');
    await walk.press('Undo', dan);
    await walk.shows('0 gaps answered · 0 lost · 0 changed', dan);
    await walk.slack.submit({ user: dan });
    // An entry on safety is taken back by a second lead.
    if (walk.first.safety) {
      await walk.shows('a second lead must publish it', dan);
      await walk.press('Look at it', chloe, dmOf(chloe));
      await walk.shows('What changes', chloe);
      await walk.slack.submit({ user: chloe });
      await walk.shows('In service', chloe);
    } else await vi.waitFor(() => expect(walk.commits()).toHaveLength(3), WAIT);
    await vi.waitFor(() => expect(walk.due()[0]?.id).toBe(walk.first.id), WAIT);
    expect(walk.read(walk.file)).toBe(before);
  });

  it('is of the day by the clinic’s clock', async () => {
    const now = () => new Date('2026-11-26T02:00:00Z');
    const walk = await startWalk({ timeZone: 'America/Denver', now });
    await walk.open();
    await walk.fillIn('Dan Ito, PT');
    await vi.waitFor(async () => expect(await walk.store.lastEdits(1)).toHaveLength(1), WAIT);
    expect(walk.added().join()).toContain('reviewed: "2026-11-25"');
  });

  it('is for clinicians alone, whatever is pressed or sent', async () => {
    const clinicians = [chloe, dan];
    const walk = await startWalk({ clinicians });
    await walk.command('review', chloe);
    const value = await walk.carriedBy(chloe);
    clinicians.shift();
    await walk.press('Mark reviewed', chloe);
    expect((await walk.said(chloe))?.text).toContain('That is for clinicians alone');
    await walk.command('review', chloe);
    expect(await walk.carriedBy(chloe)).toBe('');
    const sent = { id: 'x', value, fields: { reviewer: ['Chloe'] } };
    for (const [user, no] of [
      [chloe, 'for clinicians alone'],
      [anna, 'for leads alone'],
    ] as const) {
      const by = `T0TEAM:${user}`;
      expect(JSON.stringify(await walk.bot.markForm({ by }, value))).toContain(no);
      expect((await walk.bot.mark({ ...sent, by })).said.text).toContain(no);
    }
    expect(walk.commits()).toEqual(['first']);
    expect(walk.run('status', '--porcelain')).toBe('');
  });

  it('that was not carried out is not published by the way of other edits', async () => {
    const walk = await startWalk();
    await walk.command('review', dan);
    const value = await walk.carriedBy();
    const hook = join(walk.root, '.git/hooks/pre-commit');
    // As slow as a check of the folder.
    writeFileSync(hook, '#!/bin/sh\nsleep 1\necho no >&2\nexit 1\n');
    const { since } = walk.service.state();
    chmodSync(hook, 0o755);
    const before = walk.read(walk.file);
    const kept: string[] = [];
    const { keepEdit } = walk.store;
    walk.store.keepEdit = (edit) => {
      kept.push(edit.id);
      return keepEdit(edit);
    };
    const { said, next } = await walk.bot.mark({ id: 'x', by: DAN, value, fields: { reviewer: ['Dan Ito'] } });
    expect(said.text).toContain('git did not take it');
    // The same card, since nothing was written; and what was taken back was never in service.
    expect(next.text).toContain(`\`${walk.first.id}\``);
    expect(walk.read(walk.file)).toBe(before);
    expect(walk.service.state().since).toBe(since);
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    const by = `T0TEAM:${chloe}`;
    expect(JSON.stringify(await walk.bot.prove(kept[0] ?? '', by))).toContain('is done');
    expect(JSON.stringify((await walk.bot.publish(kept[0] ?? '', by)).view)).toContain('is done');
    expect(await walk.bot.amendForm(kept[0] ?? '', by)).toBeNull();
    expect(walk.commits()).toEqual(['first']);
  });

  it('needs a name', async () => {
    const walk = await startWalk();
    await walk.open();
    expect(Object.keys((await walk.fillIn('')).errors)).toEqual(['reviewer']);
    expect(walk.slack.modal(dan)).toMatchObject({ callback_id: 'mark' });
    for (const blank of ['', '  ', '\u00a0\n'])
      expect(walk.bot.marksNobody({ reviewer: [blank] })?.errors.reviewer).toContain('Please write a name');
    await walk.fillIn('"Dan": #1 <@U1>');
    await walk.shows('In service', dan);
    expect(walk.service.faq().knowledge.entries.get(walk.first.id)?.reviewedBy).toBe('"Dan": #1 <@U1>');
    expect(walk.view(dan)).toContain('&lt;@U1&gt;');
  });

  it('is refused where another text is in service than the card showed, and shows what it says now', async () => {
    const walk = await startWalk();
    await walk.command('review', dan);
    const value = await walk.carriedBy();
    const short = walk.first.short ?? '';
    walk.save(short, 'Zebras say otherwise.');
    await vi.waitFor(
      () => expect(walk.service.faq().knowledge.entries.get(walk.first.id)?.short).toBe('Zebras say otherwise.'),
      WAIT,
    );
    await walk.press('Mark reviewed', dan);
    const again = (await walk.said(dan))?.text ?? '';
    expect(again).toContain('*Nothing is written*');
    expect(again).toContain('Zebras say otherwise.');
    const { said } = await walk.bot.mark({ id: 'x', by: DAN, value, fields: { reviewer: ['Dan Ito'] } });
    expect(said.text).toContain('Please read it again');
    expect(walk.added().join()).not.toContain('reviewed');
  });

  it('is refused where a source says something else than the card showed', async () => {
    const walk = await startWalk();
    await walk.command('review', dan);
    const value = await walk.carriedBy();
    const source = walk.service.faq().knowledge.sources.get(walk.first.sources[0] ?? '');
    const citation = source?.citation.slice(0, 30) ?? '';
    writeFileSync(join(walk.dir, 'sources.yml'), walk.read('sources.yml').replace(citation, `Zebra. ${citation}`));
    await vi.waitFor(
      () => expect(walk.service.faq().knowledge.sources.get(source?.id ?? '')?.citation).toContain('Zebra'),
      WAIT,
    );
    const { said } = await walk.bot.mark({ id: 'x', by: DAN, value, fields: { reviewer: ['Dan Ito'] } });
    expect(said.text).toContain('Please read it again');
  });

  it('is refused where the file says something else that is not in service yet', async () => {
    const walk = await startWalk();
    await walk.open();
    // Another file has an error, so that nothing new is served.
    writeFileSync(join(walk.dir, walk.file === 'brands.yml' ? 'hygiene.yml' : 'brands.yml'), 'entries: [');
    walk.save(walk.first.short ?? '', 'Zebras say otherwise.');
    await walk.fillIn('Dan Ito, PT');
    await walk.shows('somebody has changed “short”', dan);
    expect(walk.view(dan)).toContain(`*Review 1 of ${walk.all}:*`);
    expect(walk.added().join()).not.toContain('reviewed');
  });

  it('is told from one that is in service: another file has an error', async () => {
    const walk = await startWalk();
    await walk.open();
    writeFileSync(join(walk.dir, walk.file === 'brands.yml' ? 'hygiene.yml' : 'brands.yml'), 'entries: [');
    await walk.fillIn('Dan Ito, PT');
    await walk.shows('not in service', dan);
    expect(walk.view(dan)).toContain('*Marked reviewed:*');
    expect(walk.view(dan)).toContain(`*Review 2 of ${walk.all}:*`);
  });

  it('is written once, however often it is pressed and sent, and by one of two clinicians', async () => {
    const walk = await startWalk({ clinicians: [chloe, dan] });
    await walk.command('review', dan);
    const value = await walk.carriedBy();
    const fields = { reviewer: ['Dan Ito, PT'] };
    const sent = [1, 2, 3].map(() => walk.bot.mark({ id: 'x', by: DAN, value, fields }));
    const other = walk.bot.mark({ id: 'y', by: `T0TEAM:${chloe}`, value, fields: { reviewer: ['Chloe'] } });
    const said = (await Promise.all([...sent, other])).map((each) => each.said.text);
    expect(said.filter((text) => text.includes('Marked reviewed'))).toHaveLength(1);
    expect(said[3]).toMatch(/somebody has changed “reviewed_by”|Nothing is written/);
    expect(walk.commits()).toHaveLength(2);
    expect(walk.added()).toHaveLength(2);
    // Delivered once more, later; and pressed once more on the old card.
    expect((await walk.bot.mark({ id: 'x', by: DAN, value, fields })).said.text).toContain('is done');
    const late = await walk.bot.mark({ id: 'z', by: DAN, value, fields });
    expect(late.said.text).toContain('due no longer');
    expect(late.next.text).toContain(`\`${walk.second.id}\``);
    expect(walk.commits()).toHaveLength(2);
  });

  it('of an entry that is gone, or by a value that is none of ours, writes nothing', async () => {
    const walk = await startWalk();
    const fields = { reviewer: ['Dan'] };
    for (const value of ['0 x no-such-entry', '', 'x', '1', '0 v'])
      expect((await walk.bot.mark({ id: value, by: DAN, value, fields })).said.text).not.toContain('Marked');
    expect(walk.commits()).toEqual(['first']);
  });

  it('is a patch in a message where the folder may not be written', async () => {
    const walk = await startWalk();
    await walk.open();
    chmodSync(walk.dir, 0o555);
    chmodSync(walk.root, 0o755);
    process.seteuid?.(65_534);
    await walk.fillIn('Dan Ito, PT');
    await walk.shows('exact patch', dan).finally(() => process.seteuid?.(0));
    await vi.waitFor(async () => {
      const { text = '' } = (await walk.said(dan, dmOf(dan))) ?? {};
      expect(text).toMatch(/\+\s+reviewed_by: Dan Ito, PT/);
    }, WAIT);
    expect(walk.view(dan)).toContain(`*Review 2 of ${walk.all}:*`);
    expect(await walk.store.lastEdits(9)).toEqual([]);
  });
});
