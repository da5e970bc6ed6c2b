import { type Lexicon, normalize } from '../text/normalize.js';

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
  the word —; how do you spell —; why is it called —; — and pregnancy; — and alcohol; — and weight loss; — in winter; what does — feel like; what does — look like; where exactly is —; anatomy of —; how did your
  — start; which grade of — is it; is it — or something else; how do i know that it is —; how do you test for —; normal values
  for —; does ice help —; heat for —; how do i sleep with —; sports to avoid with —; how heavy can i lift with —; how many weeks
  off running with —; how many sets and reps for —; which machine settings for —; how often should i do the exercises for —; is
  it safe to swim with —; can i fly with —; painkillers for —; side effects of the medicine for —; does stress cause —; why is
  — worse at night; why does my — click; what is the best mattress for —; orthotics for —; which brace size for —; wrapping or
  taping —; physiotherapy for —; chiropractor for —; hypnosis for —; surgery for —, what do they do; how do surgeons fix —; when
  can i work again after —; when can i drive again after —; what age do people get —; how many people have —; famous people with
  —; is my — healing; is — infected; who prescribes something for —; natural remedies against —; latest news on —; did our order
  of — arrive; we ran out of —; who left — in the room; please print the sheet for —; which shelf is — on; who has the key for —;
  cancel my — appointment; deadline for —; price list for —; refund for —; app for —; video of —; password for —; is — open on
  sunday; who is in charge of —; we need more — by friday`
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
