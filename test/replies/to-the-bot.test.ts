import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTheBot, type Word } from '../../src/replies/to-the-bot.js';
import { faqOf } from '../conversation.js';

/** What people type, by the reply that it gets. */
const TYPED: Record<Exclude<Word, 'topic'>, string[]> = {
  help: [
    '',
    '?',
    '  ',
    'help',
    'HELP!',
    'help me',
    'please help',
    'hlep',
    'what can you do?',
    'How do I use this',
    'hi',
    'Hello!',
  ].concat([
    ':wave:',
    '👋🏽',
    ':wave::skin-tone-3:',
    '😂😂',
    'hey, what can you do for me?',
    '<@U0ANNA001>',
    'hello, help',
  ]),
  topics: [
    'topics',
    'Topics.',
    'topcis',
    'topic',
    'show me the topics',
    'list topics please',
    'what topics do you have?',
  ],
  sources: ['sources', 'soruces', 'what are your sources?', 'list sources'],
  glossary: ['glossary', 'glosary', 'show glossary'],
  privacy: ['privacy', 'privcy', 'privacy?', 'what do you know about me'],
  forget: ['forget me', 'forget me.', 'forgetme', 'Forget me please!', 'froget me', 'forgte me', 'delete my data'],
  courtesy: [
    'thanks',
    'Thank you so much!',
    'ok thanks',
    'thx!',
    'ty :pray:',
    ':+1:',
    '👍🏻',
    'got it',
    'great',
    'perfect',
    'cool thanks',
  ].concat([
    'bye',
    'good night',
    'thanks a lot, very helpful',
    'thanks for the help :)',
    'ok',
    'no thanks',
    'hi, thanks',
    'thx &lt;3',
  ]),
  greeting: [
    'hi :wave:',
    'good morning team',
    'Hi there',
    'hello everyone!',
    'good morning',
    'hey bot',
    'how are you?',
  ],
  about: [
    'who wrote this',
    'who are you',
    'What are you?',
    'are you a bot',
    'are you human?',
    'are you AI',
    'are you chatgpt',
  ]
    .concat([
      'are you AI/chatgpt',
      'is this reviewed',
      'who reviewed this',
      'where do the answers come from',
      'can I trust you',
    ])
    .concat(['hi, who are you?', "who's behind this", 'is this reviewed by a clinician', 'are you a bot or a human']),
};

/** Questions, however they begin and end. */
const QUESTIONS = [
  'thanks, does it hurt?',
  'ok so does it hurt',
  'hi does it hurt',
  'help is bruising normal?',
  'help with iastm',
]
  .concat([
    'topics are boring',
    'sources say it is bad',
    'forget about it',
    "don't forget me",
    'forgot me',
    'privacy of the room',
  ])
  .concat([
    'heel',
    'held',
    'hep c',
    'cold',
    'is it ok',
    'great pain',
    'who invented this',
    'how does it work',
    'is this safe',
    '12',
  ])
  .concat([
    'does it help',
    'are you allowed to treat scars',
    'can you help me with my knee',
    'please',
    'constructor',
    '<https://x.org>',
  ])
  .concat(['glossary of what is said about scars and pressure', 'topic? is it safe', 'thanks '.repeat(20)]);

describe('what is said to the bot itself', () => {
  for (const [word, typed] of Object.entries(TYPED))
    it.each(typed)(`gets "${word}": "%s"`, (text) => {
      expect(toTheBot(text)).toEqual({ word, name: '' });
    });

  it.each([
    ['topic safety', 'topic', 'safety'],
    ['Topic: Safety', 'topic', 'safety'],
    ['glossary Keloid', 'glossary', 'keloid'],
    ['glosary keloid?', 'glossary', 'keloid'],
    ['glossary heat &amp; cold please :pray:', 'glossary', 'heat & cold'],
    [
      'glossary instrument assisted soft tissue mobilization',
      'glossary',
      'instrument assisted soft tissue mobilization',
    ],
  ])('has a name after "topic" and "glossary": "%s"', (text, word, name) => {
    expect(toTheBot(text)).toEqual({ word, name });
  });

  it.each(QUESTIONS)('is no question: "%s"', (text) => {
    expect(toTheBot(text)).toBeNull();
  });

  it('is told from every phrasing of the frozen FAQ', async () => {
    const { knowledge } = await faqOf();
    const phrasings = [...knowledge.entries.values()].flatMap(({ questions }) => questions);
    expect(phrasings.filter((phrasing) => toTheBot(phrasing) !== null)).toEqual([]);
    expect(phrasings.length).toBeGreaterThan(500);
  });

  it('is still no question with courtesy around it, and a question stays one', async () => {
    const { knowledge } = await faqOf();
    const phrasings = [...knowledge.entries.values()].map(({ questions }) => questions[0]);
    const polite = fc.constantFrom('hi, ', 'ok ', 'thanks! ', 'hey team, ', '');
    fc.assert(
      fc.property(
        polite,
        fc.constantFrom(...phrasings),
        fc.constantFrom(' thanks', ' please', ' :pray:', '!!', ''),
        (a, q, z) => toTheBot(`${a}${q}${z}`) === null,
      ),
    );
    const words = Object.entries(TYPED).flatMap(([word, typed]) => typed.map((text) => [word, text] as const));
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(' please', ' :wave:', '!', ' 🙂'), ([word, text], z) => {
        const read = toTheBot(`${text}${z}`);
        const bare = text === 'hi' || text === 'Hello!' || /^[^a-z]*$|^:|^<@/i.test(text);
        if (!bare) expect(read?.word).toBe(word);
      }),
    );
  });

  it('is read of any text, and of a long one at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        toTheBot(text);
      }),
    );
    const start = performance.now();
    for (const sign of [':', '<@', '{', 'hi ', '&lt;', "'", '👍']) toTheBot(sign.repeat(2000));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
