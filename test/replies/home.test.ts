import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/entry.js';
import { faultsOf } from '../../src/playground/block-faults.js';
import { choiceFaults } from '../../src/playground/menu-faults.js';
import { viewFaults } from '../../src/playground/view-faults.js';
import { type HomeLearning, homeView } from '../../src/replies/home.js';
import { replyModal } from '../../src/replies/in-view.js';
import { entriesLike, entryOptions } from '../../src/replies/lookup.js';
import { topicReply } from '../../src/replies/topics.js';
import { welcomeReply } from '../../src/replies/welcome.js';
import { knowledge } from './strange.js';

/** The same with so many topics, and every entry marked. */
function crowded(of: Knowledge, topics: number): Knowledge {
  const [topic] = of.topics.values();
  const many = Array.from({ length: topics }, (_, at) => ({
    title: 't',
    file: 'x.yml',
    entries: [],
    ...topic,
    id: `t${at}`,
  }));
  const entries = new Map([...of.entries].map(([id, entry]) => [id, { ...entry, featured: true }]));
  return { ...of, topics: new Map(many.map((each) => [each.id, each])), entries };
}

/** So much of everything that is learned, titles as they are. */
function learningOf(of: Knowledge, count: number): HomeLearning {
  const stumbles = [...of.entries.values()].flatMap(({ id, questions: [text] }) => [
    { entry: id, text, people: 3, why: 'unclear' as const },
    { entry: id, text, people: count, why: 'missed' as const },
  ]);
  return {
    path: { entries: 130, read: count, minutes: count },
    quiz: { questions: count, known: count, waiting: count, next: null },
    stumbles,
  };
}

describe('whatever stands in the files', () => {
  it('Slack takes the Home, the welcome, every page of a topic in a modal, and what is offered as one types', () => {
    fc.assert(
      fc.property(knowledge, fc.integer({ min: 0, max: 130 }), fc.string(), (strange, topics, typed) => {
        const of = crowded(strange, topics);
        const home = homeView({
          knowledge: of,
          closed: null,
          earlier: [...of.entries.values()].slice(0, 5).map((entry) => ({
            asked: 'a'.repeat(22),
            words: typed,
            entry,
            offered: topics % 2 === 0,
            day: '2026-01-01',
          })),
          textDays: 30,
          retentionDays: 365,
          leads: { people: [], channel: 'C0LEADS001' },
          edition: '1763000000.99',
          forLeads: { gaps: [], due: 3, calendar: { today: '2026-01-01', timeZone: 'UTC' } },
          learning: learningOf(of, topics),
          fresh: { from: '2026-01-01', to: '2026-01-01' },
        });
        expect(viewFaults(home, 'home')).toBeNull();
        expect(faultsOf(welcomeReply(of, 30, learningOf(of, topics).path).blocks, 'message')).toEqual([]);
        const [topic] = of.topics.values();
        for (const page of topic ? [0, 1, 2, 99] : []) {
          const reply = topic ? topicReply(topic, of, page) : { text: '', blocks: [] };
          expect(viewFaults(replyModal(reply), 'modal')).toBeNull();
          expect(JSON.stringify(reply.blocks)).toContain('"read:0"');
        }
        const faults: string[] = [];
        const offered = entryOptions(entriesLike(typed, of));
        if (offered.length > 0) choiceFaults({ options: offered }, (fault) => faults.push(fault));
        expect(faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
