import { describe, expect, it } from 'vitest';
import { mrkdwn } from '../../src/replies/markdown.js';
import { faqOf } from '../frozen.js';

describe('the Markdown of an answer', () => {
  it.each([
    ['bold words', 'it **can** hurt', 'it *can* hurt'],
    ['slanted words, both ways', 'an *old* and a _new_ way', 'an _old_ and a _new_ way'],
    ['slanted words within bold ones', '**not *yet* known**', '*not _yet_ known*'],
    ['struck words', '~~never~~ rarely', '~never~ rarely'],
    ['stars and lines that are no markup', '2 * 3 * 4, 2*3*4, a_b_c', '2 * 3 * 4, 2*3*4, a_b_c'],
    ['a link', 'see [the **list**](https://x.org/a?b=1&c=2).', 'see <https://x.org/a?b=1&amp;c=2|the list>.'],
    ['a bare address, without the full stop after it', 'at https://x.org/a.', 'at <https://x.org/a|https://x.org/a>.'],
    ['an address in angle brackets', '<https://x.org/>', '<https://x.org/|https://x.org/>'],
    ['an image, as a link to it', '![a leg](https://x.org/leg.png)', '<https://x.org/leg.png|a leg>'],
    ['a link that leads nowhere a browser goes', '[press](javascript:alert(1))', '[press](javascript:alert(1))'],
    ['marks of sources, which are no links', 'fair [1] to low [2, 3]', 'fair [1] to low [2, 3]'],
    ['code, in which nothing else counts', 'type `**x** <y>`', 'type `**x** &lt;y&gt;`'],
    ['what would ping people', '<!channel> and <@U1>', '&lt;!channel&gt; and &lt;@U1&gt;'],
    ['a heading', '## When **not** to ##', '*When not to*'],
    ['a quote', '> as written\n> twice', '&gt; as written\n&gt; twice'],
  ])('shows %s', (_, written, shown) => {
    expect(mrkdwn(written)).toBe(shown);
  });

  it('keeps lists as they stand, of every sign and depth', () => {
    const written = '1) first\n2) second\n   goes on\n\n- a\n  * b\n• c\n+ d\n10. tenth';
    expect(mrkdwn(written)).toBe('1) first\n2) second goes on\n\n• a\n  • b\n• c\n• d\n10. tenth');
  });

  it('joins lines that were wrapped, and keeps paragraphs apart', () => {
    expect(mrkdwn('one\nline\n\nanother\r\nline')).toBe('one line\n\nanother line');
  });

  it('reads a table out row by row, each cell under its title', () => {
    const written = '| Tool | Edge | Weight |\n|:--|:-:|--:|\n| Steel | **bevelled** | 90 g |\n| Jade | round | |';
    expect(mrkdwn(written)).toBe('• *Steel* – Edge: *bevelled*; Weight: 90 g\n• *Jade* – Edge: round');
  });

  it('reads a table without titles, too', () => {
    expect(mrkdwn('| a | b |\n| c | d |')).toBe('• *a* – b\n• *c* – d');
  });

  it('keeps a block of code line by line, escaped', () => {
    expect(mrkdwn('```yaml\n- is it **safe**?\n  <x>\n```\nafter')).toBe(
      '```\n- is it **safe**?\n  &lt;x&gt;\n```\nafter',
    );
  });

  it('leaves no sign of its own in any shipped answer, and loses no word', async () => {
    const { knowledge } = await faqOf();
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ');
    for (const { answer } of knowledge.entries.values()) {
      const shown = mrkdwn(answer);
      expect(shown).not.toMatch(/\*\*|^#|^[-+] /m);
      expect(words(shown.replace(/&(?:amp|lt|gt);/g, ' '))).toBe(words(answer));
    }
  });
});
