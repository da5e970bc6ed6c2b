/**
 * Every number that the search depends on, with its meaning, its reason, and the command that chose it. `npm run tune`
 * measures each against its neighbours on public tasks (`--tasks DIR`) or on the FAQ itself by held-out phrasings.
 */

/**
 * Share of each block of features in the similarity of two texts (they sum to 1). `words`: stems. `pieces`: 3 or 4 letters
 * inside a word. `groups`: everyday groups of words (`groups.ts`) and the stems outside them. Tuned on the four public tasks
 * at 3 and 10 phrasings.
 */
export const BLOCKS = { words: 0.3, pieces: 0.38, groups: 0.32 } as const;
export type Block = keyof typeof BLOCKS;

/** Weight of a function word beside 1 for any other: "how long" and "how much" differ a little in the "how". Tuned. */
export const FUNCTION_WORD_WEIGHT = 0.75;

/** Weight of a glossary group among the words, beside the word itself: "bruise" and "black and blue" are near, not equal. */
export const SIGN_WEIGHT = 0.5;

/** Weight of an entry's answer in its sum of phrasings: words that only the answer has help a little to find the entry. */
export const ANSWER_WEIGHT = 1;

/** Exponent of idf. With short texts, plain idf trusts rare words too much. Tuned. */
export const IDF_POWER = 0.5;

/** Similarity to whole entries: how many of the nearest entries describe a text, and their share beside its own words. Tuned. */
export const PROFILE = { entries: 15, share: 0.6 } as const;

/**
 * Questions that are put together as one gap: the exponent by which idf^power counts in their likeness, and the least cosine to the
 * middle of a group. Chosen on wordings that were written for it (`test/search/rank/likeness.test.ts`): a plateau from 0.12 to 0.18.
 */
export const LIKENESS = { power: 3, bar: 0.14 } as const;

/** Curvature of the kernel (e^(γk) − 1)/(e^γ − 1): above 0, one good match weighs more than several faint ones. Tuned. */
export const CURVATURE = 3;

/** Ridge of the least squares: how far phrasings may be misjudged for the sake of smoothness. Tuned. */
export const RIDGE = 0.2;

/**
 * Each entry is trained against its nearest entries, up to about `most` phrasings: tuned. Beyond `TRIANGLE`, where each pair is
 * computed when needed, against so many that all entries together compute `pairs`: 100 phrasings at 1,000 entries, 32 at
 * 10,000. A third of the phrasings costs about one point of top-1.
 */
export const EXAMPLES = { most: 320, pairs: 1e7 } as const;

/** Most steps of the conjugate gradients, and the residual (relative) that ends them early. More steps change next to nothing. */
export const SOLVER = { steps: 12, residual: 2e-2 } as const;

/** Largest FAQ, in phrasings, whose similarities are kept as one triangle (32 MB at 4,000) instead of computed when needed. */
export const TRIANGLE = 4000;

/** A feature that more entries have than this is left out of the search for candidates (not of their scores). */
export const COMMON = 500;

/** So many of the nearest entries (by their sum of phrasings) are scored for an utterance, and so many are compared at all. */
export const SCORED = 12;
export const COMPARED = 80;

/** How sharply scores are told apart when they become chances: softmax of this times the score. Tuned by log loss. */
export const SHARPNESS = 10;

/** The calibration that public tasks give, before the loaded FAQ corrects it, and how many outcomes the prior is worth. */
export const PRIOR = {
  bias: -4.7,
  weights: {
    score: 3.2,
    margin: 5.6,
    chance: 0,
    similarity: 0,
    overall: 1.6,
    explained: 1.6,
    known: 0,
    told: 1.8,
    elsewhere: -0.8,
    domain: 0,
    talk: -0.4,
    central: 0,
  },
} as const;
export const PRIOR_STRENGTH = 1;

/**
 * How sharply confidence falls where everyday talk is nearer to an utterance than any phrasing. Chosen by AUROC on the public
 * tasks and on `test/questions`.
 */
export const TALK_POWER = 2;

/**
 * What a decision costs, in clicks. `offer`: reading one to three titles and choosing. `uselessOffer`: trust, where none of them
 * was right. `missed`: the answer was there, and somebody has to ask a lead and wait. `wrong`: somebody is misled.
 * `wrongSafety`: by a safety entry that was not meant. `insteadOfSafety`: by another entry, where a safety entry may have been
 * meant. With them an answer needs a confidence of about 0.92, 0.94 and 0.935, and an offer a chance of about 0.63 that one of
 * the three is right. They were chosen with an eye on `test/questions`: what separates right from wrong is worth more.
 */
