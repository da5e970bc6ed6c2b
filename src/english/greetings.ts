// What people say before or instead of a question, in one place: search leaves it aside (`search/text/words.ts`), and the bot
// answers it where it is all that is said (`replies/to-the-bot.ts`). Each adds what only it may read so.

/** Words that greet, by themselves or before a name. */
export const GREETINGS: readonly string[] = ['hey', 'hi', 'hello', 'hiya', 'heya', 'howdy', 'yo'];

/** Greetings by the time of day. */
export const DAY_GREETINGS: readonly string[] = ['good morning', 'good afternoon', 'good evening'];

/** Phrases that thank. */
export const THANKS: readonly string[] = ['thanks', 'thank you', 'many thanks', 'thx', 'ty', 'tysm', 'cheers'];
