import { describe, expect, it } from 'vitest';
import { dmOf, TEAM } from '../../src/playground/workspace.js';
import { all } from '../conversation.js';
import {
  answerWith,
  card,
  cards,
  LEAD,
  LEADS_CHANNEL,
  labels,
  OTHER_LEAD,
  onCard,
  pressIn,
  sendForm,
  withLeads,
  wordsOf,
} from './leads.js';
import { askAt, CHANNEL, MENTION, seen, shortOf, type Talk } from './matched.js';

const QUESTION = 'can we do it over a metal plate';

/** Asks at a door, presses "Ask a lead" there and sends the form. */
async function escalated(talk: Talk, door: 'mention' | 'direct message' | 'command' = 'mention', text = QUESTION) {
  await askAt(talk, door, text);
  await pressIn(talk, door === 'direct message' ? dmOf(talk.ask) : CHANNEL, talk.ask, 'Ask a lead');
  return sendForm(talk, talk.ask);
}

describe('asking a lead', () => {
  it('takes a question from a channel to a card, and the answer back into its thread', async () => {
    const talk = await withLeads();
    const [reply] = await askAt(talk, 'mention', QUESTION);
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    const form = talk.slack.modal(talk.ask);
    expect(wordsOf(form)).toContain(`"initial_value":"${QUESTION}"`);
    expect(wordsOf(form)).toContain('In the thread where you asked');
    expect(await sendForm(talk, talk.ask)).toMatchObject({ errors: {}, trouble: null });
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain(`> ${QUESTION}`);
    const posted = await card(talk);
    expect(posted.text).toContain(`Asked in <#${CHANNEL}>`);
    expect(posted.text).toContain('Near it: perhaps');
    expect(posted.text).not.toContain(talk.ask);
    expect(labels(posted)).toEqual(['Claim', 'Answer', 'external_select', 'Close']);

    await onCard(talk, LEAD, { label: 'Claim' });
    expect((await card(talk)).text).toContain(`Claimed by <@${LEAD}>`);
    expect(await answerWith(talk, LEAD, 'No <never> & not at all.')).toMatchObject({ errors: {} });
    expect(wordsOf(talk.slack.modal(LEAD))).toContain('Passed on to whoever asked.');
    expect((await card(talk)).text).toContain(`Answered by <@${LEAD}>`);
    const told = (await seen(talk)).at(-1);
    expect(told).toMatchObject({ thread_ts: reply?.thread_ts });
    expect(told?.text).toContain(`<@${talk.ask}> *From a lead, <@${LEAD}>, not from the reviewed FAQ:*`);
    expect(told?.text).toContain('No &lt;never&gt; &amp; not at all.');
    expect(told?.text).toContain(`You asked about: ${QUESTION}`);

    await pressIn(talk, CHANNEL, talk.ask, 'That helped');
    expect((await seen(talk)).at(-1)?.text).toContain('You said that it helped.');
    expect((await card(talk)).text).toContain(`Closed, answered by <@${LEAD}>`);
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)?.text).toBe('The answer helped whoever asked.');
    expect(talk.told.acts).toEqual(['asked', 'claimed', 'answered', 'closed']);
    expect(await talk.store.noticesOf((await all(talk.store.allEscalations()))[0]?.id ?? '')).toEqual([]);
    expect(talk.told.faults).toEqual([]);
  });

  it.each([
    ['direct message', 'Asked in a direct message', 'Here, where you asked'],
    ['command', 'Asked in a command', 'By direct message'],
  ] as const)('answers what was asked by %s where nobody else reads it', async (door, where, form) => {
    const talk = await withLeads();
    await askAt(talk, door, QUESTION);
    await pressIn(talk, door === 'command' ? CHANNEL : dmOf(talk.ask), talk.ask, 'Ask a lead');
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain(form);
    await sendForm(talk, talk.ask);
    expect((await card(talk)).text).toContain(where);
    expect((await card(talk)).text).not.toContain(CHANNEL);
    await answerWith(talk, LEAD, 'No.');
    const told = (await seen(talk, dmOf(talk.ask))).at(-1);
    expect(told?.text).toContain('not from the reviewed FAQ:*\nNo.');
    expect((await seen(talk)).some(({ text, only_for }) => !only_for && text.includes('From a lead'))).toBe(false);
  });

  it('opens the form at once for the command, with what was typed in it, redacted', async () => {
    const talk = await withLeads();
    await talk.slack.command({
      channel: CHANNEL,
      user: talk.ask,
      command: '/iastm',
      text: 'lead can Mrs Kowalski have it',
    });
    await talk.slack.settled();
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain('"initial_value":"can Mrs [name] have it"');
    expect(await seen(talk)).toEqual([]);
    await sendForm(talk, talk.ask);
    expect((await card(talk)).text).toContain('> can Mrs [name] have it');
    await answerWith(talk, LEAD, 'No.');
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('You asked about: can Mrs [name] have it');
  });

  it('offers the button where a command opens no form', async () => {
    const talk = await withLeads();
    talk.slack.fail('views.open', { error: 'expired_trigger_id' });
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: `lead ${QUESTION}` });
    const [reply] = await seen(talk);
    expect(reply?.text).toContain('press “Ask a lead”');
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain(`"initial_value":"${QUESTION}"`);
  });

  it('acknowledges the command before Slack has opened the form, however long that takes', async () => {
    const talk = await withLeads();
    talk.slack.fail('views.open', { hang: true });
    const command = { channel: CHANNEL, user: talk.ask, command: '/iastm', text: `lead ${QUESTION}` };
    expect(await talk.slack.command(command)).toMatchObject({ acked: true, said: [] });
    expect(JSON.stringify(talk.slack.messages(CHANNEL, talk.ask))).not.toContain('operation_timeout');
  });

  it.each([
    ['mention', 'ask a lead: '],
    ['direct message', 'lead '],
  ] as const)('keeps what is handed on by a %s for the form, and answers nothing', async (door, before) => {
    const talk = await withLeads({ decision: 'answer', entry: 'stands-for' });
    const [reply] = await askAt(talk, door, `${before}${QUESTION}`);
    expect(reply?.text).not.toContain(shortOf(talk, 'stands-for'));
    await pressIn(talk, door === 'mention' ? CHANNEL : dmOf(talk.ask), talk.ask, 'Ask a lead');
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain(`"initial_value":"${QUESTION}"`);
    expect(await all(talk.store.allAsked())).toMatchObject([{ text: QUESTION, decision: 'abstain', entry: null }]);
  });

  it('shows nobody else the words of what was asked alone, under an answer that was shared', async () => {
    const talk = await withLeads({ decision: 'answer', entry: 'stands-for' });
    await askAt(talk, 'command', QUESTION);
    await pressIn(talk, CHANNEL, talk.ask, 'Share');
    const copy = (await seen(talk, CHANNEL, talk.other)).at(-1);
    expect(copy?.text).toContain('Shared by');
    const press = { channel: CHANNEL, user: talk.other };
    await talk.slack.press({ ...press, message_ts: copy?.ts ?? '', action_id: 'vote', value: 'down stands-for' });
    await pressIn(talk, CHANNEL, talk.other, 'Ask a lead');
    const form = wordsOf(talk.slack.modal(talk.other));
    expect(form).toContain('Your question');
    expect(form).not.toContain(QUESTION);
    expect(JSON.parse(talk.slack.modal(talk.other)?.private_metadata ?? '')).toMatchObject({ asked: null });
  });

  it('takes no answer of somebody who is no lead any more, whose form lay open', async () => {
    const people = [LEAD];
    const talk = await withLeads({}, { leads: { people, channel: LEADS_CHANNEL } });
    await escalated(talk);
    await onCard(talk, LEAD, { action_id: 'reply:0' });
    people.splice(0, 1, OTHER_LEAD);
    const sent = await sendForm(talk, LEAD, { text: 'Yes, always.' });
    expect(JSON.stringify(sent.errors)).toContain('Only leads can do that');
    expect(await all(talk.store.allEscalations())).toMatchObject([{ state: 'open', answer: null }]);
  });

  it('tells somebody else, who hands on what another asked in a thread, directly', async () => {
    const talk = await withLeads();
    await askAt(talk, 'mention', QUESTION);
    await pressIn(talk, CHANNEL, talk.other, 'Ask a lead');
    expect(wordsOf(talk.slack.modal(talk.other))).toContain('By direct message');
    await sendForm(talk, talk.other);
    await answerWith(talk, LEAD, 'No.');
    expect((await seen(talk, dmOf(talk.other), talk.other)).at(-1)?.text).toContain('From a lead');
    expect((await seen(talk)).some(({ text }) => text.includes('From a lead'))).toBe(false);
  });

  it('tells directly where nothing is answered in public any more', async () => {
    const talk = await withLeads();
    await askAt(talk, 'mention', QUESTION);
    await talk.stances.set({ team: TEAM.id, channel: CHANNEL, stance: 'off', person: '', at: new Date() });
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    await sendForm(talk, talk.ask);
    await answerWith(talk, LEAD, 'No.');
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('From a lead');
    expect((await seen(talk)).some(({ text }) => text.includes('From a lead'))).toBe(false);
  });

  it('does not name a private channel to the leads, and answers in its thread', async () => {
    const talk = await withLeads();
    const { ts } = await talk.slack.say({ channel: LEADS_CHANNEL, user: LEAD, text: `${MENTION} ${QUESTION}` });
    await pressIn(talk, LEADS_CHANNEL, LEAD, 'Ask a lead');
    await sendForm(talk, LEAD);
    expect((await card(talk)).text).toContain('Asked in a channel that is private');
    expect(await all(talk.store.allEscalations())).toMatchObject([{ channel: null }]);
    await answerWith(talk, OTHER_LEAD, 'No.');
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)).toMatchObject({ thread_ts: ts });
  });

  it('takes a form once, however often Slack sends it', async () => {
    const talk = await withLeads();
    await talk.slack.redeliver(await escalated(talk));
    await talk.slack.settled();
    expect(await cards(talk)).toHaveLength(1);
    expect(await all(talk.store.allEscalations())).toMatchObject([{ askers: 1 }]);
  });

  it('takes a question from the Home, to be answered directly', async () => {
    const talk = await withLeads();
    await talk.slack.openHome({ user: talk.ask, tab: 'home' });
    await talk.slack.settled();
    const view_id = talk.slack.home(talk.ask)?.id ?? '';
    await talk.slack.press({ user: talk.ask, view_id, label: 'Ask a lead' });
    await talk.slack.settled();
    expect(await sendForm(talk, talk.ask, { text: ' ' })).toMatchObject({ errors: { typed: expect.any(String) } });
    await sendForm(talk, talk.ask, { text: QUESTION });
    expect((await card(talk)).text).toContain('Asked in the app’s Home');
    await answerWith(talk, LEAD, 'No.');
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('No.');
  });

  it('stands under "none of these" and under why an answer did not help, which is told to the leads', async () => {
    const talk = await withLeads({ decision: 'answer', entry: 'bruising' });
    const [reply] = await askAt(talk, 'mention', QUESTION);
    await talk.slack.press({ channel: CHANNEL, user: talk.ask, message_ts: reply?.ts ?? '', value: 'down bruising' });
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    await sendForm(talk, talk.ask);
    expect((await card(talk)).text).toContain('shown, and did not help: *');
    const none = await withLeads({ decision: 'suggest', offered: ['painful', 'bruising', 'pressure'] });
    await askAt(none, 'mention', QUESTION);
    await pressIn(none, CHANNEL, none.ask, 'None of these');
    await pressIn(none, CHANNEL, none.ask, 'Ask a lead');
    expect(wordsOf(none.slack.modal(none.ask))).toContain(QUESTION);
  });

  it('has no button without a leads’ channel, and says whom to ask', async () => {
    const talk = await withLeads({}, { leads: { people: [LEAD], channel: null } });
    const [reply] = await askAt(talk, 'mention', QUESTION);
    expect(wordsOf(reply)).not.toContain('Ask a lead"');
    expect(reply?.text).toContain(`Ask a lead: <@${LEAD}>.`);
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: `lead ${QUESTION}` });
    expect(talk.slack.modal(talk.ask)).toBeUndefined();
    expect((await seen(talk)).at(-1)?.text).toContain(`Ask a lead: <@${LEAD}>.`);
  });

  it('says what was taken out of what is typed, and refuses what nothing is left of', async () => {
    const talk = await withLeads();
    await escalated(talk);
    await talk.slack.openHome({ user: talk.other, tab: 'home' });
    await talk.slack.settled();
    await talk.slack.press({ user: talk.other, view_id: talk.slack.home(talk.other)?.id ?? '', label: 'Ask a lead' });
    await talk.slack.settled();
    expect(await sendForm(talk, talk.other, { text: 'Mrs Kowalski' })).toMatchObject({ errors: {} });
    expect(wordsOf(talk.slack.modal(talk.other))).toContain('Taken out before it was sent');
    expect(JSON.stringify(await cards(talk))).not.toContain('Kowalski');
    expect(JSON.stringify(await all(talk.store.allEscalations()))).not.toContain('Kowalski');
    expect(JSON.stringify(talk.lines)).not.toContain('Kowalski');
  });

  it('shows what is warned of in the form, on the card and above the answer', async () => {
    const warned = { entry: 'refer', watched: 'night sweats' };
    const talk = await withLeads({ warnings: [warned] });
    await askAt(talk, 'mention', 'pt with night sweats');
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain('You mention *night sweats*');
    await sendForm(talk, talk.ask);
    expect(wordsOf(talk.slack.modal(talk.ask))).toContain('You mention *night sweats*');
    expect((await card(talk)).text).toContain('The question mentions night sweats');
    await answerWith(talk, LEAD, 'Wait.');
    const told = (await seen(talk)).at(-1);
    expect(told?.text.indexOf('You mention night sweats')).toBe(0);
  });

  it('warns also of what search would have answered with', async () => {
    const faq = await withLeads({ warnings: [{ entry: 'refer', watched: 'night sweats' }] });
    const talk = await withLeads(
      { decision: 'answer', entry: 'refer' },
      {
        faq: {
          ...faq.faq,
          matcher: {
            ...faq.faq.matcher,
            match: (text: string) => ({
              ...faq.faq.matcher.match(text),
              decision: 'answer',
              entry: 'refer',
              warnings: [],
            }),
          },
        },
      },
    );
    const [reply] = await askAt(talk, 'mention', 'ask a lead about night sweats');
    expect(reply?.text).toContain('You mention night sweats');
  });
});

