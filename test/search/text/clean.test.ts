import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/search/text/clean.js';

const words = (text: string) => clean(text).trim().replace(/\s+/g, ' ');

describe('taking the dress off a text', () => {
  it.each([
    ['a group that is called', '<!here> is it safe', 'is it safe'],
    ['a team that is called, but for its name', 'ask <!subteam^S01|the leads> first', 'ask the leads first'],
    ['a date, but for its words', 'since <!date^1392734382^{date}|Monday>', 'since monday'],
    ['an address of e-mail', 'write to <mailto:anna@example.org> now', 'write to now'],
    ['an address of e-mail, but for its label', '<mailto:anna@example.org|the desk>', 'the desk'],
    ['a number to call, but for its label', 'call <tel:+15550100|the desk>', 'call the desk'],
    ['a number to call', 'call <tel:+15550100>', 'call'],
    ['a person and a channel', '<@U012AB> see <#C012AB|general>', 'see'],
    ['an emoji by its name', 'ok :thumbsup: then', 'ok then'],
    ['an address without more', 'see https://example.org first', 'see first'],
    ['an address that nobody marked', 'see https://example.org/a?b=c first', 'see first'],
  ])('leaves out %s', (_what, text, left) => {
    expect(words(text)).toBe(left);
  });

  it.each([
    ['what stands between signs of no link', 'pain <really> bad', 'pain really bad'],
    ['apostrophes, however they are written', 'don&#39;t don’t don`t don´t', "don't don't don't don't"],
    ['signs that Slack escapes', 'cold &amp; heat &quot;now&quot;', 'cold & heat "now"'],
    ['a fraction, written with its own stroke', '1\u20442 inch', '1/2 inch'],
  ])('keeps %s', (_what, text, left) => {
    expect(words(text)).toBe(left);
  });

  it.each([
    ['1,000', '1000'],
    ['12,345,678', '12345678'],
    ['1,2345', '1,2345'],
    ['1,23', '1,23'],
    ['x,000', 'x,000'],
  ])('closes up thousands alone: %s is %s', (text, read) => {
    expect(clean(text)).toBe(read);
  });

  it.each([
    ['1½ inch', '1 1/2 inch'],
    ['2¼', '2 1/4'],
    ['10⅜ mm', '10 3/8 mm'],
    ['-1½', '-1 1/2'],
    ['½ inch', '1/2 inch'],
    ['½¼', '1/2 1/4'],
    ['a½', 'a1/2'],
    ['1 ½', '1 1/2'],
  ])('reads a fraction behind a figure by itself: %s is %s', (text, read) => {
    expect(words(text)).toBe(read);
  });
});

it('gives the same for plain text as where there is something to take off', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'Ab9 1,0.?!\'"()/;-_:<>&%=`\n') });
  fc.assert(
    fc.property(typed, (text) => {
      expect(clean(text)).toBe(clean(`${text}\u200b`));
    }),
    { numRuns: 1000 },
  );
});

describe('the length of what is read', () => {
  it('is 2,000 characters, to the last one', () => {
    expect(clean(`${'a '.repeat(999)}b?`)).toMatch(/b\?$/);
    expect(clean(`${'a '.repeat(1000)}b?`)).not.toContain('b');
  });

  it('is counted as it was typed, before anything is taken off', () => {
    expect(clean('&amp;'.repeat(8000))).toBe('&'.repeat(400));
  });

  it('is counted again where signs come apart into many', () => {
    expect(clean('ﷺ'.repeat(2000))).toHaveLength(2000);
  });
});
