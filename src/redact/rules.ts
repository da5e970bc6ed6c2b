import { NETWORK, SLACK } from './contacts.js';
import { NAMES } from './cues.js';
import { DATES } from './dates.js';
import { PHONES } from './phones.js';
import { PLACES } from './places.js';
import { LEFT_OVER, RECORDS } from './records.js';
import type { Rule } from './rule.js';

/** Every form in which a person can be known, in the order of looking: what one rule found no later one sees. */
export const RULES: readonly Rule[] = [
  ...SLACK,
  ...NETWORK,
  ...DATES,
  ...RECORDS,
  ...PHONES,
  ...PLACES,
  ...NAMES,
  ...LEFT_OVER,
];