describe('two leads, and several who ask', () => {
  it('gives a claim to one of two leads, and tells the other by whom', async () => {
    const talk = await withLeads();
    await escalated(talk);
    const { ts } = await card(talk);
    const press = (user: string) => talk.slack.press({ channel: LEADS_CHANNEL, user, message_ts: ts, label: 'Claim' });
    await Promise.all([press(LEAD), press(OTHER_LEAD)]);
    await talk.slack.settled();
    const [row] = await all(talk.store.allEscalations());
    const winner = row?.lead?.user ?? '';
    const loser = winner === LEAD ? OTHER_LEAD : LEAD;
    expect((await card(talk)).text).toContain(`Claimed by <@${winner}>`);
    const said = (await seen(talk, LEADS_CHANNEL, loser)).filter(({ only_for }) => only_for === loser);
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining(`<@${winner}> has claimed this, just now.`)]);
    expect(talk.told.acts).toEqual(['asked', 'claimed']);
  });

  it('lets only who has it act, until it is taken over', async () => {
    const talk = await withLeads();
    await escalated(talk);
    await onCard(talk, LEAD, { label: 'Claim' });
    await onCard(talk, OTHER_LEAD, { label: 'Answer' });
    expect(talk.slack.modal(OTHER_LEAD)).toBeUndefined();
    await onCard(talk, OTHER_LEAD, { label: 'Close' });
    expect((await card(talk)).text).toContain(`Claimed by <@${LEAD}>`);
    await onCard(talk, OTHER_LEAD, { label: 'Take over' });
    expect((await card(talk)).text).toContain(`Claimed by <@${OTHER_LEAD}>`);
    await answerWith(talk, OTHER_LEAD, 'No.');
    expect((await seen(talk)).at(-1)?.text).toContain(`<@${OTHER_LEAD}>`);
  });

  it('keeps a form open with what was typed where another lead was first', async () => {
    const talk = await withLeads();
    await escalated(talk);
    await onCard(talk, LEAD, { action_id: 'reply:0' });
    await answerWith(talk, OTHER_LEAD, 'No.');
    expect(await sendForm(talk, LEAD, { text: 'Yes.' })).toMatchObject({
      errors: { typed: expect.stringContaining('Meanwhile somebody else') },
    });
    expect((await seen(talk)).filter(({ text }) => text.includes('From a lead'))).toHaveLength(1);
  });

  it('says a plain no to somebody who is no lead', async () => {
    const talk = await withLeads({}, { leads: { people: [OTHER_LEAD], channel: LEADS_CHANNEL } });
    await escalated(talk);
    await onCard(talk, LEAD, { label: 'Claim' });
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)?.text).toBe(`Only leads can do that: <@${OTHER_LEAD}>.`);
    expect((await card(talk)).text).toContain('Open ·');
  });

  it('takes whoever is in the leads’ channel for a lead where nobody is named', async () => {
    const talk = await withLeads({}, { leads: { people: [], channel: LEADS_CHANNEL } });
    await escalated(talk);
    await onCard(talk, LEAD, { label: 'Claim' });
    expect((await card(talk)).text).toContain(`Claimed by <@${LEAD}>`);
  });

  it('has one card for what several ask, counts each once, and tells each where they asked', async () => {
    const talk = await withLeads();
    await escalated(talk);
    await escalated(talk, 'mention', `${QUESTION}?`);
    expect((await card(talk)).text).not.toContain('people have asked');
    await talk.slack.command({
      channel: CHANNEL,
      user: talk.other,
      command: '/iastm',
      text: `lead ${QUESTION.toUpperCase()}`,
    });
    await talk.slack.settled();
    await sendForm(talk, talk.other);
    expect(await cards(talk)).toHaveLength(1);
    expect((await card(talk)).text).toContain('2 people have asked this');
    expect(wordsOf(talk.slack.modal(talk.other))).toContain('2 people have asked this.');
    await answerWith(talk, LEAD, 'No.');
    expect(wordsOf(talk.slack.modal(LEAD))).toContain('the 2 people who asked');
    const openly = (await seen(talk)).filter(({ text }) => text.includes('From a lead'));
    expect(openly).toHaveLength(1);
    expect((await seen(talk, dmOf(talk.other), talk.other)).at(-1)?.text).toContain('From a lead');
    // Whoever asks it a moment later has the answer at once.
    await talk.slack.openHome({ user: LEAD, tab: 'home' });
    await talk.slack.settled();
    await talk.slack.close({ user: LEAD });
    await talk.slack.press({ user: LEAD, view_id: talk.slack.home(LEAD)?.id ?? '', label: 'Ask a lead' });
    await talk.slack.settled();
    await sendForm(talk, LEAD, { text: QUESTION });
    expect((await seen(talk, dmOf(LEAD), LEAD)).at(-1)?.text).toContain('From a lead');
    expect(await cards(talk)).toHaveLength(1);
  });
});

