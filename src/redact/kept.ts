import { listed } from './listed.js';

/** Names that name no patient here: methods, tools, tests, signs, diseases, authors of the method. Never redacted. */
const EPONYMS = listed(`
  achilles adson alfredson alzheimer apley astym babinski bankart barre beighton biofreeze bobath bouchard brunnstrom
  charcot cheatham chiari colles cozen crohn cyriax danlos dupuytren dupuytrens edge ehlers faber fadir faktr
  feldenkrais finkelstein gaenslen golgi graston gua guillain haglund hashimoto hawkgrip hawkgrips heberden hoffa
  hypervolt iastm janda jobe kellgren kinesio kinesiotape klumpke lachman lasegue ledderhose likert lisfranc marfan
  maudsley mcmurray meissner neer nirschl ober osgood oswestry pacini pacinian parkinson peyronie phalen pilates
  dequervain dequervains quervain quervains raynaud rockblade rockblades rocktape rolf romberg ruffini sachs salter
  scheuermann schlatter schober schwann segond sever sha sharpey silbernagel sinding sjogren sjogrens smart spurling
  stecco theraband theragun thessaly tinel tinetti trendelenburg yergason`);

/** Eponyms that are also common surnames: kept before their noun ("Baker's cyst"), a name after a title. */
const SURNAME_EPONYMS = listed(`
  adam adams addison alexander allen baker barnes bell berg bowen butler craig ely fitzpatrick graham hammer harrington
  harris hawkins hickman hill hoover johansson jones kemp kennedy kibler larsen lawrence loghmani maitland marie martin
  mckenzie mill mills morton mulligan myers nazari noble patrick pott roland roos scott sevier simmonds simons slocum
  speed stow thomas thompson tooth travell tyler waddell weber wright yeoman`);

/** People whose work the FAQ is about; their full names are no patient's. */
const AUTHORS = [
  'james cyriax',
  'david graston',
  'warren hammer',
  'thomas myers',
  'tom myers',
  'robin mckenzie',
  'brian mulligan',
  'geoffrey maitland',
  'luigi stecco',
  'carla stecco',
  'antonio stecco',
  'ida rolf',
  'janet travell',
  'scott cheatham',
  'terry loghmani',
];

const LONGEST_AUTHOR = Math.max(...AUTHORS.map(({ length }) => length));

/** The nouns of an eponym: "Thomas test", "Tyler twist", "Baker's cyst", "McKenzie exercises". */
const EPONYM_NOUNS = listed(`
  al approach catheter classification concept contracture contractures cyst cysts deformity disease exercise exercises
  extension extensions fracture fractures grade grades index line lines maneuver maneuvers manoeuvre manoeuvres method
  methods mob mobilisation mobilisations mobilization mobilizations mobs mwm mwms negative neuroma neuromas node nodes
  palsy paper papers positive protocol review rod rods scale score scores sign signs skin study syndrome taping
  technique techniques test tests trial twist twists type types iii iv v vi`);
