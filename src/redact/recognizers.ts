import { NETWORK, SLACK } from './contacts.js';
import { NAMES } from './cues.js';
import { DATES } from './dates.js';
import { PHONES } from './phones.js';
import { PLACES } from './places.js';
import type { Recognizer } from './recognizer.js';
import { LEFT_OVER, RECORDS } from './records.js';

/** Every form in which a person can be known, in the order of looking: what one found no later one sees. */
export const RECOGNIZERS: readonly Recognizer[] = [
  ...SLACK,
  ...NETWORK,
  ...DATES,
  ...RECORDS,
  ...PHONES,
  ...PLACES,
  ...NAMES,
  ...LEFT_OVER,
];
