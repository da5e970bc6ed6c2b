import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGitHub } from '../../src/faq/github.js';
import { dmOf } from '../../src/playground/workspace.js';
import { repositoryAt } from '../../src/repository.js';
import { KNOWLEDGE } from '../frozen.js';
import { startGitHub, TOKEN } from '../github.js';
import { anna, chloe, dan, startWorkshop, WAIT } from './desk.js';
import { CHANNEL } from './matched.js';

const BY = `T0TEAM:${chloe}`;
const SERVED = Object.fromEntries(
  ['sources.yml', 'brands.yml', 'hygiene.yml'].map((name) => [
    `knowledge/${name}`,
    readFileSync(join(KNOWLEDGE, name), 'utf8'),
  ]),
);

/** A bot whose folder has its source on GitHub. */
async function start(options: Parameters<typeof startWorkshop>[0] = {}) {
  const hub = await startGitHub(SERVED);
  const repository = repositoryAt(hub.address);
  const desk = await startWorkshop({ github: repository && createGitHub(repository, TOKEN), ...options });
  /** Does something while the folder may not be written. */
  async function readOnly<T>(work: () => Promise<T>): Promise<T> {
    chmodSync(desk.dir, 0o555);
    chmodSync(desk.root, 0o755);
    // Who may do everything may write there all the same.
    process.seteuid?.(65_534);
    return work().finally(() => process.seteuid?.(0));
  }
  onTestFinished(() => void process.seteuid?.(0));
  /** An edit that is proved, and what presses on "Publish" come to. */
  async function proved() {
    const filled = { entry: ['graston'], wordings: ['zebra crossing'], why: ['asked by anna@clinic.org'] };
    const said = await desk.bot.propose('wordings', { id: `${Math.random()}`, by: BY, about: '', filled });
    if (!('edit' in said)) throw new Error(JSON.stringify(said));
    await desk.bot.prove(said.edit, BY);
    return said.edit;
  }
  async function publish(id: string, by = BY) {
    const { view, forOne } = await desk.bot.publish(id, by);
    return { view: JSON.stringify(view), forOne: forOne?.text ?? '' };
  }
  return { ...desk, hub, readOnly, proved, publish };
}