/** The three words after an eponym, among which its noun is looked for: "Hawkins-Kennedy test". */
const NEXT_WORDS = /^(?:'s?)?[ -](\p{L}{1,16})(?:[ -](\p{L}{1,16}))?(?:[ -](\p{L}{1,16}))?/u;

/** Drugs, payers, makers, months and peoples that stand after the same cues as names do. */
const THINGS = listed(`
  accutane advil aetna african aleve american anthem apixaban apr april arabic asian aspirin aug august bcbs botox
  brilinta canadian caucasian celebrex chinese christian christmas cigna cipro clopidogrel cms coumadin dear dec
  december dexamethasone doxy doxycycline dr easter eliquis english enoxaparin european feb february filipino fosamax
  french fri friday gabapentin german healthcare hello heparin hey hi hindi hipaa hispanic humana humira hydrocodone
  ibuprofen indian insulin isotretinoin italian jan january japanese jewish jul july jun june kaiser keflex kenalog
  korean lasix latin latino levaquin levothyroxine lovenox lyrica madam mandarin mar medicaid medicare meloxicam
  metformin methotrexate mexican miss mister mon monday motrin mr mrs ms muslim mx naproxen nov november nsaid nsaids
  oct october optum ozempic penicillin percocet plavix polish portuguese pradaxa prednisone prof professor prolia
  remicade rev russian sat saturday savaysa sep sept september sir slack somali spanish sun sunday tagalog
  thanksgiving thu thur thurs thursday toradol tramadol tricare tue tues tuesday tylenol uhc ukrainian united
  vietnamese voltaren warfarin wed wednesday xarelto`);

/** What two to seven capitals (or, typed in haste, small letters) mean in a chart: no initials. */
const ABBREVIATIONS = listed(`
  ac acj acl adl adls afib afo alf am ank ant aod arom asa asap ases asis at ata atc ax bid bilat bmi bp bpm bx ca cabg
  cad cc cert cfl ch chf ckd cmc cns co copd cpap cpt crp crps cspine ct cta cts cva cx cxr dash dc dcp dd ddd ddx def
  dep dept diag dip dm dme dn dnp do dob doi dos dpt dr drs dvt dx ecrb ed edc ehr emg emr eob eom er esrd est estim ex
  ext fabq fai fb fcr fcu ff flex foto fpl freq ft fu fx fyi ga gb gerd gi gp gt gtps h2o hab hams hcp hep hf hi hiv hmo
  hnp ho hoh hoos hpi hr hs htn hvla hx ia ic icd id ie im imp inf info inr int iontho ir istm it itb itbs iv jt koos la
  lat lb lbp lbs lcl le lefs lh lhb ll lmt lob los lpn lt ltg mat mcl mcp md mds med meds metab mfr mg mi mid min mmt
  mob mod mp mri mrn mrsa ms msk mt mtp mtss mva mvp mwm na nc nd ndi neg neuro nkda no np npi nprs nsg nsr nwb oa obs
  oc odi ok op or org orif ors ortho ot ota otc otr oz pa pcl pcp pe ped per pf pfps phi php phq physio pl pm pmh pmr pn
  pnf po poc pod pos post pov ppo pr prn pro prob prom promis pron prp ps psfs psis psoas pt pta ptosis pts pv pvd pwb
  px qd qol qty quad ra rc rcr rct rd re rehab rep reps rest rf rhr rib rice rle rn rom ros rpe rm rms rsd rsi rt rtc
  rtp rx sa sad sane sb sci scm se sec sfma si sij slap sle slp slr sls snf soap sob soc sos sp spo spt st stat std stg
  stim stm sts supp surg sx sys tb tba tbd tbi tc tendon tens tfl tha thr tia tib tid tka tkr tlso tma tmd tmj tmr tos
  tp tpr tr trp trx tsa tsh ttwb tv tx uc ucl ue uk un us usa uti va vac vas vc vit vs wb wbat wc wfl wk wks wnl wo wt
  wts xr xray yo yr yrs app cam ci ht hts hz inc incl ls ut xe xp xs xu abi alif ankylosing avn bka aka bppv cmt coax
  csm ctr dexa djd dvts etoh ett fhl flexi fwb gcs gh gtps hb hnt ifc ild jia kt lacs lbs lfts lhr lld lmn ltp mce mdt
  mmse mtj mtps nbm ned neg nof nsaid nsaids oat oct pbs pcos pds pdn pns pots ptsd qa qi rotc sah sat scs sfl shx sijd
  slj tah tbsa tcm tfcc tfl tfm tjr tlif tmt tnf tsr udi uln umn uq usg utd vad vbi vip vte wad wbc`);

/** Names that are none beside each other: St. John's wort, in Virginia. */
const PAIRS: ReadonlySet<string> = new Set([
  ...['x ray', 'st john', 'et al', 'poison ivy', 'dawn soap', 'dawn dish', 'penny size', 'penny sized', 'grace period'],
  ...['sinding larsen', 'blue cross', 'rose hip'],
  ...['faith in', 'lose faith', 'chase the', 'for joy', 'olive oil', 'pearl sized', 'angel wing'],
  ...['north carolina', 'south carolina', 'north dakota', 'south dakota', 'west virginia'],
  ...['new york', 'new jersey', 'new mexico', 'new hampshire', 'new zealand'],
  ...['washington', 'virginia', 'georgia', 'montana'].flatMap((state) => [`in ${state}`, `of ${state}`]),
]);
/** True for two words that name nobody beside each other, though one of them alone may be a name. */
export function isPair(first: string, second: string): boolean {
  return PAIRS.has(`${first} ${second}`);
}

/** True when the word that ends here names a method, a sign, a drug, a payer or a day. `rest` is what follows it. */
export function isKept(word: string, rest: string, afterCue: boolean): boolean {
  const plain = word.toLowerCase();
  const parts = plain.split('-');
  if (THINGS.has(plain) || parts.some((part) => EPONYMS.has(part.replace(/'s$/, '')))) return true;
  if (!parts.some((part) => SURNAME_EPONYMS.has(part))) return false;
  return !afterCue || hasEponymNoun(rest);
}

/** True when the word that ends here is a surname that names a disease, a test or a method: Baker's cyst. */
export function isEponym(word: string, rest: string): boolean {
  return SURNAME_EPONYMS.has(word) && hasEponymNoun(rest);
}

/** True for a method, a tool, a sign, a drug, a payer or a day, whatever stands beside it; in small letters. */
export function isThing(word: string): boolean {
  return THINGS.has(word) || EPONYMS.has(word);
}

function hasEponymNoun(rest: string): boolean {
  const [, ...words] = NEXT_WORDS.exec(rest.toLowerCase()) ?? [];
  return words.some((word) => word !== undefined && EPONYM_NOUNS.has(word));
}

const CITED = /^(?:,? et al|,? \(?(?:19|20)\d\d)/u;

/** True when an author's name is followed as in "Kim et al" or "Cheatham 2016". */
export function isCited(rest: string): boolean {
  return CITED.test(rest);
}

/** True for an abbreviation that charts and chats use. */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase());
}

/** True when the full name that begins at this place is a known author's. */
export function isAuthor(view: string, at: number): boolean {
  const text = view.slice(at, at + LONGEST_AUTHOR).toLowerCase();
  return AUTHORS.some((author) => text.startsWith(author));
}
