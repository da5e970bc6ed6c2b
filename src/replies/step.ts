import type { Knowledge } from '../knowledge/entry.js';
import { citations } from './evidence.js';
import type { Reply } from './reply.js';
import { shownWarnings, type Warning, warningText } from './warning.js';

/** What a step of a workflow gives on, by the names of `manifest.optional.yml`. */
export interface StepOutputs {
  decision: 'answer' | 'suggest' | 'abstain';
  /** The answered entry’s title; empty where none is. */
  title: string;
  /** The whole reply, warnings first: whoever posts nothing else posts these too. */
  answer: string;
  sources: string;
  warnings: string;
}

/** A reply in plain parts, for a workflow. */
export function stepOutputs(
  { text }: Reply,
  found: { decision: StepOutputs['decision']; entry: string | null; warnings: readonly Warning[] },
  knowledge: Knowledge,
): StepOutputs {
  const entry = knowledge.entries.get(found.entry ?? '');
  return {
    decision: found.decision,
    title: entry?.questions[0] ?? '',
    answer: text,
    sources: entry === undefined ? '' : citations(entry, knowledge).join('\n'),
    warnings: shownWarnings(found, knowledge)
      .map((each) => warningText(each))
      .join('\n'),
  };
}

/** Why a step of a workflow has failed, for who made the workflow. */
export function noQuestionText(): string {
  return 'The step was given no question. Fill in its field "Question", with text or a variable of an earlier step.';
}