describe('what leads answer with', () => {
  it('sends an entry word for word, as an answer of the FAQ', async () => {
    const talk = await withLeads();
    await escalated(talk);
    const posted = await card(talk);
    const block = posted.blocks.find((each) => JSON.stringify(each).includes('external_select')) as {
      block_id: string;
    };
    const offer = await talk.slack.suggest({
      channel: LEADS_CHANNEL,
      user: LEAD,
      message_ts: posted.ts,
      block_id: block.block_id,
      action_id: 'send',
      value: 'bruis',
    });
    expect(offer.options).toContainEqual(expect.objectContaining({ value: 'bruising' }));
    await onCard(talk, LEAD, { action_id: 'send', value: 'bruising' });
    const told = (await seen(talk)).at(-1);
    expect(told?.text).toContain('points you to this answer of the FAQ:');
    expect(told?.text).toContain(shortOf(talk, 'bruising'));
    expect(wordsOf(told)).toContain('feedback_buttons');
    expect((await card(talk)).text).toContain('*Sent:* the entry');
    // The same pick once more sends nothing.
    const before = (await seen(talk)).length;
    await talk.slack.settled();
    expect(await seen(talk)).toHaveLength(before);
  });

  it.each(['No.', 'yes'])('passes on "%s", too, and what is said to the bot itself not', async (short) => {
    const talk = await withLeads();
    await escalated(talk);
    const { ts } = await card(talk);
    const write = async (text: string) => {
      await talk.slack.say({ channel: LEADS_CHANNEL, user: LEAD, thread_ts: ts, text: `${MENTION} ${text}` });
      await talk.slack.settled();
      return (await all(talk.store.allEscalations()))[0]?.answer;
    };
    for (const text of ['help', 'thanks', 'gaps']) expect(await write(text)).toBeNull();
    expect(await write(short)).toBe(short);
    expect((await seen(talk)).at(-1)?.text).toContain(`not from the reviewed FAQ:*\n${short}`);
  });

  it('passes on what a lead writes to the bot in the card’s thread, and changes it with the message', async () => {
    const talk = await withLeads();
    await escalated(talk);
    const { ts: thread_ts } = await card(talk);
    const say = { channel: LEADS_CHANNEL, user: LEAD, thread_ts, text: `${MENTION} Keep off the plate.` };
    const act = await talk.slack.say(say);
    await talk.slack.redeliver(act);
    await talk.slack.settled();
    const told = (await seen(talk)).filter(({ text }) => text.includes('From a lead'));
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('Keep off the plate.')]);
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)?.text).toBe('Passed on to whoever asked.');
    await talk.slack.edit({
      channel: LEADS_CHANNEL,
      user: LEAD,
      ts: act.ts,
      text: `${MENTION} Keep far off the plate.`,
    });
    const changed = (await seen(talk)).filter(({ text }) => text.includes('From a lead'));
    expect(changed.map(({ ts }) => ts)).toEqual(told.map(({ ts }) => ts));
    expect(changed[0]?.text).toContain('Keep far off the plate.');
    expect(changed[0]?.text).toContain('This answer was changed by the lead.');
  });

  it('passes on no thanks, no words of others, and nothing with a patient’s details', async () => {
    const talk = await withLeads();
    await escalated(talk);
    const { ts: thread_ts } = await card(talk);
    const say = async (user: string, text: string) => {
      await talk.slack.say({ channel: LEADS_CHANNEL, user, thread_ts, text: `${MENTION} ${text}` });
      return (await seen(talk, LEADS_CHANNEL, user)).at(-1)?.text;
    };
    expect(await say(LEAD, 'thanks')).toContain('Glad to help');
    expect(await say(LEAD, 'Tell Mrs Kowalski to wait')).toContain(
      'Not passed on: it seems to hold a person’s details (name)',
    );
    expect(await answerWith(talk, LEAD, 'Mrs Kowalski may')).toMatchObject({
      errors: { typed: expect.stringContaining('Not passed on') },
    });
    expect((await seen(talk)).some(({ text }) => text.includes('From a lead'))).toBe(false);
    expect((await card(talk)).text).toContain('Open ·');
  });

  it('changes the answer where it stands, also by the form, or tells it anew where that is gone', async () => {
    const talk = await withLeads();
    await escalated(talk, 'command');
    await answerWith(talk, LEAD, 'No.');
    await onCard(talk, LEAD, { action_id: 'reply:0' });
    expect(wordsOf(talk.slack.modal(LEAD))).toContain('"initial_value":"No."');
    await sendForm(talk, LEAD, { text: 'Only with care.' });
    let told = (await seen(talk, dmOf(talk.ask))).filter(({ text }) => text.includes('From a lead'));
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('Only with care.')]);
    talk.slack.fail('chat.update', { error: 'message_not_found' });
    talk.slack.fail('chat.update', { error: 'message_not_found' });
    await answerWith(talk, LEAD, 'Not at all.');
    told = (await seen(talk, dmOf(talk.ask))).filter(({ text }) => text.includes('From a lead'));
    expect(told.at(-1)?.text).toContain('Not at all.');
    expect(told).toHaveLength(2);
    // The card was gone, too: there is a new one.
    expect(await cards(talk)).toHaveLength(2);
  });

  it('closes without an answer, says so to whoever asked, and is opened again', async () => {
    const talk = await withLeads();
    await escalated(talk, 'command');
    await onCard(talk, LEAD, { label: 'Close' });
    expect((await card(talk)).text).toContain(`Closed without an answer by <@${LEAD}>`);
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('has closed your question without an answer');
    await onCard(talk, LEAD, { label: 'Open again' });
    expect((await card(talk)).text).toContain(`Open again by <@${LEAD}>`);
  });

  it('is opened again by whoever asked, and answered once more there', async () => {
    const talk = await withLeads();
    await escalated(talk);
    await answerWith(talk, LEAD, 'No.');
    await pressIn(talk, CHANNEL, talk.other, 'Ask again');
    expect((await seen(talk, CHANNEL, talk.other)).at(-1)?.text).toContain('Only who asked, or a lead');
    await pressIn(talk, CHANNEL, talk.ask, 'Ask again');
    expect((await card(talk)).text).toContain('Open again: whoever asked it asks again');
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)?.text).toContain('open again');
    await answerWith(talk, OTHER_LEAD, 'Only with care.');
    const told = (await seen(talk)).filter(({ text }) => text.includes('From a lead'));
    expect(told).toHaveLength(2);
    expect(told.at(-1)?.text).toContain('Only with care.');
    expect(told.at(-1)?.thread_ts).toBe(told[0]?.thread_ts);
    expect(talk.told.acts).toEqual(['asked', 'answered', 'reopened', 'answered']);
  });

  it('tells nobody who did not want to be told', async () => {
    const talk = await withLeads();
    await askAt(talk, 'mention', QUESTION);
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    await sendForm(talk, talk.ask, { tell: false });
    const before = (await seen(talk)).length;
    await answerWith(talk, LEAD, 'No.');
    expect(await seen(talk)).toHaveLength(before);
    expect(wordsOf(talk.slack.modal(LEAD))).toContain('Nobody asked to be told');
  });
});

