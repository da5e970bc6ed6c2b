/**
 * What people also type where a bot listens: small talk, appointments, office and computer trouble, insurance,
 * supplies, other treatments, exercise, aids, surgery, medicines, tests, diseases, skin, children, food and sport.
 * Written by hand. No FAQ is expected to answer them; they teach the confidence of `calibrate.ts` to stay low. Where an
 * FAQ does answer one of them, its own phrasings outweigh the line.
 */
export const EVERYDAY: readonly string[] = `
  how are you doing today | good morning everyone | who made you | are you a real person | tell me a joke | what can
  you do | what is your name | that is great news | see you tomorrow | happy birthday to the new colleague | did you
  watch the game last night | who won the match on sunday | what is the weather like tomorrow | is it going to rain
  this afternoon | any good places for lunch around here | where can I get a decent coffee | who wants to order pizza
  | what should I cook for dinner tonight | recommend a book for the holidays | what is a good film to see this
  weekend | how do I get candle wax out of a carpet | what is the capital of Australia | how tall is the Eiffel tower
  | who is the president of France | how many ounces are in a pound | translate good night into Spanish | what time is
  it in Tokyo | how far is the moon | my cat will not eat | which phone should I buy | can you sing | I am so tired
  today | it was lovely weather at the weekend | nobody told me about the party | congratulations on the new baby |
  let us go for a run after work | who took my sandwich from the fridge | the fridge smells again | whose mug is this
  | is anyone driving into town later | can I move my appointment to Thursday | what time is my first patient tomorrow
  | do we have a free slot this afternoon | please cancel the ten o'clock | who covers for Anna on Friday | can
  someone swap shifts with me | is the clinic open on public holidays | when do we close on Saturday | how do I book a
  room | the patient in room two is waiting | has the eleven o'clock arrived yet | a patient is running twenty minutes
  late | how long is the waiting list at the moment | please put me down for leave next week | how many vacation days
  do I have left | when is the staff meeting | where is the staff meeting tomorrow | can we start the meeting a bit
  later | who is on call tonight | I will be late, the train is stuck | I am sick and will not come in today | who
  opens up on Monday | can you send me the schedule for next month | what is the no show policy | how late can a
  patient cancel without a fee | do we text reminders to patients | a patient wants to change her appointment online |
  the calendar is not showing my bookings | who is at reception this morning | please call the patient back | the
  printer on the second floor is jammed | how do I scan a document to email | I forgot my password | my computer will
  not start | the wifi is down again | how do I connect to the guest network | can you reset my account | the screen
  in room three is black | where do I find the shared folder | how do I share my screen in a call | my headset does
  not work | which browser should I use for the portal | the software is very slow today | how do I update my laptop |
  how do I set an out of office message | please add me to the mailing list | I cannot open the attachment | where do
  I download the app | how do I export a table to a spreadsheet | the card reader is not taking payments | what is the
  door code | I lost my key card | the alarm went off last night | who do I call when the lift is stuck | the heating
  is not working | it is too cold in the gym | the sink in the kitchen is blocked | a bulb in the corridor is out |
  where is the first aid box | where are the spare light bulbs | we are out of printer paper | please order more pens
  | where do I put the recycling | when does the cleaner come | who waters the plants | is there parking behind the
  building | where can visitors park | how do I claim travel expenses | when are salaries paid | who do I ask about my
  contract | where is the form for parental leave | what is our address for deliveries | how do I send a parcel | has
  the post come yet | when is the fire drill | where is the fire extinguisher | what is the dress code for the
  Christmas party | who organises the summer outing | can I bring my dog to work | what is the company discount at the
  gym | how do I get a new name badge | who is the new receptionist | where do I find the organisation chart | how do
  I refer a colleague for a job | what is our phone number | what is the fax number of the hospital | how do I write
  an invoice | a patient wants a refund | does the clinic take credit cards | do we accept gift cards | how much is a
  first visit | which insurance companies do we work with | the insurer rejected my claim | how do I send a bill to
  the insurance | what is the billing code for an initial evaluation | where do I see outstanding invoices | a patient
  wants a copy of the receipt | how do I write a doctor's letter | how do I request old records from another clinic |
  can we email records to a patient | how long do we keep patient files | what is the policy on social media | may I
  take pictures in the gym | how do I answer a bad review online | can we advertise on the radio | who runs our web
  page | the newsletter has a typing error | what is the latest on the new building | does dry needling hurt | how
  deep does an acupuncture needle go | is acupuncture covered for back pain | how long do the marks from cupping stay
  | can I do cupping on a patient with thin skin | how hot should a hot pack be | how long should I ice a sprained
  ankle | is heat or ice better after a workout | what are the settings for ultrasound | what frequency do I use on
  the laser | is shockwave good for the heel | how do I place the electrodes of a TENS unit | when should electrical
  stimulation not be used | how do I tape a sprained ankle | which kinesiology tape sticks best | how long can tape
  stay on | can I crack my own neck | is chiropractic adjustment safe | how do I mobilise a stiff thoracic spine | how
  strong should traction be | what is the protocol for the traction table | how do I fit crutches | what height should
  a walking stick have | how do I adjust a wheelchair | which splint for carpal tunnel | when can the cast come off |
  which brace after a ligament tear | how do I measure knee range of motion | what is a normal grip strength | how do
  I test balance in older people | how do I do the Lachman test | how many repetitions for hamstring curls | which
  squat depth is right | what is the best exercise for the lower back | how often should I foam roll | is yoga good
  for back pain | is pilates safe while pregnant | how do I strengthen the pelvic floor | when can a patient run again
  after a stress fracture | return to sport after concussion | how do I treat vertigo | exercises for a frozen
  shoulder | how long does whiplash take to get better | is swimming good for arthritis | how many steps a day are
  healthy | how do I program a strength block | what is a good heart rate for cardio | how much protein do I need |
  does creatine work | which vitamins help recovery | should I stretch before or after running | what shoes are best
  for flat feet | do insoles help | which mattress is good for the back | which pillow for neck pain | how should I
  set up my desk | is a standing desk worth it | how do I sit without pain | can I take ibuprofen with blood pressure
  tablets | how much paracetamol is safe | what are the side effects of metformin | how do I stop taking
  antidepressants | is it safe to drink with antibiotics | what does a cortisone shot do | how long does a nerve block
  last | what is hyaluronic acid | should I get a knee replacement | how is a hernia repaired | when are stitches
  removed | what is the recovery after a caesarean | what are the symptoms of diabetes | how do I lower my cholesterol
  | what causes high blood pressure | how is asthma treated | is pneumonia contagious | do I need a flu shot | how
  long does the flu last | what is the incubation time of measles | how do I treat a cold | my child has a fever, what
  now | is a rash with fever dangerous | what does a high white count mean | what is a normal blood sugar | how do I
  read a chest X-ray | what does my MRI report mean | do I need an MRI for back pain | what is osteoporosis | how is
  gout treated | what are kidney stones | how do I get rid of hiccups | what helps against migraine | why do my ears
  ring | what is the treatment for glaucoma | how do I remove a tick | what should I do about a bee sting | is this
  mole dangerous | how do I treat acne | what helps against hair loss | how do I stop snoring | why can I not sleep |
  how do I quit smoking | what is the best diet to lose weight | how many calories are in a banana | is coffee bad for
  the heart | what is the treatment for depression | how do I deal with anxiety | what is autism | how is ADHD
  diagnosed in adults | what is cerebral palsy | what are the stages of Parkinson's disease | is multiple sclerosis
  hereditary | how is a stroke treated | what is the survival rate of lung cancer | when should I get a mammogram |
  how often should I see a dentist | my tooth hurts, what can I do | how does the contraceptive pill work | how do I
  know that I am pregnant | when does labour start | how do I feed a newborn | when do babies start to walk | what
  vaccinations does a baby need | how do I clean a wound | how do I stop a nosebleed | what do I do when someone
  faints | how do I do CPR | what is the number for poison control | where is the nearest hospital | which doctor
  treats thyroid problems | how do I find a family doctor | how do I become a nurse | how long is physical therapy
  school | how much does a physical therapist earn | how do I renew my driving licence | how do I file my taxes | what
  is the interest rate on a mortgage | how do I open a bank account | where is my parcel | how do I return these shoes
  | what time does the supermarket close | book a table for two | call a taxi to the station | when does the next bus
  leave | how do I get to the airport | cheap flights to Rome | which hotel is near the beach | do I need a visa for
  Japan | play some music | set an alarm for seven | add milk to the shopping list | turn off the lights | remind me
  to call mum | what is on television tonight | how do I change a flat tyre | how often should I change the oil of my
  car | how do I remove rust from a bike | how do I grow tomatoes | how do I train a puppy | what is the meaning of
  life | flip a coin | what is seven times eight | write a poem about spring | TENS settings | NMES for the quad |
  laser goggles missing | shockwave intensity | traction harness straps | moist heat covers | paraffin bath
  temperature | needle disposal | acupuncture for headaches | contrast baths | PRP injection cost | ultrasound machine
  beeping | can TENS pads be used more than once | how long does a cortisone injection take to kick in | which way do
  I pull the tape for a drooping shoulder | is red light therapy worth buying | what occlusion percent for BFR on arms
  | how many impulses for calcific deposits with shockwave | do gel shots work better than steroid | when does botox
  for spasticity wear off | is an inversion table bad for your back | grade three or grade four mobs for the hip | 1
  MHz or 3 MHz for something shallow | does a vibration plate help bone density | pt has a spinal cord stimulator, can
  I still put e-stim on her shoulder | steroid shot into her hip on Monday, how many days until PT again | my doctor
  wants to do a radiofrequency ablation, for how many months does it help | 44 yo w/ cervical radiculopathy,
  mechanical traction, how many pounds and on and off times | can I use a heating pad while I have a lidocaine patch
  on | which needle gauge and length do you use for glute med on a big guy | I was told to alternate hot and cold
  water for my wrist, how many minutes each | how many botox units do they inject for clenching at night | my
  chiropractor adjusts me every single week, is that too often | they offered me an epidural for sciatica, how many
  can a person have in a year | is whole body cryotherapy worth sixty dollars for an ordinary gym goer | which cup
  size and how much suction do you start with on a first timer | ACL protocol | squat progressions | clamshell
  variations | nerve glides | chin tucks | balance drills | treadmill walking program | Kegels how often | rotator
  cuff HEP | couch to 5k | aquatic class times | plyometric progression | how heavy should the kettlebell be for
  swings | when can she start jogging after an ankle fracture | how many times a day for pendulums | is it ok to do
  planks with a hernia | print me the posture sheet with pictures | which leg goes first with a cane | drills for
  shuffling gait in Parkinson's | fall prevention exercises for a woman living alone | low impact cardio for a bad hip
  | single leg hops, when to add them | how do I train deep neck flexor endurance | can he golf four months after disc
  surgery | rowing machine setup for short people | pt is twelve weeks out from Achilles repair, when do we start
  single heel raises | how do I teach someone to get up off the floor at home | my exercise sheet got wet, can you
  email me another copy with the videos | what percent of the other leg's strength do we want before she plays soccer
  | 67 yo w/ COPD, how do I dose interval walking and which Borg level | I keep leaking when I jump rope, which
  exercises are good for that | need a throwing program for a 15 yo coming back after Tommy John | he wants to
  deadlift again after a disc herniation, what load do I begin with | how long before I can go back to my warehouse
  job lifting boxes | what can someone in a wheelchair with weak arms do for a workout | my knees cave in when I
  squat, which muscle should I work on first | how do we move a stroke pt from parallel bars to a quad cane | which
  stretches should a desk worker do on breaks to stand up straighter | walking boot sizes | knee sleeve sizing | thumb
  spica splint | wheelchair cushion | crutches too short | AFO rubbing | sling on or off | SI belt | cervical collar |
  rollator brakes | custom orthotics turnaround | how tight should the hinged knee brace be | which shoes should I
  wear to the gym | can I drive with my foot in a boot | where do I buy a reacher grabber | does Medicare cover a
  shower chair | monitor is too low, what height is right | side sleeper, what kind of pillow do I need | do toe
  spacers straighten a crooked toe | can a resting hand splint go in the wash | who casts for the prosthesis on
  Wednesdays | best chair for a short person at a computer | are zero drop shoes for beginners too | is a carbon
  insert right for turf toe | pt needs a loaner knee scooter for six weeks, is there one in the closet | my mouse hand
  gets tired, would a vertical mouse be better | how do I go up a curb in a wheelchair without tipping over backward |
  she lives on the third floor with no elevator, crutches or a walker | the orthotist wants to know if the AFO should
  be hinged or solid | I wear steel toe boots all day, which insoles last the longest | how often should running shoes
  be replaced if I do thirty miles a week | he got a back brace from the hospital and asks whether he sleeps in it |
  which walker fits through a narrow bathroom door, two wheels or four | how do I set up two screens so that I stop
  twisting my head | my brace slides down whenever I sit, is there a strap for that | ski season is coming, does he
  need a functional brace | staple removal kit | drain output | hip precautions | itchy under the cast | pin site care
  | CPM machine rental | laminectomy restrictions | bunion surgery recovery | stairs after hip surgery | dissolvable
  stitches | can she get her plaster wet | when is he allowed to sleep on his side | elbow extension goal at week
  three after ORIF | how soon can I fly after an operation | is hardware removal worth it for a wrist plate | partial
  or full weight bearing for a fifth metatarsal | meniscus repair or trim, which is better | is a spinal fusion
  permanent | what do they do in a discectomy | how long off work after appendix surgery | who changes the dressing,
  us or home health | how long on crutches after an arthroscopy | s/p MPFL reconstruction, surgeon says no bending
  past ninety, immobilizer on at night or off | her wrist was plated on the tenth, can she pick up the baby yet | pt
  says the pain pump is still in, do we move the arm or wait | how soon after a hip replacement can I bend down to tie
  my shoes | I am having my gallbladder out next week, how long before I can exercise | do they fix both bunions at
  once or one foot at a time | quad or hamstring graft, which one holds up better in a wrestler | when am I allowed to
  lift my arm over my head after the cuff was sewn | my husband gets a pacemaker on Friday, how long must he keep his
  elbow down | after the heart bypass he may not push with his arms, how does he get up | do I have to stop eating the
  night before my shoulder scope | op note says anterior approach, do any movement limits apply | Tylenol dose |
  gabapentin dizziness | naproxen with food | muscle relaxer at night | prednisone taper | vitamin D dose | tramadol
  refill | magnesium for cramps | melatonin how much | turmeric pills | CBD gummies | expired ibuprofen | can I take
  Advil and Tylenol together | how do I come off oxycodone safely | does meloxicam upset the stomach | is Voltaren gel
  sold without a prescription | which pain killer is easiest on the kidneys | do iron tablets go with orange juice |
  does glucosamine do anything | what is Lyrica for | can you get addicted to cyclobenzaprine | when does methotrexate
  start working | I missed my Lipitor yesterday, take two | may I have grapefruit with my heart rhythm tablets | which
  ointment for diaper rash | is Ozempic making me lose muscle | pt took two hydrocodone before the visit and is
  sleepy, is that too much | my doctor put me on Cymbalta and I feel queasy, should I stay on it | what is the most
  acetaminophen a person can have in a day with liver trouble | can I take my thyroid tablet with coffee or do I wait
  half an hour | I finished the steroid pack on Sunday, can I get another one | is it ok to take a sleeping pill and
  wine on the same night | my son has an ear infection, do we finish the amoxicillin if he feels well | does collagen
  powder do anything for joints or is it money down the drain | which is stronger, tramadol or codeine, and which one
  makes you less foggy | her beta blocker keeps the pulse at 60, how do I judge effort on the bike | is a capsaicin
  patch supposed to burn, and how do I wash it off | my mother mixes up her morning and evening pills, is there a box
  for that | what can I take for a headache while I am breastfeeding | Berg balance score | Hawkins Kennedy test |
  LEFS cutoff | manual muscle grades | DEXA scan | Spurling test | pulse ox reading | dermatome chart | FABER positive
  | six minute walk norms | which score on the Tinetti means fall risk | how do I measure leg length with a tape | is
  contrast dye hard on the kidneys | what does mild degenerative change mean | which root is big toe extension | does
  a plain film show cartilage | is a TSH of six too high | where do I download the neck disability index | what does a
  positive ANA mean | PHQ nine came back at sixteen | nerve conduction results are not in yet | my ferritin is low,
  what now | radiology wrote labral fraying and paralabral cyst, what is that in plain English | how many seconds
  should a 75 yo be able to stand on one foot | creatinine went up to 1.8 since last month, who follows that up |
  which questionnaire do we give for hip pain, the HOOS or the Harris | do I have to take my wedding ring off for the
  scanner | what is the difference between an MRI and a CT | cuff reads high on everybody this morning, is the battery
  low | thoracic outlet test came up positive on one side only, what else should I check | can you tell from my walk
  why I keep tripping over my toes | what do the numbers on the grip dynamometer say for a woman of forty | he scored
  22 of 30 on the memory test, who gets that result | my daughter's scoliosis went from 15 to 22 degrees, when do they
  brace | gout flare | Bell's palsy | TMJ clicking | trigger finger surgery | Osgood Schlatter | fibromyalgia diet |
  bursitis causes | spinal stenosis outlook | sleep apnea mask | ganglion cyst | long covid fatigue | what are the
  symptoms of Lyme disease | is hand foot and mouth contagious | what causes a Baker's cyst | do bone spurs ever go
  away | why does my jaw lock when I chew | home remedies for sciatica | which foods are bad for joints | is it gout
  or a bunion | rheumatologist taking new patients | is scoliosis inherited | can I play hockey with mono | does a
  slipped disc heal by itself | early signs of dementia | why do my knees crack when I stand up | my shoulder has hurt
  for a year, should I see an orthopedist or a rheumatologist | I had my tonsils out and now everything tastes funny,
  is that normal | my child has had a barking cough for three nights, is it croup | need a second opinion on my hip,
  they said it is avascular necrosis | I had a hysterectomy in June and now I get hot flashes all day | what could it
  be when my finger gets stuck and snaps open | my five year old has no arches yet, will he grow out of it | they say
  my backache comes from the facets, what are facets | what does a torn meniscus feel like and does it always need an
  operation | my tailbone hurts on hard chairs since giving birth, who do I see for that | why do my hands go white in
  winter, is it Raynaud's | my daughter complains of growing pains at bedtime, what should I give her | everybody in
  the family has a stomach bug, how long are we infectious | which surgeon in town does ankle replacements and takes
  new people | scar gel brand | acne wash | tattoo removal cost | dandruff shampoo | sunscreen SPF | forehead botox |
  wart freezing | cracked heels | cold sore | skin tag removal | do silicone sheets work on old scars | what cools a
  sunburn | hand cream with urea, yes or no | how do I get rid of blackheads | how often should moles be checked by a
  dermatologist | do face masks work on wrinkles | are fake nails allowed at work | how do I stop sweating so much |
  what is keratosis pilaris | is retinol safe in summer | how much is a chemical peel | why do my nails have ridges |
  I have dents on my chin from acne, can a dermatologist laser them off | my toenail turned black after the marathon,
  pull it or leave it | how soon after botox can I lie face down | which sunscreen goes on a new scar and for how many
  months | my eyebrows are thinning on the outside, could that be my thyroid | do I need a prescription for tretinoin
  or does the pharmacy just sell it | can I color my hair while I am pregnant or is that bad | she wants to know which
  lotion keeps her belly from getting stretch marks | what is the best way to hide a birthmark on the face with makeup
  | patches on my arms have lost their color over the summer, is that vitiligo | my lips crack every winter no matter
  which balm I use | a spa offers microneedling for large pores, is it worth the money | prenatal vitamins | baby
  crawling age | creatine loading | marathon taper | morning sickness | toddler bedtime | keto diet | breast pump
  rental | newborn torticollis | intermittent fasting | how much weight should I gain in pregnancy | when is the baby
  shower | can I jog in the second trimester | how much sleep does a teenager need | best snack before a morning race
  | at what age can kids lift weights | how do I get my infant to like tummy time | half marathon plan for a slow
  runner | why am I hungry all the time | bike fit for a tall rider | how do I count macros | which side should I lie
  on when I am seven months along | my belly muscles split after the baby, how many fingers wide is too wide | is it
  safe to carry my two year old while I am expecting again | she gave birth four weeks ago and asks when she may go
  back to spin class | how do I lose ten pounds before my cruise without starving myself | what should a high school
  wrestler eat the day before he weighs in | I lie awake for hours thinking about work, any tips for falling asleep |
  is my grandson late if he doesn't sit up at nine months | how heavy may a school backpack be for a third grader | do
  I need electrolyte drinks for an hour of tennis or is water enough | my teenager wants to take pre workout powder,
  is there anything bad in it | vegan athlete here, where do I get enough B12 | is it too late to learn skiing at
  sixty | room two free | double booked at nine | phone charger anyone | EMR down | password expired | printer jam
  again | front desk coverage | key to the closet | waitlist for Friday | no show again | cover my 4:30 | can I grab
  the private room at noon | the phones are ringing nonstop, help please | my ten thirty just walked out | why does
  the EMR log me out | please block Thursday afternoon for me | is the conference room open after lunch | did anyone
  confirm the new evals for tomorrow | can someone take my last pt today | mouse at workstation three is dead | how do
  I forward calls to voicemail | she needs an interpreter on Wednesday | what is the alarm panel code | Mrs. Lopez can
  only do evenings, do we have anything after five next week | my note is locked by another user, how do I unlock it |
  I need to leave at two for the dentist, can anyone see my three o'clock | caller is on hold for billing, which
  extension do I send her to | could whoever borrowed the laptop please bring it back | new hire has no login yet and
  his first note is due, who sets that up | the online booking page lets people choose Sundays, can somebody turn that
  off | my two factor code goes to my old phone, how do I change the number | we have three evals at eight and only
  two tables, how do we sort this | he has skipped three weeks and does not pick up, discharge him or send a letter |
  pt wants the same therapist each time, is that something we can promise | do I mark it as a late cancel if she
  called at seven this morning | Aetna copay | traction CPT code | prior auth denied | workers comp adjuster |
  referral expired | fax didn't go through | incident report form | towels in the dryer | out of pillowcases | sharps
  container full | ice machine broken | hand soap empty | is telehealth covered by Blue Shield | how many visits are
  left on her auth | can we bill for a missed visit | who signs the plan of care for Medicare | where do the dirty
  linens go | the washer is making a weird noise | we need more table paper and cotton | fill out a fall report for
  room one | hydrocollator is leaking on the floor | please vacuum under the mats tonight | who sprays down the bikes
  at closing | does Tricare need a referral | which drawer has the electrodes | package for Dana at reception | the
  insurer wants a peer to peer on the last six visits, who makes that call | her plan changed on January first, do we
  need a brand new authorization | car accident pt has a lawyer, do we bill the auto carrier or her health plan | the
  referral says knee but she came in for her shoulder, what now | somebody slipped by the pool, which form is it and
  who signs | do we charge for the exercise bands we send home or are they included | can a nurse practitioner sign
  the script or does it have to be an MD | whose turn is it to fold the sheets, the basket has been full since Tuesday
  | delivery guy left four boxes in the hallway, where should they go | treadmill number two stops by itself after a
  minute, I put a sign on it | a pt threw up in the restroom, where is the spill kit and who mops | fax from Dr. Chen
  is missing page two, can you ask them to send it again | how do I write an appeal when they say PT was not medically
  necessary | test | ping | are you there | thank you so much | lol | happy Friday | lunch order | payday this week |
  PTO request | CPR class Friday | interview at ten | cake in the breakroom | parking pass | holiday hours | never
  mind | are you a robot or a human | thanks, that was really helpful | did payroll go out yet | who is bringing
  snacks on Thursday | found a pair of glasses in room three | can I park in the back lot | how do I sign up for
  direct deposit | ethics hours for renewal this year | is the office closed on Veterans Day | why did the chicken
  cross the road | whose car has its lights on | coffee maker is out again | welcome to the team, Priya | how was your
  vacation | does the clinic pay for the board specialty exam in orthopedics or do I | my clinical rotation ends in
  August, who fills in my final grade | someone left a blue water bottle on the leg press, it is behind the desk |
  when are year end reviews and do we get a raise this time | what questions do you ask when you hire an office
  manager | can we do secret Santa again and keep it under twenty dollars | is the Monday huddle at seven thirty or
  did that move to quarter to | who wants to join the softball team, we play on Wednesdays after work | a high
  schooler wants to shadow here for her class, which papers does she need | sign the card for Jen before three, she is
  retiring on Friday | my car won't start in the lot, does anybody have jumper cables | I am only trying out the chat,
  please ignore this one | you are smarter than the last chatbot we had, good job
`
  .split('|')
  .map((line) => line.trim().replace(/\s+/g, ' '));
