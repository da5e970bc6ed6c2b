import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGitHub } from '../../src/faq/github.js';
import { plan } from '../../src/faq/plan.js';
import { createRequestPull } from '../../src/faq/pull-request.js';
import type { Change } from '../../src/knowledge/change.js';
import { repositoryAt } from '../../src/repository.js';
import { type Failure, startGitHub, TOKEN } from '../github.js';

const TEXT =
  'entries:\n  one:\n    questions: [is it one]\n    answer: One.\n    sources: [a-1]\n  two:\n    questions: [is it two]\n';
const LIMITS = { deadline: 10_000, largest: 1024 * 1024 };

const asks = (item: string, file = 'safety.yml'): Change => ({
  file,
  steps: [{ does: 'append', entry: 'one', field: 'questions', items: [item] }],
});

/** A folder that is served, and a GitHub that has its source. */
async function start({ text = TEXT, limits = LIMITS, folder = 'knowledge' } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-pull-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const name of ['safety.yml', 'basics.yml']) writeFileSync(join(dir, name), text);
  const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const hub = await startGitHub({ [at('safety.yml')]: text, [at('basics.yml')]: text, 'package.json': '{}' });
  const repository = repositoryAt(hub.address.replace(/\/knowledge$/, folder && `/${folder}`));
  if (repository === null) throw new Error('no address');
  const request = createRequestPull({ github: createGitHub(repository, TOKEN, limits), dir, plan });
  async function ask(
    changes: Change[] = [asks('is it')],
    { edit = 'edit-1', message = 'Leads: more\n\nasked twice' } = {},
  ) {
    const planned = await plan({ dir, changes });
    if (planned.refused !== undefined) throw new Error('refused');
    return request({ changes, files: planned.files, told: { message, edit, lead: 'U0LEAD', confirmed: 'U0OTHER' } });
  }
  return { hub, ask, at, once: () => expect([hub.pulls.length, hub.branches.size]).toEqual([1, 2]) };
}

