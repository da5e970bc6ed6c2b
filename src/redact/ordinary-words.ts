import { listed } from './listed.js';

/** Words that no name is, not even after "Mrs": what else stands there is read as a name, also "Mrs hill". */
export const FUNCTION_WORDS = listed(`
  a about above after again against aka all almost along already also always am among an and another any anybody
  anyone anything are aren't around as asap at away back be became because become been before being below between both
  btw but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during each eg
  eight either else enough etc even ever every everybody everyone everything except few first five for four from fyi
  get gets getting give given go goes going gone got gotten had hadn't half has hasn't have haven't having he he's her
  here hers herself him himself his how however i i'd i'll i'm i've idk ie if in instead into is isn't it it's its
  itself just keep kept last later least less let like likely little lot made make makes making many may maybe me
  might mine more most much must my myself near need needs neither never next nine no nobody none nor not nothing now
  of off often oh ok okay on once one only onto or other others our ours out over own per perhaps please plus possible
  put quite rather re really regarding right said same saw say saying says second see seem seems seen seven several
  shall she she's should shouldn't since six so some somebody someone something sometimes soon still such take taken
  takes taking ten than thanks that that's the their theirs them then there there's these they they're thing things
  think third this those though three through thru thx til till to today together told tomorrow tonight too took
  toward towards tried tries try trying twice two under unless until up upon us use used uses using usually versus
  very via vs w want wanted wanting wants was wasn't we we're well went were weren't what what's when where whether
  which while who who's whom whose why will with within without won't would wouldn't y'all yes yesterday yet you
  you're your yours yourself`);

/**
 * Ordinary words, written by hand for this clinic's chats and completed by the words of knowledge/*.yml: what follows
 * "pt", "patient", "for", "saw" or "this is" when no name does. Their forms (bruising, complains) need no place here.
 */
