import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../src/playground/workspace.js';
import { answerReply } from '../../src/replies/answer.js';
import { evidenceReply } from '../../src/replies/evidence.js';
import { startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';

describe('on what an answer rests', () => {
  it('is one quiet line under it: strength of evidence, review, number of sources', async () => {
    const { knowledge } = await faqOf();
    const entry = knowledge.entries.get('painful');
    if (!entry) throw new Error('no entry');
    const line = (of: typeof entry) => {
      const { blocks, foot = 0 } = answerReply(of, knowledge);
      return JSON.stringify(blocks[foot]);
    };
    expect(line({ ...entry, evidence: 'low', sources: entry.sources.slice(0, 1) })).toContain(
      'Evidence: *low* · not reviewed · 1 source"',
    );
    expect(line({ ...entry, reviewed: '2026-10-01', reviewedBy: 'Dr. Okoro' })).toContain('reviewed 2026-10-01');
    expect(line({ ...entry, reviewed: '2026-10-01' })).toContain('not reviewed');
    const { evidence: _, ...unstated } = entry;
    expect(line(unstated)).toContain('Evidence: *not stated*');
  });

  it('tells where an answer was changed after its review: nobody has reviewed what it says', async () => {
    const { knowledge } = await faqOf();
    const [first] = knowledge.entries.values();
    if (!first) throw new Error('no entry');
    const of = (changed: string) => ({ ...first, reviewed: '2026-10-01', reviewedBy: 'Dr. Okoro', changed });
    const all = (changed: string) => [
      answerReply(of(changed), knowledge).text,
      evidenceReply(of(changed), knowledge).text,
    ];
    const [answer, evidence] = all('2026-10-02');
    expect(answer).toContain('reviewed 2026-10-01, changed since · ');
    expect(evidence).toContain('The answer was changed on 2026-10-02, and has not been reviewed since.');
    for (const day of ['2026-09-30', '2026-10-01'])
      expect(all(day).join(' ')).not.toMatch(/changed since|has not been/);
  });

  it('is told whole and privately by the button: what the strength means, every source, who reviewed', async () => {
    const talk = await startConversation();
    const channel = CHANNELS[0]?.id ?? '';
    await talk.slack.command({ channel, user: talk.ask, command: '/iastm', text: 'does it hurt' });
    const [answer] = talk.slack.messages(channel, talk.ask);
    await talk.slack.press({ channel, user: talk.ask, message_ts: answer?.ts ?? '', action_id: 'evidence:0' });
    await talk.slack.settled();
    const told = talk.slack.messages(channel, talk.ask).at(-1);
    expect(told?.only_for).toBe(talk.ask);
    const entry = talk.faq.knowledge.entries.get('painful');
    expect(told?.text).toContain(`*${entry?.questions[0]}*`);
    expect(told?.text).toMatch(/Strength of evidence: \*\w+\* \(/);
    expect(told?.text.match(/^\[\d+\] /gm)).toHaveLength(entry?.sources.length ?? 0);
    expect(told?.text).toContain('Not yet reviewed by a clinician of this clinic.');
    expect(told?.text).toContain('nothing is generated');
  });

  it('shows every source of every entry', async () => {
    const { knowledge } = await faqOf();
    for (const entry of knowledge.entries.values()) {
      const shown = JSON.stringify(evidenceReply(entry, knowledge).blocks);
      for (const at of entry.sources.keys()) expect(shown).toContain(`[${at + 1}] `);
      expect(evidenceReply({ ...entry, reviewed: '2026-10-01', reviewedBy: 'A & B' }, knowledge).text).toContain(
        'Reviewed by A &amp; B on 2026-10-01.',
      );
    }
  });
});
