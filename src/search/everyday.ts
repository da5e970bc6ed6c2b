/**
 * What people also type where a bot listens: small talk, appointments, office and computer trouble, other treatments, other
 * medicine. Written by hand. No FAQ is expected to answer them; they teach the confidence of `calibrate.ts` to stay low.
 * Where an FAQ does answer one of them, its own phrasings outweigh the line.
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
  life | flip a coin | what is seven times eight | write a poem about spring
`
  .split('|')
  .map((line) => line.trim().replace(/\s+/g, ' '));
