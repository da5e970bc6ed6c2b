import { describe, expect, it } from 'vitest';
import type { StepOutputs } from '../../src/replies/step.js';
import type { Match } from '../../src/search/match.js';
import { STEP } from '../../src/slack/steps.js';
import { all, startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { askAt, matched, type Talk } from './matched.js';

async function start(found: Partial<Match> | null = null) {
  const faq = found === null ? await faqOf() : await matched(found);
  return startConversation({ faq, leads: { people: ['U0ANNA001'], channel: null } });
}

/** Runs the step of a workflow; answers with the calls of Slack that came of it. */
async function run(talk: Talk, inputs: object, { callback_id = STEP as string } = {}) {
  const before = talk.slack.calls.length;
  const event = { type: 'function_executed', function: { callback_id }, inputs, event_ts: '1763000000.000100' };
  await talk.slack.deliver({ ...event, function_execution_id: 'Fx1', bot_access_token: 'xwfp-1' });
  await talk.slack.settled();
  return talk.slack.calls.slice(before).map(({ method, args }) => ({ method, args }));
}

async function outputsOf(talk: Talk, question: string): Promise<StepOutputs> {
  const [call] = await run(talk, { question, user: talk.other });
  const outputs: unknown = call?.args.outputs;
  return (typeof outputs === 'string' ? JSON.parse(outputs) : outputs) as StepOutputs;
}

describe('the step of a workflow', () => {
  it('gives the answer with its title and sources on, posts nothing, and is kept as asked at its door', async () => {
    const talk = await start();
    const calls = await run(talk, { question: 'does it hurt', user: talk.other });
    expect(calls.map(({ method }) => method)).toEqual(['functions.completeSuccess']);
    expect(calls[0]?.args).toMatchObject({ function_execution_id: 'Fx1' });
    const outputs = await outputsOf(await start(), 'does it hurt');
    const painful = talk.faq.knowledge.entries.get('painful');
    expect(outputs).toMatchObject({ decision: 'answer', title: painful?.questions[0], warnings: '' });
    expect(outputs.answer).toContain(painful?.short ?? '?');
    expect(outputs.sources).toMatch(/^\[1\] /);
    expect(await all(talk.store.allAsked())).toMatchObject([
      { door: 'workflow', decision: 'answer', entry: 'painful' },
    ]);
    expect(talk.told.asked).toEqual(['workflow answer']);
  });

  it('gives warnings first in the answer, and alone', async () => {
    const outputs = await outputsOf(await start(), 'he is on Eliquis, can I scrape the sore IT band?');
    expect(outputs.answer).toMatch(/^You mention Eliquis\./i);
    expect(outputs.warnings).toMatch(/^You mention Eliquis\./i);
  });

  it('gives suggestions, and the lack of an answer, as text', async () => {
    const offered = await outputsOf(await start({ decision: 'suggest', offered: ['painful', 'bruising'] }), 'hm?');
    expect(offered).toMatchObject({ decision: 'suggest', title: '', sources: '' });
    const none = await outputsOf(await start({ decision: 'abstain' }), 'hm?');
    expect(none).toMatchObject({ decision: 'abstain', title: '', sources: '' });
    expect(none.answer).toContain('The FAQ has no answer');
  });

  it('is answered once more when it is delivered once more, and kept once', async () => {
    const talk = await start();
    const first = await run(talk, { question: 'does it hurt' });
    expect(await run(talk, { question: 'does it hurt' })).toEqual(first);
    expect(await all(talk.store.allAsked())).toHaveLength(1);
  });

  it('obeys no words: it is asked on behalf of others', async () => {
    const talk = await start();
    await askAt(talk, 'command', 'does it hurt');
    await outputsOf(talk, 'forget me');
    await outputsOf(talk, 'pause');
    expect((await all(talk.store.allAsked()))[0]?.text).toBe('does it hurt');
    expect(talk.stances.paused()).toBeNull();
  });

  it('tells of a pause in its answer', async () => {
    const talk = await start();
    await askAt(talk, 'command', 'pause');
    expect(await outputsOf(talk, 'does it hurt')).toMatchObject({
      decision: 'abstain',
      title: '',
      answer: expect.stringMatching(/paused by a lead since/),
    });
  });

  it('keeps the words redacted, and forgets who is named with it', async () => {
    const talk = await start();
    await run(talk, { question: 'does it hurt Mr Zebrowski, dob 3.12.61', user: talk.ask });
    expect(JSON.stringify(await all(talk.store.allAsked()))).not.toMatch(/zebrowski|3\.12/i);
    await talk.store.forget((await all(talk.store.allAsked()))[0]?.person ?? '');
    expect(await all(talk.store.allAsked())).toEqual([]);
  });

  it.each([{}, { question: '' }, { question: '  ' }, { question: 7 }])('fails with a remedy for %j', async (inputs) => {
    const [call] = await run(await start(), inputs);
    expect(call).toMatchObject({ method: 'functions.completeError' });
    expect(call?.args.error).toContain('Fill in its field "Question"');
  });

  it('passes over steps of other names', async () => {
    expect(await run(await start(), { question: 'does it hurt' }, { callback_id: 'other' })).toEqual([]);
  });

  it('says in the log where Slack does not take what it gives on', async () => {
    const talk = await start();
    talk.slack.fail('functions.completeSuccess', { error: 'execution_not_in_running_state' });
    await run(talk, { question: 'does it hurt' });
    expect(talk.lines.join()).toContain('not completed');
  });
});
