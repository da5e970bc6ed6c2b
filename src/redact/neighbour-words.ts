import { listed } from './listed.js';

/** What only somebody with a mind does: no "mark says", "grant wants" or "may feels" is anything but a person's. */
export const MINDS_DO = listed(`
  wants wanted says said asks asked thinks thought feels felt complains complained likes liked loves loved hates hated
  prefers preferred refuses refused denies denied mentions mentioned states stated agrees agreed believes worries worried
  tells told cried fainted vomited`);
/** What people do and have, and things too: "rose has", "mark came", behind the beginning of a sentence or a joining word. */
export const PEOPLE_DO = new Set([
  ...MINDS_DO,
  ...listed(`
  has hasn't hasnt had needs needed takes took reports reported bruises bruised called cancelled canceled came went gets
  got doesn't doesnt didn't didnt won't wont can't cant isn't wasn't tolerated flared returned lives plays runs lifts
  works texted emailed phoned tripped sprained twisted limped pulled tore broke fell bled bought ate drank drove swam
  slept woke quit swims smokes drinks drives bikes hikes wears sleeps walks`),
]);
/** The same of names that a clinic hardly has another use for: "rose uses", "grant isnt". */
export const ALSO_DO = listed(`
  uses comes goes does keeps stops starts isnt wasnt hurt hurts ran lost hit threw did still no not on w with post and`);
/** Ends what somebody did: "grant stopped", but not "rose colored". */
export const DONE = /\p{L}{3}ed$/u;
export const NOT_DONE = listed('need colored coloured sized based shaped edged tipped handed');
/** Between a name and what its bearer does. */
export const MEANWHILE = listed('still also now just really never always only');
/** Before a word that tells of something: "is red felt", "how long reported". */
export const OF_THINGS = listed('is are was were be being been how too so very as goes turns turned went gets got');
/** How nobody but a person is: "long is pregnant", "is mark allergic". */
export const PEOPLE_ARE = listed(`
  pregnant allergic diabetic dizzy anxious nervous worried scared nauseous overweight retired nursing breastfeeding
  hemophiliac`);
/** What people are on, behind "on": "price on eliquis", "is on blood thinners". */
export const TAKEN = listed(`
  accutane anticoagulants antibiotics aspirin blood chemo coumadin eliquis heparin insulin lovenox meds metformin plavix
  prednisone steroids thinners warfarin xarelto`);
/** Before nobody but a person. */
export const TITLES = listed(`
  mr mrs ms mx miss dr prof nurse coach senor senora senorita sr sra srta madame mme mlle monsieur herr frau`);
/** Before or behind whom it is spoken to: "thanks, rose", "grant can you help". */
export const GREETINGS = listed('thanks thx ty hi hey hello morning');
export const PLEASE = listed('please pls plz');
export const YOU = listed('you u');
export const TOLD = listed(`
  told tell asked ask emailed email texted text called call phoned reminded remind messaged gave named per husband wife son
  daughter mom mum mother dad father brother sister`);
/** Of those, what is done to people alone, so that a word that is a surname too is one behind it: "told price to ice". */
export const TOLD_PEOPLE = listed('told tell reminded remind texted emailed phoned messaged');
/** The same in two words: "spoke to rose", "seen by hope", "checking on june". */
export const TO_OR_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['to', listed('spoke spoken speak speaking talked talk talking')],
  [
    'with',
    listed('spoke spoken speak speaking talked talk talking met meeting booked appt appointment worked working up'),
  ],
  ['by', listed('seen treated done signed sent scraped evaluated asked told called')],
  ['on', listed('worked working work checked checking check')],
  ['from', listed('heard message note call text email referral')],
]);
/** Names that tell how a thing is, and names that are helping words: only with what goes on behind somebody. */
export const HOW_THINGS_ARE = listed('red rich max sunny misty sandy rocky gay');
export const HELPING = listed('will may');
/** Names that a clinic has another use for every day: "mark on the skin", "hope it helps", "bill with a modifier". */
export const EVERYDAY = new Set([
  ...HOW_THINGS_ARE,
  ...HELPING,
  ...listed(`
  mark hope bill chip nick dot miles jade pat ray rod chance crystal ginger april june august summer autumn winter`),
]);
/** Surnames that tell how somebody or something is: "young 14 yo pitcher", "Sharp knee pain". */
export const HOW_PEOPLE_ARE = listed(`
  young little long short small strong smart sharp gross black white brown green gray grey cross single wild sweet swift`);
/** What goes on where the word before was somebody. */
export const GOES_ON = listed(`
  to about that if whether and or but because who when she he her his this today yesterday tomorrow tonight again is was on
  at for`);
export const IS = listed('is was');
/** What may follow "is grant" and "can mark", where a thing could not be meant. */
export const OF_PEOPLE = listed(`
  ok okay allowed able too still going due ready fine back need have get go do take run swim lift play come drive
  shower eat drink wear start stop continue keep return train try wait want feel bruise sign bring skip switch ice`);
export const ASKING = listed('can could should does did will would is was has may');
/** Before a name in the middle of a sentence: "because rose has", "when mark is". */
export const JOINING = listed(`
  and but if because cause cuz bc when since so that pt patient client says said think thinks hi hey ok yes no also plus
  after before until while whether why how does did do is was can could should would will for with`);
export const BOTH = listed('both are want have were need');
/** What belongs to somebody, and what may stand before it: "rose's left knee". */
export const BELONGINGS = listed(`
  knee knees shoulder shoulders ankle ankles back hip hips elbow elbows wrist wrists neck foot feet leg legs arm arms hand
  hands calf calves heel heels scar scars bruise bruises pain appt appointment chart visit session insurance surgery eval
  record records file mri mom wife husband daughter son family thigh shin forearm forearms hamstring hamstrings hammy
  quad quads glute groin achilles thumb finger toe jaw face chest ribs skin left right l r tennis golfers plantar rotator
  frozen carpal`);
/** Whom staff have met or told: "scraped rose yesterday", "told mark." */
export const MET = listed(`
  scraped scrape treated treat treating saw see seeing seen evaluated discharged rescheduled texted called emailed told
  asked met reminded finished did`);
/** Whom they are about to meet, where a time follows: "got rose at 2". */
export const HAVING = listed('have got had get');
export const LATELY = listed(`
  yesterday today tonight tomorrow earlier again twice last this first next over for and then but who she he her his
  please pls`);
export const DAYS = listed('yesterday today tonight tomorrow');
/** For whom something is, where nothing follows: "same for rose?" */
export const FOR = listed('for from with w re about after');
export const TIMES = listed('yesterday today tonight tomorrow at please pls who i we');
/** The hour of an appointment: "my 2pm mark is on eliquis". */
export const HOUR = /^\d{1,2}(?::?\d\d)?[ap]m?$/;
/** "62m", "62yo", and what stands behind a number that is an age; how long ago it was. */
export const AGE = /^[1-9]\d(?:yo|yrs?|[fmy])$/;
export const NUMBER = /^\d{1,2}$/;
export const OLD = listed('yo y yr yrs year f m male female');
export const LONG_AGO = listed('d day days wk wks week weeks mo mos month months yr yrs');
export const SINCE = listed('post postop out pp pregnant after');
export const ROOMS = listed('room rm bay bed cubicle');
export const BELONGING = listed('his her their');
export const SEASONS = listed('april may june july august summer autumn winter');
export const BEFORE_SEASONS = listed(
  'in since until till by last next this from early late mid of every before after during',
);
export const DETERMINERS = listed(`
  a an the this that these those my your his her its our their no any some each every red purple dark small big new old
  first second one two to of more less`);
