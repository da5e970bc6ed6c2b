import { describe, expect, it } from 'vitest';
import { readable } from '../../src/cli/terminal.js';

describe('a reply on a terminal', () => {
  it.each([
    ['bold', '*Sources* of *2020*', 'Sources of 2020'],
    ['italic', 'see _(a page)_ here', 'see (a page) here'],
    ['struck', 'now ~five~ six', 'now five six'],
    ['bold with italic, a link and code inside', '*a _b_ <https://x.org|c> `d`*', 'a b c (https://x.org) "d"'],
    [
      'a link',
      '<https://doi.org/10.1/x?a=1&amp;b=2|Lee &amp; Kim (2016)>.',
      'Lee & Kim (2016) (https://doi.org/10.1/x?a=1&b=2).',
    ],
    ['a bare link', '<https://x.org>', 'https://x.org'],
    ['a link that says its address', '<https://x.org|https://x.org>', 'https://x.org'],
    ['an address of mail', '<mailto:a@b.ch|a@b.ch> <mailto:a@b.ch>', 'a@b.ch (a@b.ch) a@b.ch'],
    ['a link that was cut', 'one\n<https://x.org|Nazari G, Bo…\ntwo', 'one\nNazari G, Bo… (https://x.org)\ntwo'],
    ['a cut address', '[1] <https://x.o…', '[1] https://x.o…'],
    ['a person', '<@U123ABC>, <@U123ABC|anna>', '@U123ABC, @anna'],
    ['a channel', '<#C123ABC>, <#C123ABC|leads>', '#C123ABC, #leads'],
    ['a group and everybody', '<!subteam^S1|@leads> <!here> <!channel>', '@leads @here @channel'],
    ['a date', '<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
    ['an emoji', ':warning: stop :white_check_mark: :+1:', '(warning) stop (white check mark) (+1)'],
    ['code', 'type `/iastm topic` now', 'type "/iastm topic" now'],
    ['a block of code', '```\na *b* <c>\n```', 'a *b* <c>'],
    ['a quote', '&gt; one &lt;two&gt;', '> one <two>'],
    ['escaped signs, once', '&amp;lt; &lt;@U1&gt; A&amp;E', '&lt; <@U1> A&E'],
  ])('shows %s', (_, mrkdwn, shown) => {
    expect(readable(mrkdwn)).toBe(shown);
  });

  it.each(['5 * 3 * 2', 'snake_case_name', '2 < 3', 'at 10:30:45', 'a:b:c', '~ 5 ~', 'https://x.org/a_b_c', '`'])(
    'leaves "%s" as it is',
    (text) => {
      expect(readable(text)).toBe(text);
    },
  );

  it('keeps its lines and tabs, and nothing that steers the terminal', () => {
    expect(readable('one\n\ttwo \u001b[31mred\u001b[0m \u0007\u009b2J\rx')).toBe('one\n\ttwo [31mred[0m 2Jx');
  });

  it('comes to an end where thousands of signs have none', () => {
    const worst = '*a _b ~c <d `e :f '.repeat(2_000);
    expect(readable(worst)).toHaveLength(worst.length);
  });
});
