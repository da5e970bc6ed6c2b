import { answerRules } from './answers.js';
import { glossaryRules } from './glossary.js';
import { markRules } from './marks.js';
import { pathRules } from './path.js';
import { questionRules } from './questions.js';
import { relatedRules } from './related.js';
import { reviewRules } from './reviews.js';
import type { Rule } from './rule.js';
import { shownRules } from './shown.js';
import { sourceRules } from './sources.js';
import { testRules } from './tests.js';
import { unfinishedRules } from './unfinished.js';
import { watchedRules } from './watched.js';
import { wordingRules } from './wording.js';

/** Every rule on content; their codes and severities stand in `PROBLEMS`. */
export const RULES: readonly Rule[] = [
  ...questionRules,
  ...relatedRules,
  ...sourceRules,
  ...markRules,
  ...answerRules,
  ...shownRules,
  ...wordingRules,
  ...unfinishedRules,
  ...reviewRules,
  ...watchedRules,
  ...pathRules,
  ...testRules,
  ...glossaryRules,
];