describe('a pull request', () => {
  it('is one commit of all files that an edit changes, on top of the branch, in the name of the lead', async () => {
    const { hub, ask } = await start();
    expect(await ask([asks('is it'), asks('is it', 'basics.yml')])).toEqual({ link: hub.page(12), apart: false });
    const after = TEXT.replace('is it one', 'is it one, is it');
    expect(hub.filesOf('faq-edit/edit-1')).toEqual({
      'knowledge/safety.yml': after,
      'knowledge/basics.yml': after,
      'package.json': '{}',
    });
    expect(hub.commitOf('faq-edit/edit-1')).toMatchObject({
      parents: ['commit-0'],
      author: { name: 'U0LEAD', email: 'U0LEAD@slack.invalid' },
      committer: { name: 'IASTM FAQ bot' },
      message: 'Leads: more\n\nasked twice\n\nEdit: edit-1\nConfirmed-by: U0OTHER <U0OTHER@slack.invalid>\n',
    });
    expect(hub.pulls).toEqual([
      {
        number: 12,
        title: 'Leads: more',
        head: 'faq-edit/edit-1',
        base: 'main',
        body: [
          'U0LEAD proposes this through the FAQ bot.',
          '',
          '```text\nasked twice\n\nEdit: edit-1\nConfirmed-by: U0OTHER <U0OTHER@slack.invalid>\n```',
        ].join('\n'),
      },
    ]);
    expect(hub.filesOf('main')['knowledge/safety.yml']).toBe(TEXT);
  });

  it('is made at the top of a repository, too, and keeps line breaks and marks to the byte', async () => {
    const text = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
    const { hub, ask, at } = await start({ text, folder: '' });
    expect(await ask()).toEqual({ link: hub.page(12), apart: false });
    expect(hub.filesOf('faq-edit/edit-1')[at('safety.yml')]).toBe(text.replace('is it one', 'is it one, is it'));
  });

  it('mentions, links and closes nothing by what a lead has written', async () => {
    const { hub, ask } = await start();
    await ask(undefined, { message: 'Leads: more\n\n``` closes #1, @octocat' });
    expect(hub.pulls[0]?.body).toMatch(/\n````text\n``` closes #1, @octocat\n[\s\S]*\n````$/);
  });

  it('holds what the file says there, where the branch has moved on, and says so', async () => {
    const { hub, ask } = await start();
    hub.moveOn({ 'knowledge/safety.yml': `${TEXT.replace('is it two', 'two')}# later\n` });
    expect(await ask()).toEqual({ link: hub.page(12), apart: true });
    expect(hub.filesOf('faq-edit/edit-1')['knowledge/safety.yml']).toBe(
      `${TEXT.replace('is it one', 'is it one, is it').replace('is it two', 'two')}# later\n`,
    );
    expect(hub.pulls[0]?.body).toContain('proved on other files than those of main');
  });

  it.each([
    ['says so already', TEXT.replace('is it one', 'is it one, is it'), 'main says so already'],
    [
      'has the entry no more',
      TEXT.replace('  one:', '  uno:'),
      'What this changes in safety.yml is not the same in main as here',
    ],
  ])('is not made where the branch %s', async (_, there, why) => {
    const { hub, ask } = await start();
    hub.moveOn({ 'knowledge/safety.yml': there });
    expect(await ask()).toEqual({ failed: expect.stringContaining(why) });
    expect([hub.pulls, hub.branches.size]).toEqual([[], 1]);
  });
});

describe('a pull request is made once', () => {
  it('however often it is asked for, one after the other or at the same time', async () => {
    const { hub, ask, once } = await start();
    const link = hub.page(12);
    for (const asked of await Promise.all([ask(), ask(), ask()])) expect(asked).toMatchObject({ link });
    expect(await ask()).toMatchObject({ link });
    once();
  });

  it('also where it was merged, and its branch removed', async () => {
    const { hub, ask } = await start();
    await ask();
    hub.branches.delete('faq-edit/edit-1');
    hub.moveOn({ 'knowledge/safety.yml': TEXT.replace('is it one', 'is it one, is it') });
    expect(await ask()).toMatchObject({ link: hub.page(12) });
    expect([hub.pulls.length, hub.branches.size]).toEqual([1, 1]);
  });

  it.each<[string, number]>([
    ['POST /git/refs', 500],
    ['POST /pulls', 502],
    ['POST /git/refs', 422],
    ['POST /pulls', 422],
  ])('where %s was taken, and answered with %i', async (what, status) => {
    const { hub, ask, once } = await start();
    hub.fail(what, { status, taken: true });
    expect(await ask()).toEqual({ link: hub.page(12), apart: false });
    once();
  });

  it.each(['POST /git/trees', 'POST /git/commits', 'POST /git/refs', 'POST /pulls'])(
    'where it broke off at %s, and is asked for again',
    async (what) => {
      const { hub, ask, once } = await start();
      hub.fail(what, { status: 500 });
      expect(await ask()).toEqual({ failed: expect.stringContaining('is at fault itself (500)') });
      hub.fail(what, null);
      expect(await ask()).toMatchObject({ link: hub.page(12) });
      once();
    },
  );
});

describe('what GitHub does not take is told with what to do, and never the token', () => {
  it.each<[string, string, Failure, RegExp]>([
    ['a token that has expired', '*', { status: 401 }, /refuses EDITS_TOKEN \(401\).*Make a new one, with “Contents”/],
    [
      'a token that may only read',
      'POST /git/trees',
      { status: 403 },
      /may not do this in clinic\/faq \(403\)\. Give it/,
    ],
    [
      'a repository that it may not change',
      'POST /git/trees',
      { status: 404 },
      /has no clinic\/faq that EDITS_TOKEN may/,
    ],
    ['a branch that is not there', 'GET /git/ref', { status: 404 }, /has no branch main/],
    ['a file that is not there', 'GET /contents', { status: 404 }, /main has no knowledge\/safety\.yml/],
    [
      'a repository that has moved',
      '*',
      { status: 301, headers: { location: 'http://127.0.0.1:9/' } },
      /has moved \(301\)/,
    ],
    [
      'too many calls',
      '*',
      { status: 429, headers: { 'retry-after': '90' } },
      /no more calls .*\(429\).*again in 2 min/,
    ],
    ['too many of an hour', '*', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, /Try again in an hour/],
    [
      'something else',
      'POST /pulls',
      { status: 422, body: { message: `Not ${TOKEN}` } },
      /does not take it \(422\): Not …\./,
    ],
    ['an answer that is another’s', '*', { status: 200, body: { what: 1 } }, /does not answer as GitHub does/],
    ['an answer that is none', '*', { status: 200, body: '<html>' }, /does not answer as GitHub does/],
  ])('%s', async (_, what, failure, says) => {
    const { hub, ask } = await start();
    hub.fail(what, failure);
    const asked = await ask();
    expect(asked).toEqual({ failed: expect.stringMatching(says) });
    expect(JSON.stringify(asked)).not.toContain(TOKEN);
    expect(hub.pulls).toEqual([]);
  });

  it.each<Failure>(['hang', 'cut'])('a call that is answered late, or not to its end: %s', async (failure) => {
    const { hub, ask } = await start({ limits: { ...LIMITS, deadline: 300 } });
    hub.fail('*', failure);
    expect(await ask()).toEqual({ failed: expect.stringMatching(/no answer in time\. Try again.*not made twice/) });
  });

  it('all calls of one edit together', async () => {
    const { hub, ask } = await start({ limits: { ...LIMITS, deadline: 1500 } });
    hub.delay(1000);
    expect(await ask()).toEqual({ failed: expect.stringContaining('no answer in time') });
    expect(hub.calls.length).toBeLessThan(3);
  });

  it('an answer without end', async () => {
    const { hub, ask } = await start();
    hub.fail('*', 'flood');
    expect(await ask()).toEqual({ failed: expect.stringContaining('answers with more than 1 MB') });
  });

  it('a GitHub that is not there', async () => {
    const { hub, ask } = await start();
    await hub.close();
    expect(await ask()).toEqual({ failed: expect.stringMatching(/cannot be reached \(econnrefused\)\. Check/) });
  });
});

describe('the address of a folder', () => {
  it.each([
    ['https://github.com/clinic/faq/tree/main/knowledge', ['https://api.github.com', 'main', 'knowledge']],
    ['https://github.com/clinic/faq/tree/main/', ['https://api.github.com', 'main', '']],
    ['https://github.com/clinic/faq/tree/v2%2Fnew/a%20b/c?tab=readme#x', ['https://api.github.com', 'v2/new', 'a b/c']],
    ['https://git.clinic.example/clinic/faq/tree/main', ['https://git.clinic.example/api/v3', 'main', '']],
    ['http://localhost:3000/clinic/faq/tree/main', ['http://localhost:3000/api/v3', 'main', '']],
  ])('%s is read', (address, [api, branch, folder]) => {
    expect(repositoryAt(address)).toMatchObject({ owner: 'clinic', name: 'faq', api, branch, folder });
  });

  it.each([
    'github.com/clinic/faq/tree/main',
    'http://github.com/clinic/faq/tree/main',
    'http://127.0.0.1.evil.example/clinic/faq/tree/main',
    'https://me:secret@github.com/clinic/faq/tree/main',
    'https://github.com/clinic/faq',
    'https://github.com/clinic/faq/blob/main/knowledge/safety.yml',
    'https://github.com/clinic/f%2Faq/tree/main',
    'https://github.com/clinic/faq/tree/%ff',
    'git@github.com:clinic/faq.git',
  ])('%s is none', (address) => {
    expect(repositoryAt(address)).toBeNull();
  });
});