describe('an edit where the folder may not be written, and GitHub has its source', () => {
  it('is a pull request, whose link the lead gets beside the patch; nothing of askers goes there', async () => {
    const { hub, ...talk } = await start();
    await talk.slack.command({ channel: CHANNEL, user: anna, command: '/iastm', text: 'giraffe on a bicycle' });
    await talk.fill('Add to an entry', { entry: 'graston', wordings: 'zebra crossing', why: 'anna@clinic.org asked' });
    await talk.shows('“zebra crossing”: answered');
    const before = talk.read();
    await talk.readOnly(async () => {
      await talk.slack.submit({ user: chloe });
      await talk.shows('Proposed as <');
    });
    const link = `<${hub.page(12)}|pull request 12>`;
    expect(talk.view()).toContain(link);
    const message = await vi.waitFor(async () => {
      const found = await talk.said(chloe, dmOf(chloe));
      expect(found?.text).toContain('+      - zebra crossing');
      return found;
    }, WAIT);
    expect(message?.text).toContain(link);
    expect(talk.read()).toBe(before);

    const [edit] = await talk.store.lastEdits(9);
    expect(edit).toMatchObject({ state: 'requested', link: hub.page(12) });
    const changed = Object.entries(hub.filesOf(`faq-edit/${edit?.id}`)).filter(([name, text]) => SERVED[name] !== text);
    expect(changed.map(([name]) => name)).toEqual(['knowledge/brands.yml']);
    const added = changed[0]?.[1].split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual(['      - zebra crossing']);
    expect(hub.pulls).toMatchObject([{ title: expect.stringMatching(/^Leads: more wordings for "/) }]);
    expect(hub.pulls[0]?.body).toMatch(
      new RegExp(
        `^${chloe} proposes this through the FAQ bot\\.[\\s\\S]*asked\n0 gaps answered · 0 lost · 0 changed\n`,
      ),
    );
    const sent = JSON.stringify(hub.calls.map(({ body }) => body));
    for (const word of ['giraffe', 'anna@', TOKEN]) expect(sent).not.toContain(word);
    expect(talk.lines.join()).not.toMatch(new RegExp(`${TOKEN}|zebra`));
  });

  it('stands among the last edits as a pull request, which is closed there and not undone here', async () => {
    const talk = await start();
    const id = await talk.proved();
    await talk.readOnly(() => talk.publish(id));
    const listed = await talk.command('edits');
    expect(listed?.text).toContain(
      `Proposed as <${talk.hub.page(12)}|pull request 12>. To take it back, close it there`,
    );
    expect(JSON.stringify(listed?.blocks)).not.toContain('"Undo"');
    expect(await talk.bot.undo(id, BY, 'press')).toBeNull();
    expect(JSON.stringify(await talk.bot.prove(id, BY))).toContain('pull request 12');
  });

  it('is asked for once, however often it is pressed, by whom, and where the store could not keep it', async () => {
    const talk = await start();
    const id = await talk.proved();
    const lost = vi.spyOn(talk.store, 'keepRequested').mockRejectedValueOnce(new Error('away'));
    await talk.readOnly(async () => {
      expect((await talk.publish(id)).view).toContain('pull request 12');
      lost.mockRestore();
      expect((await talk.store.editOf(id))?.state).toBe('proposed');
      for (const { view } of await Promise.all([talk.publish(id), talk.publish(id, `T0TEAM:${dan}`)]))
        expect(view).toContain('pull request 12');
    });
    expect([talk.hub.pulls.length, talk.hub.branches.size]).toEqual([1, 2]);
    expect((await talk.store.editOf(id))?.link).toBe(talk.hub.page(12));
  });

  it('is a patch, with why and what to do, where GitHub does not take it, and can be published again', async () => {
    const talk = await start();
    const id = await talk.proved();
    talk.hub.fail('POST /pulls', { status: 422, body: { message: `Not <!here> ${TOKEN}` } });
    const { view, forOne } = await talk.readOnly(() => talk.publish(id));
    expect(view).toContain('exact patch');
    expect(view).toContain('There is no pull request: ');
    expect(view).toContain('Not &lt;!here&gt; …');
    expect(forOne).toContain('+      - zebra crossing');
    expect(view + forOne + talk.lines.join()).not.toContain(TOKEN);
    expect(await talk.store.lastEdits(9)).toEqual([]);
    talk.hub.fail('POST /pulls', null);
    expect((await talk.readOnly(() => talk.publish(id))).view).toContain('pull request 12');
  });

  it('is told of, where the branch has moved on since it was proved', async () => {
    const talk = await start();
    talk.hub.moveOn({ 'knowledge/brands.yml': `# later\n${SERVED['knowledge/brands.yml']}` });
    const id = await talk.proved();
    expect((await talk.readOnly(() => talk.publish(id))).view).toContain('others than those in service');
  });

  it('is that of a review, too, and the walk goes on', async () => {
    const talk = await start();
    await talk.command('review', dan);
    const [first] = talk.bot.reviewsDue();
    await talk.press('Mark reviewed', dan);
    await talk.readOnly(async () => {
      await talk.send({ reviewer: 'Dan Ito, PT' }, dan);
      await talk.shows('Proposed as <', dan);
    });
    const [branch = ''] = [...talk.hub.branches.keys()].slice(1);
    expect(JSON.stringify(talk.hub.filesOf(branch))).toContain('reviewed_by: Dan Ito, PT');
    expect(talk.hub.pulls[0]?.title).toBe(`Leads: "${first?.entry.questions[0]}" is reviewed`);
    expect(talk.view(dan)).toContain('*Review 2 of ');
  });

  it('is not asked for in the playground, nor where the folder may be written', async () => {
    const trial = await start({ trial: true });
    const id = await trial.proved();
    expect((await trial.readOnly(() => trial.publish(id))).view).toContain('exact patch');
    const talk = await start();
    expect((await talk.publish(await talk.proved())).view).toContain('Published');
    expect([trial.hub.calls, talk.hub.calls]).toEqual([[], []]);
  });
});
