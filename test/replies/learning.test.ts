import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/knowledge/entry.js';
import { faultsOf } from '../../src/playground/block-faults.js';
import { viewFaults } from '../../src/playground/view-faults.js';
import { answerReply } from '../../src/replies/answer.js';
import { compose } from '../../src/replies/compose.js';
import { replyModal } from '../../src/replies/in-view.js';
import { LIMITS } from '../../src/replies/limits.js';
import { feedbackReply, otherQuestionNote, questionReply, sittingOverReply } from '../../src/replies/quiz.js';
import { allReadReply, cardReply, type ReadingCard, unclearNote } from '../../src/replies/reading.js';
import { learntReply, previewReply } from '../../src/replies/tell-lead.js';
import { knowledge } from './strange.js';

const LEADS = { people: Array.from({ length: 30 }, (_, at) => `U0LEAD0${at}`), channel: 'C0LEADS01' };
const WAYS = { quiz: true, read: true, tell: true, reminding: false };
const PROGRESS = { units: 4, entries: 21, read: 7, minutes: 6 };
const PLACE = { number: 3, of: 8, again: false, back: 1 };

const cardOf = (entry: Entry, title: string): ReadingCard => ({
  entry,
  version: 'v'.repeat(22),
  unit: { number: 2, title },
  progress: PROGRESS,
  standing: 'changed',
  hasBefore: true,
  hasOther: true,
});

describe('whatever stands in the files', () => {
  it('Slack takes every card of the reading path and the quiz, in a message and in a modal, and cautions are never lost', () => {
    fc.assert(
      fc.property(
        knowledge,
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 }), { minLength: 2, maxLength: 30 }),
        (of, words) => {
          const entries = [...of.entries.values()];
          const [entry] = entries;
          const [question = '', chose = ''] = words;
          if (entry === undefined) return;
          const options = words.map((text, at) => ({ id: `${at}`, text }));
          const item = 'i'.repeat(22);
          const learnt = {
            user: 'U0ANNA001',
            day: '2026-11-23',
            units: words,
            allUnits: 4,
            firstRight: 1,
            answered: 2,
            questions: 3,
            version: 'v',
          };
          const card = cardOf(entry, question);
          const notes = [unclearNote(entry, LEADS)];
          const said = [otherQuestionNote()];
          const replies = [
            cardReply(card, null, notes),
            cardReply(card, answerReply(entry, of), notes),
            allReadReply(PROGRESS, entries, WAYS, notes),
            questionReply({ item, question, tries: 1, options, place: PLACE }, said),
            feedbackReply(
              {
                item,
                question,
                chose,
                right: chose,
                isRight: false,
                quote: entry.answer,
                marks: [1, 2, 3, 4, 5],
                entry,
                place: PLACE,
              },
              of,
              said,
            ),
            sittingOverReply({ questions: 16, known: 3, waiting: 8, next: { inDays: 1, count: 2 } }, WAYS, said),
            previewReply(learntReply(learnt), LEADS, 1),
          ];
          for (const bare of replies) {
            const reply = compose(bare, { asked: 'a'.repeat(22) }, of);
            expect(faultsOf(reply.blocks, 'message')).toEqual([]);
            expect(viewFaults(replyModal(reply), 'modal')).toBeNull();
            expect(reply.text.length).toBeLessThanOrEqual(LIMITS.text);
            expect(reply.text).not.toMatch(/<!|<@U1/);
          }
          if (!entry.safety) return;
          const [brief, whole, , , feedback] = replies.map(({ blocks }) => JSON.stringify(blocks));
          for (const shown of [brief, whole, feedback])
            expect(shown).toContain('A licensed clinician decides for this patient.');
        },
      ),
      { numRuns: 60 },
    );
  });
});
