import { listed } from './listed.js';

/** Words of a clinic's chats that neither the FAQ nor a dictionary of English has, and that name nobody. */
export const CLINIC_WORDS = listed(
  // Drugs by their brands and generic names
  `
  abilify acetaminophen actemra actonel adderall advair albuterol aleve alendronate allopurinol alprazolam amiodarone
  amitriptyline amlodipine amoxicillin ancef anoro apremilast aricept arimidex aromasin arthrotec atenolol ativan
  atorvastatin augmentin avelox avonex azathioprine azithromycin baclofen bactrim benadryl benicar betaseron bextra
  bisoprolol boniva breo budesonide bupropion buspar captopril carbamazepine cardizem carvedilol cefadroxil celecoxib
  celexa cephalexin certolizumab cetirizine cialis cimzia ciprofloxacin citalopram claritin clindamycin clonazepam
  concerta copaxone coreg cosentyx cozaar crestor cyclobenzaprine cyclosporine cymbalta dabigatran daptomycin
  decadron demerol denosumab depakote dexmethylphenidate diazepam diclofenac diflucan digoxin dilantin dilaudid
  diltiazem diovan dipyridamole donepezil doxepin duloxetine dupixent dupilumab edoxaban effexor effient elavil
  embrel enalapril enbrel entresto entyvio epipen escitalopram esomeprazole estradiol etanercept etodolac evenity
  evista excedrin famotidine farxiga feldene femara fentanyl flexeril flonase fluconazole fluoxetine forteo
  furosemide gabapentinoid gemcitabine gilenya glipizide glucophage glyburide guaifenesin haldol hctz humalog
  hydralazine hydrochlorothiazide hydrocortisone hydromorphone hydroxychloroquine hydroxyzine hyzaar ibandronate
  imitrex imuran inderal indocin indomethacin infliximab ixekizumab januvia jardiance kadian keppra ketamine
  ketorolac klonopin lamictal lantus latanoprost leflunomide letrozole levetiracetam levofloxacin lexapro lipitor
  lisinopril lithium lopressor loratadine lorazepam lortab losartan lovastatin lumigan lupron macrobid maxalt medrol
  melatonin memantine metaxalone methadone methocarbamol methylprednisolone metoprolol midol mirtazapine mobic
  montelukast morphine mounjaro mucinex nabumetone namenda naprosyn narcan neurontin nexium nifedipine norco norvasc
  novolog nortriptyline olanzapine olmesartan olumiant omeprazole ondansetron opdivo orencia otezla oxcarbazepine
  oxycodone oxycontin pamelor pantoprazole paracetamol paroxetine paxil pepcid phenytoin pioglitazone plaquenil
  prasugrel pravastatin praluent prednisolone pregabalin prevacid prilosec pristiq procardia propranolol protonix
  prozac pulmicort quetiapine quinapril raloxifene ramipril ranitidine reclast relafen repatha requip restasis rinvoq
  risankizumab risedronate risperdal ritalin rituxan rituximab rivaroxaban robaxin rosuvastatin rybelsus sarilumab
  saxenda secukinumab seroquel sertraline sildenafil simponi simvastatin singulair skelaxin skyrizi spironolactone
  stelara strattera suboxone sulfasalazine sumatriptan symbicort synthroid taltz tamoxifen tegretol teriparatide
  testosterone tizanidine tocilizumab tofacitinib topamax tramadol trazodone tremfya trulicity tymlos tysabri
  ultracet ultram ustekinumab coco wort valacyclovir valium valsartan valtrex vancomycin venlafaxine ventolin viagra vicodin
  victoza vioxx vivitrol voltarol vyvanse wegovy wellbutrin xanax xeljanz xgeva xolair zanaflex zepbound zestril
  zithromax zocor zofran zoledronic zoloft zolpidem zyloprim zyrtec`,
  // Creams, cleaners, tapes, tools and other things for sale
  `
  aquaphor arnicare aveeno bengay betadine bioderma bosu cavicide caviwipe caviwipes cerave cetaphil chlorhexidine
  cidex clorox coban cramergesic cricut deepblue desitin dettol dycem ergon eucerin fixomull freeup garmin goldbond
  hibiclens hydrocolloid hypafix icyhot jojoba kerasal kleenex kool leukotape lidoderm lubriderm lysol mederma metrex
  neosporin neutrogena nivea normatec oxivir peloton pdi physioball polysporin powerplate purell rapidrelease
  saniwipes sanicloth sani santyl sarna sidekick sombra steri tegaderm theracane topricin traumeel vaseline vicks
  virex vitacilina volini wavetool wobenzym yoga`,
  // Diseases, signs and parts that word games leave out
  `
  achondroplasia ais akathisia allodynia amyloidosis antalgic arachnoiditis arfid astragalus autonomic bouchards
  brachialis bursae calcaneal calcaneus capsulitis causalgia cellulite cervicogenic chondromalacia claudication
  coagulopathy coccydynia cubital cuboid cuneiform deconditioned dermatographia dermatome dermographism
  desensitisation desensitization discogenic dyskinesia dysautonomia dysesthesia ecchymoses enthesis enthesopathy
  epicondylalgia epicondylitis extensors fasciae fasciculations fasciotomy fasciopathy fibular fibularis fovea
  gastroc gastrocs glenohumeral gliosis haemarthrosis haemophilia haemophiliac hallux hemiplegia hemarthrosis
  hidradenitis histamine hyaluronic hyperalgesia hyperesthesia hypermobility hypertonic hypertonicity hypoesthesia
  iliac iliacus iliotibial infrapatellar infraspinatus ischial kinesiophobia kyphosis lateralis leiden lipoma lipomas
  livedo longus lordosis lymphadenopathy lymphoedema mastocytosis medialis meralgia metatarsalgia metatarsals
  multifidus myofascia myositis navicular neuritis neurodynamic neurodynamics neuropathic nociception nociceptive
  nociceptors obliques omt osteophyte osteophytes osteotomy palmaris paraesthesia paraspinal paraspinals parasthesia
  paresthesia paresthesias patellofemoral peroneals pectoralis pes piezogenic plantaris poland polymyalgia popliteus
  pronator proprioception proprioceptive pruritus pterygoid quadratus radiculopathy retrocalcaneal rhabdo
  rhabdomyolysis rhomboid rhomboids sarcoidosis scalenes scapulae scleroderma semimembranosus semitendinosus seroma
  serratus sesamoid sesamoids sesamoiditis spondylitis spondylolisthesis spondylolysis spondylosis stenosing stenosis
  sternocleidomastoid striae subacromial suboccipital suboccipitals subtalar sural syndesmosis synovial synovitis
  talus telangiectasia temporalis tendinopathies tendinopathy tendinosis tenodesis tenosynovitis tensor teres thenar
  thixotropy thoracic thoracolumbar thrombocytopenia tibialis tortuous tragus triamcinolone trapezius trochanter
  trochanteric urticaria uveitis varicosities vasculitis vasovagal vastus vitiligo xeroderma xerosis`,
  // Who works there, who pays, where
  `
  acupuncturist anthem apta atcs cigna copays cota cotas covid dos dpts emts healthnet intern lmts mds medibank
  medigap mva mvas npi nps ots ota otas pas pcps ptas regence rns slps snfs telehealth uhc workcover zoom cdc fda nih osha alabama
  alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois iowa kansas kentucky
  louisiana maine maryland massachusetts michigan minnesota mississippi missouri nebraska nevada ohio oklahoma oregon
  pennsylvania tennessee texas utah vermont wisconsin wyoming usa uk america american americans africa asia australia
  australian british canada china danish dutch england europe european finnish france germany greek india irish italy
  japan korea mexico norwegian scandinavian scottish swiss swedish thai turkish vietnam welsh catholic
  hindu jewish amazon chatgpt costco ebay epic facebook gmail google instagram internet ios ipad iphone kindle
  microsoft netflix pinterest reddit slack tiktok twitter uber venmo walmart whatsapp wikipedia youtube zelle
  achilles adidas airbnb barbell bodybuilder bodybuilding crossfit deadlift deadlifts dumbbell ironman kettlebell
  lacrosse mma pickleball powerlifter powerlifting spartan triathlete wod zumba`,
);