export const ORDINARY_WORDS = listed(
  // What patients and staff do
  `
  able accept ache achieve act add adjust admit advance advise afford age agree aim allow amend answer appear apply
  appreciate approve arrive ask askin assess assist assume attach attempt attend avoid await bear beat beg begin
  believe belong bend benefit bill bleed block blow book bother bowl break breathe bring brought bruise bruised
  build burn buy call cancel cant care carry cause change charge chart chat check cheer choose chose claim clean
  clear click climb close code combine comment commit communicate compare compete complain complete comply concern
  confirm confuse connect consent consider consult contact contain continue contract contribute control convince
  cope correct cost cough count cover crack cramp crave crouch cry cut cycle dance deal decide decline decrease
  delay demonstrate deny depend describe deserve deteriorate develop didnt die differ disagree discharge discontinue
  discuss dislike dislocate display divorce document doesnt dont double doubt draw drink drive drop dry ease eat
  educate email emphasize encourage end endorse endure enjoy enter escalate establish evaluate examine exceed
  exercise exhibit expect experience explain express extend faint fall feel fell felt fight figure file fill find
  finish fit fix flare flex flinch focus follow forget forgot form found freak function gain gonna gotta grasp
  grimace grip grow guard guess hand handle happen hasnt hate heal hear heat help hes hesitate hike hit hobble hold
  hop hope hurt ice id identify ignore im imagine improve include increase indicate inform initiate injure inquire
  insist instruct intend interest interview introduce invite involve irritate isnt itch ive jog join joke jump kick
  kneel knew knit know known lack lay lead learn leave left lets lie lift limit limp list live load look lose lost
  love lower lunge maintain manage mark married marry massage match matter mean measure meet mention miss mobilize
  modify monitor move name nap note notice notify object observe obtain offer open operate opt order overdo owe pace
  pass pause pay perform permit phone pick place plan plateau play point position postpone practice prefer pregnant
  prepare prescribe present press pretend prevent proceed produce progress promise protect prove provide pull push
  question quit race raise ran rang range rate reach react read receive recommend record recover reduce refer refuse
  regain regress relapse relate relax release rely remain remember remind remove repeat replace reply report request
  require reschedule resist resolve respond rest restrict result resume return reveal review ride ring rise roll
  rose rub ruin run rush scan scare schedule score scrape scraped scratch scream seat seek sell send sense sent
  serve set settle shake share shes shift shop shout show shower shrug sign sit skin sleep slept slip slow smell
  smoke sneeze snore solve sound speak spend spoke sprain squat squeeze stand start state stay steady step stick
  stop straighten strain strengthen stretch strike stroke struggle study submit suck suffer suggest suit supply
  support suppose surf suspect swear sweat swell swim swing switch tackle talk tape teach tear tell tend tense test
  text thank thats theyre thought threw throw tilt tingle tire tolerate touch train transfer transition travel treat
  tremble trip trust turn twist type undergo understand update upgrade upset vape vary verbalize verify visit vomit
  wait wake walk wanna warm warn wash wasnt watch wear weep weigh whats wince wish wobble wonder wont wore work
  worry worsen wrap write yell`,
  // The body, the clinic and its papers
  `
  abdomen abrasion access accident account acid acne activity acupuncture acute addict adhesion admin adult adverse
  aftercare agreement aide allergic allergy alternative ambulation ambulatory anatomy anesthesia anesthesiologist
  anesthetic aneurysm angle ankle ankles answers anterior antibiotic antibiotics anticoagulant anticoagulants
  anticoagulated antiplatelet anxiety anxious appendix application appointment approach appt appts area arm arms
  artery arthritic article assessment assistant asthma asthmatic athlete athletic auth authorization autoimmune axilla
  balance band bandage barrier baseline bath battery bed belly bicep biceps bilateral bilaterally biofeedback bite
  bladder blade blades bleeder blister blood board body bone boot bottom bowel bra brace brain brand breast brochure
  bruises bunion bursa buttock caffeine calcific calf calves cancer capsule card cardiac cardio caregiver carpal
  cartilage case cast cath catheter cell cells center certification cervical chair channel chat chest child children
  chin chiro chiropractor cholesterol chronic circulation class clavicle client clients clinic clinical clinician clot
  clots clotting co-pay coach coccyx codes cold collagen comfort comfortable community complaint compliant compression
  concussion condition confidential contraindication contraindications contusion copay cord core cornea corrections
  cortisone cosmetic course coverage cream credit crutches cupping currently cyst cysts daily dairy data date dates
  daughter day days deductible deep deformity degree degrees deltoid demand demographics dense dental dentist
  depressed dermatitis dermatologist desk device diabetes diabetic diabetics diagnosis dialysis diary diastasis
  diastolic diet disability disc disclosure discomfort disease disk distal dizziness dizzy doc docs doctor doctors
  dorsal dorsum dosage dose dressing drug drugs dynamic ear eccentric ecchymosis ecchymotic eczema edema edge
  education effect elbow elbows elderly elevator eligible elite emergency emotional emphysema employee employer energy
  epicondyle equipment erythema eval evals evidence exam excellent excision exertion expert extensor extremity eye
  eyes face facial facility family faq fascia fascial fat father fatigue fear feedback feet female femur fever fever's
  fibroid fibrosis fibula film finger fingers fitness flap flat flexor fluid foam folder follow-up food foot football
  forearm forehead forms fracture frail frequency friction friend frozen full gait ganglion gel gender general gentle
  geriatric gland glove gloves glute gluteal glutes goal goals golf golfer good grade graft granuloma groin group
  guideline guidelines gym gymnast hair hamstring hamstrings handout handouts hard harm head headache headaches health
  healthy hearing heart heavy heel hemophilia hemophiliac hernia herniated hesitant high hip hips history hives home
  homework hospital hour hours house husband hygiene hypermobile icepack immune impact impingement implant implants
  incision inclusion infant infection inferior inflamed info injection instruction instrument insulin insurance intake
  intensity intern internal intolerant invoice iron ischemia itchy item jaw job joint joints keloid kid kidney kids
  kinesiology knee kneecap knees knuckle lab label labrum labs lady language laser lateral latex laxity leg legs
  length lesion letter leukemia level licence license lidocaine ligament ligaments light limb line lip liver location
  long lotion low lumbar lump lumpectomy lung lupus lymph lymphatic machine male malignancy malleolus man manipulation
  manual map marathon mass mastectomy material max mechanical medial median medical medically medication medicine
  medicines meds melanoma member membrane men meniscus menopause menstrual mental metal metastatic method migraine
  mild minimal minor minors minute minutes mobility mobs modality model moderate mole moles mom moms money month
  months mother motion motor mouth multiple muscle muscles muscular myofascial nail narcotic nausea neck needle
  needles needling negative nerve nerves nervous neural neurologic neuroma new newborn night nodule nonverbal normal
  nose notes numb nurse nursing nutrition obese occipital office old older olecranon one-on-one ongoing online opioid
  oral orders orthopedic orthotics osteoporotic outcome outcomes outpatient overall overhead overweight pacemaker
  packet pad pain painfree painful pains palm palpation palsy panel paper parent parents part partial patch patella
  patellar patient patients pec pecs pediatric pelvic pelvis people percent percussion peripheral permission peroneal
  person petechia petechiae phase phlebitis photo photos physical physician physio piriformis plantar plaque plate
  platelets playing pneumonia policy poor popliteal population portal positive post post-op posterior postop
  postpartum postural posture potential pounds precaution precautions pregnancy prenatal prep pressure previous price
  primary prior private pro problem procedure process product profile prognosis program prone protocol provider
  provocation proximal psoas psoriasis public pulse purple quad quadriceps quads quality quick radial radiation
  radicular radius rash ratio raw records recreational rectus red redness referral reflex refund regimen region rehab
  reliable remote repair requests research residual resistance respiratory retinaculum rib ribs rigid risk risks room
  rotator rough routine runner runners sacral sacrum safe safety sales same-day satisfaction scale scalp scapula
  scapular scar scarring scars sciatic sciatica scoliosis scraping screen screening script seated section seizure self
  self-care senior sensation sensitive sensory serial serious serum service services session sessions sets severe
  severity shape sharp sheet shin shingles shins shirt shock shoe shoes short shoulder shoulders sick side sided
  similar simple sister site size skeletal skill skin slight small smoker smooth soap soccer social soft sole son sore
  soreness spasm spasms special specialist spinal spine spirit splint splints sports spot spots spouse spread spring
  stable staff stage stainless standard status steel steroid steroids stiff stiffness stitches stomach straight
  strength stress strokes strong student studies sub subacute subjective subscapularis superficial superior supine
  surface surgeon surgeons surgery surgical survey suture sutures swelling swollen symptom symptomatic symptoms system
  systolic table tattoo tattoos team teen teenager template temple temporal tendon tendons tennis term thigh thighs
  thin thoracic throat thrombosis thumb thyroid tibia tibial tight tightness time times tissue tissues toe toes
  tolerance tongue tool tools topic topical torso total tracking traction trap trapezius traps trauma traumatic
  treatment tremor triage trial triceps trigger trunk tumor tunnel turf ulcer ulna ulnar ultrasound unit units unknown
  unstable upper upright urgent urine uterus vaccine valid varicose vascular vein veins vendor verbal vertebra vertigo
  victim video visual vital vitals volume walker warfarin wart website wedge week weekend weekly weeks weight
  wheelchair wife women wool wound wounds wrist wrists year years yoga young younger youth zone`,
  // What somebody or something is like
  `
  active actual afraid alert alive alone amazing amputee angry annoyed apart appropriate available awake aware awesome
  awful bad basic beautiful best better big black blind blue bored brief bright broken brown busy calm careful certain
  cheap common complex concerned confident constant cool crazy cruel curious current cute dangerous dark dead deaf
  dear different difficult direct dirty due dull early easy effective elevated empty entire equal essential exact
  excessive excited expensive extra extreme fair false fast favorite fine firm former fragile free frequent fresh
  front frustrated fun funny further future fuzzy glad global golden gray great green grey gross guarded happy hot
  huge humble hungry important impossible inactive independent individual initial intact intense interested involved
  keen key kind large late lazy legal limited local loose loud lovely lucky mad main major medium mere moist multi
  natural nearby neat necessary neutral nice noncompliant obvious odd official orange original outside overdue pale
  parallel past perfect permanent personal pink pleasant pleased plenty polite popular prime prompt proper proud quiet
  random rapid rare ready real reasonable recent regular relevant relieved reluctant rich round royal sad satisfied
  scared scheduled secure sedentary separate shy sight silent silver single skeptical sleepy soaked solid sorry sour
  specific stuck stupid sudden sufficient suitable super sure surprised sweet tall tender terrible terrified thankful
  thick tiny tired true typical ugly unable uncertain unique unsure unusual useful useless usual vague various vast
  weak weird wet white whole wide wild willing wise worse worst worth wrong yellow`,
  // Everything else
  `
  aarom abnormal abrade abroad absolute abstract abt abundant abuse abx accelerate accustomed achy acquire acronym
  across acupuncturist adapt address adhesive adipose adolescent advantage advertise advice afterwards ago agony ahead
  air airport aisle alcohol alike alpha alright alter although amber ambition ammonia amount ample amplitude analog
  analogue analysis ancient anecdote animal anniversary antenatal anyway apartment apple appraisal appraise april arch
  argue arrival art arthritis asleep aspect assent ate atrial atrophy audit augmented august aunt author autoclave
  autumn average baby bacteria bacterial bag ball balm bank base baseball basis basketball bathe bc bcuz beach bedroom
  beer beforehand began beginning behind belt bench beneath bent beside beyond bias bigger bike biker bikini birthmark
  bit blanket blaster bleach bled blew blink blocker blockers blouse blush boat bony boost bore boss bot bottle bought
  bow box boy bracket bread breakfast broad broke brother brush bucket budget built bulge bulky bulletin bump bundle
  burnt burp bus business button buyer cabinet caesarean cafe cake calendar calorie camp candle canvas cao cap car
  carol carotid carpet carrier cart cat catalogue caught cellulite centimeter centimetre central ceramic cerebral
  certainty certificate certified certs cesarean cesarian ceu chain challenge chance chapter character chemo
  chemotherapy chew chief chip chiropractic choice choosy christmas chuck church circle cite city clammy clap
  classmate cleaner clerk climber cling clock clothes clothing coast coat cocoa coconut coffee coin colder collapse
  colleague collect college color colour column commentary company comparison compensate complicate computer
  concentrate concept conclude concrete condyle confer conflict confusion consensus contaminate contest context
  continent contort contour cookie copper copy corner corpuscle couch counter country county couple cousin crabby
  crash creak create creatine credential critique cross crowd crunchy crystal csec cuff cultural culture cup cure curl
  curve cushion custom customer cuz cyclist dad dale damage danger dangle dare darker dawn deadline dealer dean death
  debt decade december decision declare deeper default deficit define deform delivery delphi department desensitise
  design detail detect detox diagnose diaper dig digital dimple dinner dip direction director dishwasher disinfect
  disinfectant dispatch dispute distance distinct doac dog dollar dollars doms don door doorway dorsiflexion dot
  downstairs draft drag drain drainage drank drawn dress drew drinker driver drool droop drove drummer dust dwell
  eager earbud earl earlier easier eats economy edgy editor efficacy effient effort egg eggs election element elevate
  eleven elsewhere emailed embolism emollient engine english enroll entrap entry environment erector error escort
  essay esthetician estimate event example excerpt exchange exclude excuse exist expense expire exploratory explore
  expose external fabric fact factor fad fade fail faith fan far farm farmer fashion faster fatty fault favor favour
  feather feature february fed femoral fence fiber fibre fibroblast fibrotic fidget field finance fire fish flag
  flatten fled flew flight floor flow flower flush folk folks forbade force forensic forerunner forest forever forgave
  formal fought frank french friday fridge frown froze fruit fuel fumble functional fungal fungi gadget game garden
  gardener gas gasp gassy gastroc gastrocnemius gate gauge gauze gave gene generation generic german gift giggle
  ginger gio girl giver glance glass glen glide glossary god gold government grab grace grad graduate gram grand
  granddaughter grandfather grandma grandmother grandpa grandparent grandson grant grass gravel graze greasy greet
  grew gritty groan grocery ground growth grumpy grunt guarantee guardian guasha guest guide guitar gum gun gut guy
  guys habit haematoma haemophilia haha hairdresser hairy halfway hall halt hammer hammock harder harmony hatch hazel
  hazy heather heed height held hell helmet helper hematoma hero hid higher hiker hinge hire hmm hobby hoffmann holder
  holiday holly honest honey horizontal horn horse hose hotel human humor hung hurdler hurry hydrate hyphen hypothesis
  icy idea ids iliotibial ill image immature immediate imo imply income index indicated industry infected inflammatory
  inhale inhibit inhibitory inj inject injury insensate insert insertional inside inspect inspire institute
  institution internet interstitial interval intro invent iris island isokinetic issue itemize ivy jack jacket jade
  january jar jean jeans jelly jewelry journal joy judge july jumper jumpy june k keyboard kill kinda kitchen knelt
  knife knot laboratory lacrosse lactic ladder lag laid lain lake lance land laugh laundry law lawn lawyer layer
  leader league leak lean leant leap learnt lecture led leggings lend lent lever library life lifter lighter liken lil
  limber linger link liquid lit literature loan loathe lock lol longer loosen lube lubricant lubricated luck lumbago
  lumpy lunch lurch magazine mail mallet manager manufacturer march market marriage master math mattress mature
  maximum meal meaningful meant mechanism mechanoreceptor media meeting melody melt memory menu message metastases
  mice micro microorganism microphone microtrauma microvascular middle midwife mile miles military milk millimeter
  millimetre million mind mineral minimum mirror mission mistake misunderstand mix moan mock mode modern modulate
  moisturize moment monday mood moon morning morphologic mos motivate motoneuron mould mountain movie mug mum
  musculoskeletal museum mushroom music myth napkin nasal nation nature negotiate nephew network neuron news newspaper
  newton nick niece nightmare noac nod node nominate non noon nope norm north northern nosy november number obey
  obsess occur october oedema oil omit onc onset ooze opinion opportunity optimal option ordinary organ organization
  origin ossificans ouch ought output oven overgrown overheat overlap owner paediatric page paid paint painter pair
  panic pant pants parameter paraphrase paraspinal park parking participant partner party pat path pattern pavement
  peace peak pearl peds peek peel pen pencil penny perceive period persist pet phobia photograph phrase physiotherapy
  picnic pie piece pierce pillow pilot pimple pin pinpoint pipe pitcher pizza placebo plain plane plantarflexion
  plasterer plastic platform player plead pls plumber plz pocket poem poison pole police pool pop pore port pot powder
  power practise practitioner pray predict preg prego preop presence president prick prize prod profession
  professional professor programme pronate proof property propose prosthesis protest proven provoke psychology publish
  puffy puke pulmonary pump puppy purpose purse pus qualify quarter queen questionnaire quieten quilt quiver quiz
  quote r radiotherapy rain randomised rashy rat ray reader reality reason rebook recall recap receptor recipe
  recliner recognise recognize reference refusal regenerate regional regret regulator reimburse reinjure rejoin
  relationship relief relocate remedy render rent reopen repackage resemble resent resident resource response
  restaurant retest retire retry reuse reverse revise revisit rheumatoid ribbon rid rinse river road robe rock rod
  rode rodent role roof roofer root rope rotate row rower ruby rug rule rupture saddle sag salad sale salt salve
  sample sand sang sanitise sanitize sank saturday sauna save scab scam scarf scary scene school science scissors
  scope screwdriver sea search season seatbelt sedate seller seminar sensor sentence september series server sesh sham
  shame shampoo shiny ship shiver shook shorten shorter shorthand shorts shot shovel shown shrank shrink sideways sigh
  signal significant simulate singer sink sir skate skater ski skier skip sky slap sleeper sleeve slid slide slim
  slipper slot slouch slower slump slung smaller smile snap sneak sniff snow sob society sock sofa soften softer
  software soil sold soleus song sooner sort sorta sought soup source south spa space spanish sparse spat speech speed
  spell spent spider spike spill spinae splash split spoon spore sport sprang sprint spun spur square squeak squirm
  stagger stair staircase standardise standardize star stare startle station steak steal steep stent stepdaughter
  stepson stepwise sterile sterilise sterilize stock stole stood stool stoop store storm story stove stranger strap
  stray street strict stroller stronger strove structure stuff stumble stung style subject subside substitute success
  sue sugar suitcase summary summer sun sunburn sunday sunscreen superbill supervise supinate surae surprise surrender
  surround survivor suspicion sustain swallow swam swap sway sweated sweater sweaty swedish sweep swept swimmer
  swimsuit swipe swore swung syndrome synonym synthesis systematic tactile taekwondo tampon tank tap target task
  taught tax tea teacher tech technique technology temperature tension tester textbook theme themselves theory
  therapeutic therapist therapy thereby therefore thermometer thesis thinner thinners thirty tho threshold thrive
  throb thrombus thrower thursday ticagrelor ticket tickle tighten tighter tile tingle tip titanium title tmrw tmw
  toddler toilet tone tooth toothbrush top tore torn torque torture toss towel town toxin trace track trade trademark
  tradition traditional traffic trailer trainer trainers transverse tray treadmill tree trend trick trimester trod
  trouble truck truth tub tuesday tug tumour tv twelve twenty twin twitch typist u umbrella uncle underside underwear
  underwent undress union universal university upstairs ur uric urinate url user utilize vacation vacuum value van
  variety vegan vegetable version vessel view viewer village violet virus vitamin voice volleyball vouch waddle wade waiter
  wall wallet wander war warmer warmth warrant waste water wave wax way weaker wealth weather web wednesday welcome
  welder wept west western whatever wheel whine whiplash whisper wiggle wind window wine winter wipe wire withdraw
  witness wobble woke woman wood wooden word worker workshop world worn wreck wrinkle wrote yard yarn yawn yeah yep
  yield yolk zero zipper`,
);
