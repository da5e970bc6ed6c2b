import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeantForTheBot, toTheBot, type Word } from '../../src/replies/to-the-bot.js';
import { faqOf } from '../frozen.js';

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
  review: ['review', 'what is due for review?', 'start the review'],
  gaps: ['gaps', 'show me the gaps', 'open gaps please'],
  add: ['add', 'Add an answer', 'draft a new entry', 'suggest a wording'],
  edit: ['edit', 'edit an answer', 'change the entry please'],
  edits: ['edits', 'show me the last edits', 'undo', 'recent edits please'],
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
  lead: ['lead', 'leads', 'ask a lead', 'Ask the leads!', 'can I ask a lead?', 'talk to my lead please', 'laed'],
  channel: ['channel', 'Channel?', 'chanel', 'show this channel'],
  pause: ['pause', 'Pause!', 'pasue', 'please pause', 'pause the bot', 'stop answering'],
  resume: ['resume', 'reusme', 'unpause', 'resume please', 'resume the faq'],
  learn: ['learn', 'Learn!', 'laern', 'learning path', 'I’m new here', 'start learning please', 'the reading path'],
  quiz: ['quiz', 'Quiz me!', 'qiuz', 'take the quiz', 'test me'],
  privacy: ['privacy', 'privcy', 'privacy?', 'what do you keep', 'are my questions private?', 'gdpr', 'opt out'],
  news: ['news', 'new', 'whats new?', 'what has changed lately', 'new answers'],
  random: ['random', 'radnom', 'Random!', 'a random answer please', 'surprise me'],
  recent: [
    'recent',
    'recnt',
    'my questions',
    'what did i ask yesterday?',
    'show me my last questions',
    'my history',
    'read it again',
    'whats my history',
  ],
  why: [
    'why',
    'Why?',
    'wyh',
    'why did you say that?',
    'how did you get this answer',
    'ok, why?',
    'why did u answer that',
  ],
  data: [
    'my data',
    'my dta',
    'mydata',
    'my dataa',
    'what do you know about me',
    'show me my data!',
    'i want to see what you store about me',
  ],
  forget: [
    'forget me',
    'forget me.',
    'forgetme',
    'Forget me please!',
    'froget me',
    'forgte me',
    'delete my data',
    'forget  me!!',
  ].concat([
    'delete everything you know about me',
    'can you delete all my questions please',
    'i want you to forget me',
    'forgt me',
    'forget mee',
    'how do i delete my history',
  ]),
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
    'forget it',
    'forget about it',
    'cancel',
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
      'can i talk to a human',
      'who do I ask?',
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
  'how do i start',
  'can i repeat it',
  'back pain',
  'yes but does it hurt',
]
  .concat(['topics are boring', 'sources say it is bad', "don't forget me", 'forgot me', 'privacy of the room'])
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
  .concat([
    'lead apron for x-ray?',
    'lead poisoning',
    'lead therapist bruised a patient, what now?',
    'leads to bruising?',
  ])
  .concat([
    'why does it bruise',
    'pause treatment if dizzy?',
    'channel 4 settings?',
    'learn iastm where?',
    'new bruises',
  ])
  .concat(['review of evidence', 'random bruises after', 'recent surgery', 'resume running after?', 'quiz patients'])
  .concat(['glossary of what is said about scars and pressure', 'topic? is it safe', 'thanks '.repeat(20)]);

describe('what is said to the bot itself', () => {
  for (const [word, typed] of Object.entries(TYPED))
    it.each(typed)(`gets "${word}": "%s"`, (text) => {
      expect(toTheBot(text)).toEqual({ word, name: '' });
    });

  it.each([
    ['topic safety', 'topic', 'safety'],
    ['Topic: Safety', 'topic', 'safety'],
    ['channel auto', 'channel', 'auto'],
    ['Channel: OFF.', 'channel', 'off'],
    ['channel metion please', 'channel', 'mention'],
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

  it.each([
    ['ask a lead: red rash', 'red rash'],
    ['Please ask the lead whether fever matters', 'fever matters'],
    ['lead: over a plate', 'over a plate'],
    ['lead can I do it over a plate?', 'can I do it over a plate?'],
  ])('is handed to the leads with what stands behind it: "%s"', (text, name) => {
    expect(toTheBot(text)).toEqual({ word: 'lead', name });
    expect(toTheBot(text, { typed: true })).toEqual({ word: 'lead', name });
  });

  it('needs no asking word to be handed to the leads behind the command, where it is no other word', () => {
    expect(toTheBot('lead over a metal plate', { typed: true })).toEqual({ word: 'lead', name: 'over a metal plate' });
    expect(toTheBot('lead over a metal plate')).toBeNull();
    for (const text of ['lead apron needed?', 'lead me through it', 'lead clinician is out, who reviews?'])
      expect(toTheBot(text, { typed: true })).toBeNull();
    expect(isMeantForTheBot('/iastm lead over a plate')).toBe(true);
    expect(isMeantForTheBot('lead apron over a plate')).toBe(false);
  });

  it.each(['start', 'yes', 'none of these', 'More!', 'stop'])('gets "help" where it stands alone: "%s"', (text) => {
    expect(toTheBot(text)).toEqual({ word: 'help', name: '' });
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
    // A pattern that goes back over what it has read would take minutes here.
    for (const sign of [':', '<@', '{', 'hi ', '&lt;', "'", '👍']) toTheBot(sign.repeat(20_000));
  });
});