describe('what goes wrong on the way to the leads', () => {
  it.each(['is_archived', 'channel_not_found', 'not_in_channel'])(
    '%s: the asker is told with the words, and nothing is kept',
    async (error) => {
      const talk = await withLeads();
      await askAt(talk, 'mention', QUESTION);
      await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
      talk.slack.fail('chat.postMessage', { error });
      await sendForm(talk, talk.ask);
      const told = (await seen(talk, dmOf(talk.ask))).at(-1);
      expect(told?.text).toContain('did not reach the leads');
      expect(told?.text).toContain(`> ${QUESTION}`);
      expect(told?.text).toContain(`<@${LEAD}>`);
      expect(await all(talk.store.allEscalations())).toEqual([]);
      expect(talk.lines.join()).toContain('Invite the bot to the channel of LEADS_CHANNEL');
      expect(talk.lines.join()).not.toContain('metal');
      // Once the channel is back the same goes through.
      await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
      await sendForm(talk, talk.ask);
      expect(await cards(talk)).toHaveLength(1);
    },
  );

  it('says so to whoever asks again while the leads cannot be reached; the question stays open for them', async () => {
    const talk = await withLeads();
    await escalated(talk);
    await answerWith(talk, LEAD, 'No.');
    talk.slack.fail('chat.update', { error: 'is_archived' });
    await pressIn(talk, CHANNEL, talk.ask, 'Ask again');
    expect((await seen(talk, dmOf(talk.ask))).at(-1)?.text).toContain('did not reach the leads');
    expect(await all(talk.store.allEscalations())).toMatchObject([{ state: 'open' }]);
  });

  it('posts no second card where Slack may have posted one, and its buttons work', async () => {
    const talk = await withLeads();
    await askAt(talk, 'mention', QUESTION);
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    talk.slack.fail('chat.postMessage', { error: 'internal_error' });
    await sendForm(talk, talk.ask);
    expect(await seen(talk, dmOf(talk.ask))).toEqual([]);
    expect(await all(talk.store.allEscalations())).toHaveLength(1);
  });

  it('says honestly that nothing was kept while the store is away, and keeps the form open', async () => {
    const talk = await withLeads();
    await askAt(talk, 'mention', QUESTION);
    await pressIn(talk, CHANNEL, talk.ask, 'Ask a lead');
    talk.store.escalate = () => Promise.reject(new Error('away'));
    expect(await sendForm(talk, talk.ask)).toMatchObject({
      errors: { typed: expect.stringContaining('no lead has seen it') },
    });
    expect(await cards(talk)).toEqual([]);
  });

  it('tells a lead that nothing was changed while the store is away', async () => {
    const talk = await withLeads();
    await escalated(talk);
    talk.store.changeEscalation = () => Promise.reject(new Error('away'));
    await onCard(talk, LEAD, { label: 'Claim' });
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)?.text).toContain('nothing was changed');
    expect((await card(talk)).text).toContain('Open ·');
  });

  it('wipes all of the asker who asks to be forgotten; the card then says that it is no longer kept', async () => {
    const talk = await withLeads();
    await escalated(talk, 'command');
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'forget me' });
    await pressIn(talk, CHANNEL, talk.ask, 'Forget me');
    expect((await seen(talk)).at(-1)?.text).toContain('Removed: 2 rows');
    expect(await all(talk.store.allEscalations())).toEqual([]);
    await onCard(talk, LEAD, { label: 'Claim' });
    expect((await seen(talk, LEADS_CHANNEL, LEAD)).at(-1)?.text).toContain('no longer kept');
  });
});
