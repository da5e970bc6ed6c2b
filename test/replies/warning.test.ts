import { describe, expect, it } from 'vitest';
import type { Entry, Knowledge } from '../../src/knowledge/entry.js';
import { compose } from '../../src/replies/compose.js';
import { plain } from '../../src/replies/reply.js';
import { carriedWarnings, shownWarnings, told, type Warning } from '../../src/replies/warning.js';
import { faqOf } from '../frozen.js';

/** The frozen knowledge with other ids for some of its entries, each of which watches for two phrases. */
async function knowing(ids: string[]): Promise<{ knowledge: Knowledge; warnings: Warning[] }> {
  const { knowledge } = await faqOf();
  const [entry] = knowledge.entries.values();
  const known = ids.map((id) => [id, { ...entry, id, watchFor: ['one thing', `what ${id} is`] } as Entry] as const);
  const warnings = ids.map((id) => ({ entry: id, watched: `what ${id} is` }));
  return { knowledge: { ...knowledge, entries: new Map(known) }, warnings };
}

describe('the warnings of a reply', () => {
  it('are three at the most, the most urgent first, each entry once', async () => {
    const { knowledge, warnings } = await knowing(['a', 'b', 'c', 'd', 'e']);
    const { blocks } = compose(plain('x'), { asked: '', warnings: [...warnings.slice(0, 1), ...warnings] }, knowledge);
    const alerts = blocks.flatMap((block) =>
      block.type === 'section' && block.accessory ? [block.text?.text ?? ''] : [],
    );
    expect(alerts.map((said) => /\*what (.) is\*/.exec(said)?.[1])).toEqual(['a', 'b', 'c']);
  });

  it('are read again from what the buttons carried, words and all', async () => {
    const { knowledge, warnings } = await knowing(['refer', 'skin-scars', 'clots']);
    expect(carriedWarnings(told(shownWarnings({ warnings }, knowledge)), knowledge)).toEqual(warnings);
  });

  it('are named by their title where their words are gone, and are left out where their entry is', async () => {
    const { knowledge, warnings } = await knowing(['refer', 'clots']);
    const { knowledge: later } = await knowing(['clots']);
    const clots = later.entries.get('clots') as Entry;
    const changed = { ...later, entries: new Map([['clots', { ...clots, watchFor: [] }]]) };
    const carried = told(shownWarnings({ warnings }, knowledge));
    expect(carriedWarnings(carried, changed)).toEqual([{ entry: 'clots', watched: clots.questions[0] }]);
  });
});
