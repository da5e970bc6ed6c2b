import { describe, expect, it } from 'vitest';
import { faqOf } from '../../frozen.js';

describe('what the whole FAQ is about', async () => {
  const { matcher } = await faqOf();

  it.each([
    'can we scrape a scar',
    'tools over a tattoo?',
    'is blading safe',
    'IASTM on a child',
    'gua sha, guasha, scraping',
  ])('is named in "%s"', (text) => expect(matcher.overhear(text).onSubject).toBe(true));

  it.each(['does it hurt', 'is warfarin bad for the liver', 'how does that work for the patient', 'any pain', ''])(
    'is not in "%s", whose words many entries have, or few',
    (text) => expect(matcher.overhear(text).onSubject).toBe(false),
  );

  it('is told beside all warnings, that of the answered entry too', () => {
    const text = 'can I scrape somebody on blood thinners';
    const { entry, warnings } = matcher.match(text);
    expect(matcher.overhear(text).warnings.map((each) => each.entry)).toEqual(
      expect.arrayContaining(warnings.map((each) => each.entry).concat(entry === 'anticoagulants' ? [entry] : [])),
    );
    expect(matcher.overhear(text).warnings.map((each) => each.entry)).toContain('anticoagulants');
  });
});