export const COSTS = {
  offer: 1,
  uselessOffer: 1.6,
  missed: 2.5,
  wrong: 14,
  wrongSafety: 18,
  insteadOfSafety: 17,
} as const;

/** From this confidence on a safety entry behind the best one may have been meant. */
export const MEANT = 0.02;

/** Confidence of an entry that has the utterance among its phrasings, word for word, and no other entry has it. */
export const VERBATIM = 0.99;

/**
 * Most confidence where a word or a figure of the utterance only looks like one of the entry's: too little to answer, enough
 * to offer it.
 */
export const DOUBTFUL = 0.75;

/** A word is central to an entry in so far as its phrasings have it, wholly from one in so many on. Chosen on both kinds of sets. */
export const CENTRAL = 2;

/** From this share of an entry's phrasings on a word tells what the entry is about. */
export const TELLING = 1 / 12;

/** Parts of a message that are read by themselves, the last ones, and answers that are added to the first. */
export const MOST_PARTS = 6;
export const MOST_ALSO = 2;

/** Confidence from which on an entry is added to the answer of another question in the same message, by its one sentence. */
export const LIKELY = 0.7;

/**
 * Least confidence for an answer that nobody has asked the bot for (`bot/by-itself.ts`): it disturbs what people say to each other,
 * and silence costs nothing, since whoever wants more mentions the bot. Of the questions in `test/questions` that read like one in a
 * channel 128 are answered right and 3 wrong; at 0.96 171 and 6, at 0.95 204 and 9, at the bar of `COSTS` 236 and 22.
 */
export const UNASKED = 0.97;

/** From this share of the entries on a word is what the FAQ is about: of ours "scraping", "tools" and "blading", each in three of four. */
export const SUBJECT = 0.5;

/** Most confidence of an utterance in which a word was corrected: it is never as sure as one that was typed word for word. */
export const CORRECTED = 0.985;

/** Most warnings that are shown: a fourth would not be read. */
export const MOST_WARNINGS = 3;

/** Content words that may stand between those of a watched phrase: "swelling in one of her calves". */
export const WATCH_GAP = 3;

/** Most entries offered by a suggestion. */
export const OFFERED = 3;

/**
 * A suggestion is of one entry where its confidence is at least `least` and `ahead` times the second's; and nothing is offered
 * that has less than a `beside`-th of the best: on 555 questions 196 of 205 suggestions had one far ahead.
 */
export const CLOSEST = { least: 0.6, ahead: 4, beside: 10 } as const;

/** A safety entry joins the offered ones from this share of the last one's confidence on. */
export const NEAR = 0.5;

/** Folds are practised until about this many phrasings were taught in all: a large FAQ gives enough outcomes in one. */
export const PRACTISED = 1500;

/**
 * Folds of the calibration; the share of each kind of question in its lesson (`practise.ts`), rich in those that are hard to
 * tell apart; and the share of answerable questions to which the lesson is corrected: high, since
 * held-out phrasings, which leads make as unlike as they can, are harder than what staff ask.
 */
export const FOLDS = 3;
export const LESSON = { answerable: 0.6, absent: 0.15, aspect: 0.35, grafted: 0.25, far: 0.5 } as const;
export const ANSWERABLE = 0.96;

/**
 * Correction of unknown words. `shortest`, `longest`: letters of a word that is looked at. `long`: from this length on two
 * slips are believed, and a wrong first letter. `trusted`: in shorter words another letter must be a neighbour on the keyboard, or
 * "lady" would turn into "lazy". `looks`: words that fuse.js may propose. `twin`: letters from which on a look-alike is worth a doubt.
 */
export const SPELLING = { shortest: 4, longest: 24, long: 8, trusted: 6, looks: 12, twin: 5 } as const;

/**
 * Words whose reading is kept in memory, and features that only they have, before all are forgotten: some 6 MB. About twice the words
 * of our own phrasings, which would else be forgotten over and over. Speed only.
 */
export const REMEMBERED = { words: 6000, strangers: 20_000 } as const;

/**
 * A follow-up has `words` words at the most; points to a related entry with at least the confidence `least` ("and how often?" has 0.24
 * for the number of sessions); and goes on with the entry before it where the title's words bring that to `same`. Chosen on the
 * pairs of `test/search/follow-up.test.ts`.
 */
export const FOLLOW_UP = { words: 8, least: 0.15, same: 0.95 } as const;
