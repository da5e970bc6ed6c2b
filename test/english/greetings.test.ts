import { describe, expect, it } from 'vitest';
import { DAY_GREETINGS, GREETINGS, THANKS } from '../../src/english/greetings.js';
import { toTheBot } from '../../src/replies/to-the-bot.js';
import { normalize } from '../../src/search/text/normalize.js';

describe('a greeting', () => {
  it.each([...GREETINGS, ...DAY_GREETINGS, ...THANKS])('"%s" is left aside beside a question', (said) => {
    expect(normalize(`${said}, does it hurt`)).toEqual(['does', 'it', 'hurt']);
    expect(normalize(`does it hurt? ${said}!`)).toEqual(['does', 'it', 'hurt']);
  });

  it.each([
    ...GREETINGS.map((said) => [said, 'help']),
    ...DAY_GREETINGS.map((said) => [said, 'greeting']),
    ...THANKS.map((said) => [said, 'courtesy']),
  ])('"%s" is answered by itself with: %s', (said, word) => {
    expect(toTheBot(`${said}!`)).toEqual({ word, name: '' });
  });

  it.each(GREETINGS)('"%s" is more than a first try where somebody is greeted', (said) => {
    expect(toTheBot(`${said} there`)).toEqual({ word: 'greeting', name: '' });
  });
});