/** How people type in a hurry, in small letters: with a capital, Ty and Jk are somebody. */
export const CHAT_WORDS = listed(
  `
  aint et abt alot alright altho amirite anyways appts approx arent asap atm bc bcuz bday bf bfore brb btwn buncha cant canx
  chk bld cld cn coulda couldnt coz cuz cya da dang dat defo dem dept deets dis diff dm dms doesnt doin doncha dont dr dunno eg
  emt esp etc eta everytime f2f faq fav feelin ffs freakin ftw fwiw fyi gd gf gimme gna goin gonna gotcha gotta gr8
  frm gtg hafta hadnt happenin hasnt havent heya hiya hmm hmmm hows hr hrs hurtin hv hw idc idea ideas idk ikr imho imo info
  infos int irl isnt jk js jst kinda kk l8r lemme lil lmao lmk lol lotta luv mny msg msgs mtg mtgs n8 nah nd nite nope nvm obv
  obvs ofc okie omg omw ot outta pic pics pix pls plz ppl prob probs r recheck recs resched rly rofl rn rt scrapin
  sesh sched shld shes shouldnt shoulda sm1 smh sooo soooo sorta srsly sry sthg sum1 sux tbh tbt tel tf tfti thanx thats ther thier
  thatd theres theyd theyll theyre theyve thnks tho thot thru thx til tmi tmrw tmw tnx tomoz tx txt ty tysm tyvm u
  ugh umm ur urself usu vid vids vs w wanna wassup wat wats wasnt wdym werent wether wha whin wich whats whatcha whens wheres
  wherever whos whys whn wht wld wk wknd wks wo wont woulda wouldnt wth wtf wtv wud wut x xoxo ya yall yay yeh yep yer yo youd
  youll youre youve yr yrs yup yw`,
);
