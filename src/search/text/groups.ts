/**
 * Groups of everyday English words that often ask for the same thing: "how long" and "minutes", "hurt" and "sore". Written
 * by hand from general knowledge for clinic, office, home, money, travel and computing; they say that words are near, not
 * that they are equal. A clinic's exact synonyms stand in its `glossary.yml`.
 */
export const WORD_GROUPS: readonly (readonly string[])[] = `
  able capable possible manage; accept agree approve consent permission; access login log signin enter entry; accident
  crash collision injury; account profile membership; add include insert attach append put; add include put insert
  create make new set; address location place site where; advice advise recommend recommendation suggest suggestion
  tip guidance guideline should; afraid scared fear anxious nervous worry worried concern concerned; after afterwards
  aftercare following post later; age old older elderly senior geriatric; air ventilation; alarm alert wake; allergy
  allergic reaction; allow accept accepted supported; allow allowed permitted permit can may; amount quantity number
  dose many much count total; anger angry mad annoyed upset; answer reply respond response; app application program
  software; appointment booking visit session slot; area region zone part spot; arrive arrival come delivered deliver
  delivery receive received reach; ask question query request inquire; athlete athletic sport sports runner player;
  available availability offer provide supply; baby infant newborn; back spine lumbar spinal; backup save copy
  restore; bad worse drawback downside disadvantage; bad worse worst poor terrible; balance funds remaining left; bank
  branch; bathroom toilet restroom; before prior beforehand pre ahead; begin first initial beginner new; beginner
  start starter novice newbie new; believe think opinion; benefit benefits advantage useful helpful pro worth; best
  top ideal optimal preferred; big large huge; bill invoice statement; bleed bleeding blood; block blocked freeze
  frozen lock locked disable disabled suspend deactivate; body physical; bone fracture; book reserve reservation
  booking appointment schedule; boss manager supervisor lead; brand make model maker manufacturer company; break broke
  broken crack damaged; broken faulty defective damaged malfunction failing fails failed error problem issue wrong
  trouble; broken faulty defective malfunction fail failing failed fails error problem issue wrong trouble work;
  browser website web page site internet online; bruise bruising black mark marks spot spots discoloration; build
  compile make create construct generate; burn burning; busy occupied; buy purchase order get obtain acquire bought;
  call phone ring dial telephone contact; calm relax relaxing relaxation; calorie calories nutrition nutritional diet;
  cancel stop end terminate abort discontinue; cancer tumor tumour oncology malignancy; car vehicle auto automobile;
  card creditcard debit; card plastic; cause reason because why due; caution careful precaution warning watch; certain
  sure confident; certificate certification certified credential license licence qualification; change switch swap
  modify edit alter update adjust amend replace convert; channel station; charge charged fee cost bill debit; chat
  talk speak conversation discuss; cheap inexpensive affordable; check verify confirm validate inspect review; check
  verify confirm validate verification; child children kid kids pediatric paediatric teen adolescent minor young
  youth; choose select pick choice option; clean wash sanitize disinfect sterilize sterile wipe cleaning hygiene;
  clear erase delete remove wipe; client customer patient; clinic hospital practice office centre; clinician doctor
  physician therapist practitioner provider; close shut lock closed; clothes clothing wear dress shirt outfit; code
  number pin password passcode; cold cool chilly freezing; cold cool ice; color colour; combine together join merge
  both along alongside; come arrive visit; command run execute invoke; common usual typical normal regular standard;
  compare comparison difference different differ versus distinguish; complain complaint grievance; complete finish
  done; computer laptop pc machine desktop; configure configuration setting settings setup set preference option;
  connect connection link pair attach; contact reach; contraindication contraindicated avoid unsafe; cook cooking make
  prepare recipe; correct right accurate true; cost price fee charge expensive cheap pay payment rate bill; country
  abroad foreign international overseas; course class training lesson workshop education; cover covered coverage
  insurance insured; cream lotion oil emollient; create make new generate add set; credit loan mortgage borrow lend;
  currency exchange dollar euro pound; current now present today; dance dancing; danger dangerous risk risky harm
  harmful hazard hazardous safe safety unsafe; date day when; day date today; dead die death; debt owe; decline
  declined deny denied reject rejected refuse refused; decrease lower reduce less drop down fewer; deep deeper depth;
  degree degrees level; delete remove erase drop uninstall clear; demonstrate demo show display; dentist dental tooth;
  deploy release publish ship; deposit top topup load recharge fund; describe description explain tell detail details;
  develop developer development; device gadget hardware machine; diabetes diabetic; diagnose diagnosis; dim brighten
  bright brightness; direction directions route navigate; dirty dust dirt; disappear missing lost gone vanish;
  discount coupon deal sale promo; disease illness sick condition disorder; distance far long mile miles; doctor
  physician clinician md; document paperwork form record file note documentation chart; dollar dollars usd; double
  twice duplicate; download install installation installing; drink beverage coffee tea water; drive driving ride; drug
  medication medicine pill meds prescription; early earlier; earn income salary wage pay paycheck; easy simple simply;
  edge border; effect effective effectiveness efficacy work works working; electric electricity power energy battery;
  email mail message inbox; email mail message text; emergency urgent urgently; employee staff worker; employer job
  work career; enable activate activation; encrypt encryption secure security; enough sufficient; equal same identical
  similar alike equivalent; equipment tool instrument device kit gear; error exception failure fault bug; every each
  daily; evidence study research proof trial science scientific proven literature paper; example sample; exchange
  convert conversion currency; exchange trade; exercise workout stretch stretching; exercise workout training train
  rehab; expect expected expectation; experience feel feeling; expire expired expiration expiry; export import;
  express urgent fast; extra additional another more second; eye eyes vision; face facial; fact facts info
  information; fail failed failure unsuccessful; fake counterfeit fraud scam fraudulent suspicious; family wife
  husband parent mother father mom dad; fast quick quickly soon rapid speed; favorite favourite like love; feature
  function functionality; feel feels sensation; fever temperature; file document folder; find locate search lookup
  discover where; finger hand thumb wrist; fix repair solve resolve troubleshoot debug mend; flight plane airline fly
  airport; folder directory; follow followup; food eat meal dish snack; food meal eat dinner lunch breakfast dish;
  foot ankle heel; force pressure pressing hard; forget forgot forgotten remember; format formatting; free gratis;
  frequency often frequent frequently regular regularly times weekly; friend friends buddy; fun funny joke humor
  laugh; fund funds money; future upcoming next; game play; gas fuel petrol; gentle light soft mild; get obtain fetch
  retrieve receive; gift present; give provide hand; go visit travel; good benefit benefits advantage useful helpful
  worth effective works; good great fine nice; grade grading score rate rating; graph chart plot; grip hold handle;
  group team; grow growth; guarantee warranty; guest visitor; guide guideline instruction tutorial manual; gym
  fitness; happen occur; happy glad pleased; hard difficult tough; head headache migraine; heal healing recover
  recovery; health medical healthy; hear listen sound; heart cardiac; heat hot warm; heavy weight; help assist support
  aid; high tall height; hip pelvis groin; history past previous; hobby hobbies pastime; home house; hotel room
  lodging accommodation; hotel room stay lodging; how way method procedure process steps; hurt hurts pain painful ache
  aching sore soreness discomfort uncomfortable tender; idea ideas suggestion; identity id identification; image
  picture photo; important matter; improve improvement better enhance increase gain; inch cm metre meter; increase
  raise higher more up; infect infection infected; inflammation inflamed inflammatory; inform tell notify
  notification; ingredient ingredients contents; injury injured hurt wound; injury injured wound trauma; insert inject
  injection; inside indoor; install setup; insure insurance insured; interest rate apr; introduce introduction; invest
  investment stock share; invite invitation; iphone phone mobile cell smartphone; item thing product; job work
  employment role position; join joint; keep continue still maintain; key keys; kind type sort category; knee leg
  thigh; know aware; language translate translation; last duration long length minute; late delayed behind; law legal
  lawful legislation regulation; law legal rule regulation allowed permitted permit licence license; lead leads; learn
  study course education class training; learn study education course class school teach; leave depart departure; left
  right side; level amount; library package module; licence license permit scope; light lamp lights bulb; like love
  enjoy; limit maximum max cap restriction minimum min; link url; list items todo; local near nearby nearest closest
  around close; lock key; log logging logs record; long duration last lasts takes minutes hours length; lose lost
  missing misplaced; lost missing disappear misplaced gone; loud louder volume quiet; love romance; low little;
  luggage baggage suitcase; lump swelling swollen swell; mail post letter; maintain maintenance; make create produce;
  male man; manual hand hands; map route direction; mark scratch; marry married marriage; massage rub rubbing;
  material metal plastic steel; max maximum most limit limits cap; measure measurement test assess assessment; meat
  beef chicken; meet meeting conference; meeting event calendar appointment; memory ram; message text sms; metal steel
  stainless; method way technique approach procedure process step steps protocol; min minimum least; minute minutes
  time duration; mistake wrong incorrect error accident accidentally; mobility flexibility range motion movement
  stiffness; money cash funds amount; month monthly; move movement motion; movie film cinema show; muscle muscles
  muscular; music song track tune playlist album artist; mute silent silence; name called title; neck cervical; need
  necessary require required requirement must mandatory; negative minus; nerve nerves neural numb numbness tingling;
  network wifi wireless; new latest recent; news headline headlines; next following; night evening tonight; noise
  sound; note notes write; offer deal; office clinic workplace; old elderly older senior geriatric aged; old previous;
  open opening unlock; operate operation surgery surgical operative op; order purchase delivery; order sequence;
  organize arrange plan; output print; outside outdoor; own owner; owner lead responsible; pack package; parcel
  package shipment; park parking; part component; pass succeed success; passport visa; password passcode pin login
  signin code; paste copy; pay payment paid; pending processing; people person someone human agent representative;
  percent percentage; perform performance; person individual; pet dog cat; phase stage; phone mobile cell cellphone
  telephone number; place put; plan planning; play listen hear; podcast episode; poison toxic; policy rule rules;
  position posture; pregnant pregnancy expecting trimester; prepare preparation ready; prescribe prescription; press
  push; prevent prevention; print printer; private privacy confidential; prize win; profession professional; protect
  protection; protocol dosage dose parameters; quit leave resign; radio station; rain weather forecast snow sunny
  storm temperature umbrella; rash skin redness red irritation; read reading; reboot restart reset; record recording;
  refer referral; refund reimburse repay reimbursement return money; register registration enroll enrol signup sign;
  rehab rehabilitation therapy treatment; remember remind reminder; rent lease; repeat again redo; replace replacement
  new; reset restore; rest sleep break; restaurant cafe eatery diner place; result results outcome; review reviews
  rating; reward points; ride taxi cab uber; road traffic; robot vacuum; roll flip dice coin; run running runner; sad
  upset angry mad; save store; scan scanner mri xray; scar scarring adhesion; schedule calendar agenda; screen
  display; screen screening; send transfer move deliver forward; send transfer transmit forward; sense sensitive
  sensitivity; server host; session visit treatment; ship shipping shipment; shop shopping grocery groceries; shop
  store shopping; shoulder rotator; show display view see look; sick ill unwell; side sides adverse complication; sign
  signature; size dimension; sleep bed; slow late delay delayed delays waiting pending wait; slow slowly; small little
  tiny mini; smell odor; smoke smoking; speak say talk; specific particular; speech voice; spell spelling; spend
  spending spent expense; start begin commence initiate launch; start begin commence starting initiate; status
  progress; steal stolen theft; stiff stiffness tight tightness; stolen theft stole; stop end cancel quit finish
  terminate discontinue cease; stop end pause halt quit cancel; strength strong strengthen; string text; stroke
  strokes; subscribe subscription membership; summary summarize; surgery surgeon operation; symptom symptoms; task
  todo; tax taxes irs; teach instruct; team staff employee coworker colleague; technician tech; tell say explain
  describe inform; tendon tendons tendinopathy tendinitis tendonitis; test exam quiz; therapy treatment treat; ticket
  tickets; time clock hour; timer countdown; tire tires tyre; tired fatigue exhausted; tissue fascia; top topup
  recharge reload; tour tourist attraction; track trace tracking; transaction transfer payment purchase; trip travel
  vacation holiday journey; try attempt; turn switch; tv television; undo revert rollback; unknown unrecognized
  unrecognised unfamiliar; upgrade update version; use apply utilize using usage; vaccine vaccination; vacuum sweep;
  vein veins varicose clot; visa mastercard; wallet purse; want like wish; warm warmup; week weekly; withdraw
  withdrawal atm; woman female pregnant pregnancy; word meaning definition define mean; year annual yearly`
  .split(';')
  .map((group) => group.trim().split(/\s+/));
