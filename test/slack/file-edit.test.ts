import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { keysOf } from '../../src/store/keys.js';
import { anna, chloe, dan, startWorkshop, WAIT } from './desk.js';

type Workshop = Awaited<ReturnType<typeof startWorkshop>>;

/** What the folder says where the file says something else. */
async function typed(desk: Workshop, change: (before: string) => string) {
  const before = desk.read();
  const after = change(before);
  writeFileSync(join(desk.dir, 'brands.yml'), after);
  const { knowledge } = await loadKnowledge(desk.dir);
  writeFileSync(join(desk.dir, 'brands.yml'), before);
  return { file: 'brands.yml', before, after, knowledge };
}

/** Proposes what was typed, and looks at what it changes, as the desk does. */
async function look(desk: Workshop, change: (before: string) => string) {
  const said = await desk.bot.proposeFile({ by: `T0CLINIC1:${chloe}`, ...(await typed(desk, change)) });
  if ('refused' in said) throw new Error(said.refused.text);
  await desk.slack.pressAtDesk({ user: chloe, action_id: 'edit:0', value: `see ${said.edit}` });
  return said.edit;
}

const withWording = (before: string) => {
  const [first = ''] = /^ {6}- .*$/m.exec(before) ?? [];
  return before.replace(first, `${first}\n      - zebra stripes on the blade`);
};

describe('a file that a lead has typed into', () => {
  it('goes from its proof into the file, the history and the service, and back', async () => {
    const desk = await startWorkshop();
    const before = desk.read();
    await desk.slack.command({
      channel: 'C0GENERAL1',
      user: anna,
      command: '/iastm',
      text: 'zebra stripes on the blade',
    });
    await look(desk, withWording);
    await desk.shows('1 gap answered · 0 lost · 0 changed');
    expect(desk.view()).toContain('“zebra stripes on the blade”: answered');
    expect(desk.view()).toContain('This is how people will see it');
    expect(desk.view()).not.toContain('Change it');
    expect(desk.read()).toBe(before);

    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toBe(withWording(before));
    expect(desk.run('log', '-1', '--format=%an|%s')).toMatch(new RegExp(`^${chloe}\\|Leads: "[^"]+" is changed$`));
    expect((await desk.command('edits'))?.text).toContain('typed into the file');
    await desk.press('Undo');
    await desk.shows('0 gaps answered · 1 lost · 0 changed');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toBe(before);
    expect((await desk.store.lastEdits(9)).map(({ what, state }) => `${what} ${state}`)).toEqual([
      'undo published',
      'file undone',
    ]);
  });

  it('is published beside what somebody else changes elsewhere, and not over what was changed in the same lines', async () => {
    const desk = await startWorkshop();
    await look(desk, withWording);
    await desk.shows('What changes');
    writeFileSync(join(desk.dir, 'brands.yml'), `# read by Dan\n${desk.read()}`);
    await desk.slack.submit({ user: chloe });
    await expect.poll(() => JSON.stringify(desk.slack.modal(chloe)?.title), WAIT).toContain('What changes');
    expect(desk.read()).not.toContain('zebra');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toMatch(/^# read by Dan\n/);
    expect(desk.read()).toContain('zebra stripes on the blade');

    await look(desk, (before) => before.replace('zebra stripes on the blade', 'zebra stripes'));
    await desk.shows('What changes');
    writeFileSync(
      join(desk.dir, 'brands.yml'),
      desk.read().replace('zebra stripes on the blade', 'zebras on the blade'),
    );
    await desk.slack.submit({ user: chloe });
    await desk.shows('somebody has changed the same lines of brands.yml meanwhile');
    expect(desk.read()).toContain('zebras on the blade');
  });

  it('waits for a second lead where an entry on safety says something else', async () => {
    const desk = await startWorkshop();
    const edit = await look(desk, (before) =>
      withWording(before).replace(/^( {4})short: /m, '$1safety: true\n$1short: '),
    );
    await desk.shows('a second lead must look at it');
    await desk.slack.submit({ user: chloe });
    await desk.shows('Sent');
    expect(desk.read()).not.toContain('zebra');
    await desk.slack.pressAtDesk({ user: dan, action_id: 'edit:0', value: `see ${edit}` });
    await expect.poll(() => JSON.stringify(desk.slack.modal(dan))).toContain('gap');
    await desk.slack.submit({ user: dan });
    await expect.poll(() => desk.read()).toContain('zebra');
  });

  it('that mends an error is published where no other file has one', async () => {
    const desk = await startWorkshop();
    const [good, other] = [desk.read(), desk.read('hygiene.yml')];
    const bad = good.replace('sources: [', 'sources: [nobody-1900, ');
    writeFileSync(join(desk.dir, 'brands.yml'), bad);
    writeFileSync(join(desk.dir, 'hygiene.yml'), 'entries: [');
    desk.run('commit', '-qam', 'broken');
    const meant = { by: `T0CLINIC1:${chloe}`, file: 'brands.yml', before: bad, after: good, knowledge: null };
    const seen = async () => {
      const said = await desk.bot.proposeFile(meant);
      if ('refused' in said) throw new Error(said.refused.text);
      await desk.slack.pressAtDesk({ user: chloe, action_id: 'edit:0', value: `see ${said.edit}` });
    };
    await seen();
    await desk.shows('`hygiene.yml:1`, before anything is published: ');
    expect(desk.slack.modal(chloe)?.submit).toBeFalsy();
    writeFileSync(join(desk.dir, 'hygiene.yml'), other);
    await desk.slack.close({ user: chloe, all: true });
    await seen();
    await desk.shows('Nothing could be compared');
    await desk.slack.submit({ user: chloe });
    await desk.shows('In service');
    expect(desk.read()).toBe(good);
  });

  it('is for leads, holds no details of a patient, and no error', async () => {
    const desk = await startWorkshop();
    const meant = await typed(desk, withWording);
    const refused = async (by: string, file: typeof meant) => {
      const said = await desk.bot.proposeFile({ by: `T0CLINIC1:${by}`, ...file });
      return 'refused' in said ? said.refused.text : '';
    };
    expect(await refused(anna, meant)).toContain('for leads alone');
    const details = await typed(desk, (before) =>
      withWording(before).replace('zebra stripes on the blade', 'my patient John Smith, born 3.4.1961, mrn 123456'),
    );
    expect(await refused(chloe, details)).toContain('details of a patient');
    const edit = await look(desk, (before) => before.replace('entries:', 'entires:'));
    await desk.shows('entires');
    expect(desk.slack.modal(chloe)?.submit ?? null).toBeNull();
    expect(JSON.stringify((await desk.bot.publish(edit, `T0CLINIC1:${chloe}`)).view)).toContain('is done');
    expect(await desk.bot.amendForm(edit, `T0CLINIC1:${chloe}`)).toBeNull();
    expect((await desk.store.editOf(edit))?.person).toBe(keysOf('test').person(`T0CLINIC1:${chloe}`));
    expect(desk.run('status', '--porcelain')).toBe('');
  });
});
