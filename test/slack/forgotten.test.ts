import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { LEADS, LEADS_CHANNEL, TEAM } from '../../src/playground/workspace.js';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import { startConversation } from '../conversation.js';
import { answerWith, onCard, pressIn, sendForm } from './leads.js';
import { BEN, CHANNEL, withPath } from './learning.js';
import { askAt, MENTION, seen } from './matched.js';

const VAIN = 'what is the wifi password of the zebra';
/** Tables without a row of anybody. That somebody was forgotten is kept for a week, so that nothing of theirs is written late. */
const OF_NOBODY = ['forgotten', 'gaps', 'migrations', 'settings'];

it('"forget me" leaves nothing of a lead who has used everything, in no table and not in the bytes of the files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-'));
  const file = join(folder, 'test.db');
  const [lead = ''] = LEADS;
  const talk = await startConversation({
    faq: await withPath(),
    store: await openStore(`file:${file}`),
    leads: { people: [...LEADS], channel: LEADS_CHANNEL },
  });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { slack, bot, store } = talk;
  const by = `${TEAM.id}:${lead}`;
  const command = async (text: string, user = lead) => {
    await slack.command({ channel: CHANNEL, user, command: '/iastm', text });
    await slack.settled();
  };
  const press = (label: string, user = lead) => pressIn(talk, CHANNEL, user, label);

  await slack.say({ channel: CHANNEL, user: lead, text: `${MENTION} ${VAIN}` });
  await command('is bruising normal?');
  const answered = (await seen(talk, CHANNEL, lead)).at(-1);
  const message = { channel: CHANNEL, user: lead, message_ts: answered?.ts ?? '' };
  await slack.press({ ...message, action_id: 'vote', value: 'down bruising' });
  await slack.settled();
  await press('Share');
  await command('what is this zebra thing, and does it hurt');
  await command('channel auto');
  await command('pause');
  await command('resume');
  await command(`lead ${VAIN}`);
  await sendForm(talk, lead, {});
  await command(`lead ${VAIN} now`, BEN);
  await sendForm(talk, BEN, {});
  await onCard(talk, lead, { label: 'Claim' });
  await answerWith(talk, lead, 'It is zebra123.');
  await command('learn');
  await press('Got it');
  await press('Unclear, ask a lead');
  await command('quiz');
  await press('A');
  await store.keepReminder({ person: keysOf('test').person(by), user: lead, from: '2026-11-26', at: new Date() });
  await command('gaps');
  const filled = { entry: ['bruising'], wordings: ['zebra stripes after it?'], why: ['zebra'] };
  expect(await bot.propose('wordings', { id: 'v', by, about: '', filled })).toHaveProperty('edit');
  await askAt(talk, 'direct message', 'is bruising normal?');

  expect(await bot.welcome(by)).not.toBeNull();

  const person = keysOf('test').person(by);
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const holding = (wanted: RegExp) =>
    tables.flatMap(({ name }) =>
      wanted.test(JSON.stringify(database.prepare(`select * from "${name}"`).all())) ? [name] : [],
    );
  const theirs = new RegExp(`${person}|${lead}`);
  expect([...holding(theirs), ...OF_NOBODY].sort()).toEqual(tables.map(({ name }) => name).sort());
  const { counts } = await store.keptOf(person);
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  await bot.forget(by);
  expect(Object.entries((await store.keptOf(person)).counts).filter(([, count]) => count > 0)).toEqual([]);
  expect(holding(theirs)).toEqual(['forgotten']);
  const words = ['zebra thing', 'zebra stripes', lead];
  expect(holding(new RegExp(words.join('|')))).toEqual([]);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name), 'latin1');
    expect(words.filter((word) => bytes.includes(word))).toEqual([]);
  }
});
