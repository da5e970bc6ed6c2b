import type { Knowledge } from '../knowledge/entry.js';
import type { Told } from '../lint/rule.js';
import type { Match } from '../search/match.js';
import { createMatcher, type Matcher } from '../search/matcher.js';
import { train } from '../search/train.js';

/** Finds what a knowledge answers; the search is trained when the first question comes, which takes seconds. */
export function matcherWhenAsked(knowledge: Knowledge): Pick<Matcher, 'match'> {
  let matcher: Matcher | undefined;
  return {
    match(question) {
      matcher ??= createMatcher(train(knowledge));
      return matcher.match(question);
    },
  };
}

/** What people see of a match. */
export function toldOf({ decision, entry, offered, also, warnings }: Match): Told {
  return {
    decision,
    shown: [...(entry === null ? offered : [entry]), ...also],
    warned: warnings.map((warning) => warning.entry),
  };
}
