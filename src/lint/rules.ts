import { gradeOfAnswer, lengths, promises, repeatedShort, shortForm, whoDecides, wordsOfAnswer } from './answers.js';
import { definitions, glossaryWords } from './glossary.js';
import { options, quizOfUnit, rightIsLongest, safetyQuiz } from './path.js';
import { fewPhrasings, manyPhrasings, sameQuestion } from './questions.js';
import { islands, numberOfRelated, relatedEntries } from './related.js';
import { evidence, reviews } from './reviews.js';
import type { Rule } from './rule.js';
import { links, marks, unusedSources, verification } from './sources.js';
import { commonWatched, findable, nothingWatched, sharedWatched } from './watched.js';

/** Every rule on content; their codes and severities stand in `PROBLEMS`. */
export const RULES: readonly Rule[] = [
  sameQuestion,
  fewPhrasings,
  manyPhrasings,
  relatedEntries,
  numberOfRelated,
  islands,
  unusedSources,
  marks,
  links,
  verification,
  lengths,
  wordsOfAnswer,
  gradeOfAnswer,
  shortForm,
  repeatedShort,
  whoDecides,
  promises,
  reviews,
  evidence,
  nothingWatched,
  findable,
  sharedWatched,
  commonWatched,
  rightIsLongest,
  safetyQuiz,
  options,
  quizOfUnit,
  glossaryWords,
  definitions,
];
