import { type Lexicon, normalize } from './normalize.js';

/**
 * What people ask about a subject of which an FAQ may know one thing and not another: with an entry's telling words in place
 * of the dash they are questions that few FAQs answer. Those whose words the FAQ has itself count less (`practise.ts`). Written
 * by hand for clinics first, and for any other field.
 */
export const ASPECTS: readonly string[] = `
  what is — exactly; what causes —; symptoms of —; what are the first signs of —; how do you get —; is — contagious; how is —
  diagnosed; do i have —; how common is —; is — hereditary; can — be prevented; can — come back; is there a cure for —; how long
  does — last; what happens if — is left untreated; is — dangerous; best exercises for —; stretches for —; can i run with —;
  can i work out with —; what shoes for —; is a brace any good for —; what pillow for —; what should i eat for —; vitamins for
  —; home remedies for —; what medicine is there for —; can i take ibuprofen for —; which antibiotic for —; cream for —; is an
  injection worth it for —; do i need surgery for —; how long is recovery from — surgery; laser for —; shockwave for —;
  acupuncture for —; ultrasound settings for —; kinesio tape for —; cupping or needling for —; massage for —; which doctor do i
  see for —; should i see a doctor about my —; do i need an mri for —; blood test for —; icd code for —; does insurance cover
  —; how much does — cost; where can i buy —; who sells —; support group for —; can i drive with —; can i get time off work for
  —; my — is worse today; i have had — for six months and nothing helps; my son has —; does my dog have —; how did you get rid
  of your —; any tips for living with —; book me in for —; our form for — is missing; did anyone else get —; story of my —;
  picture of —; opening hours for —; phone number for —; a book about —; jobs in —; who can i complain to about —; meaning of
  the word —; how do you spell —; why is it called —; — and pregnancy; — and alcohol; — and weight loss; — in winter`
  .split(';')
  .map((line) => line.replace(/\s+/g, ' ').trim());

/** The tokens of an aspect before and behind the subject. */
export interface Aspect {
  before: readonly string[];
  after: readonly string[];
}

/** The aspects, as an FAQ's lexicon reads them. */
export function aspectTokens(lexicon: Lexicon): Aspect[] {
  return ASPECTS.map((line) => {
    const [before = '', after = ''] = line.split('—');
    return { before: normalize(before, lexicon), after: normalize(after, lexicon) };
  });
}
