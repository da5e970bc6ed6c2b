import { listed } from './listed.js';

/**
 * Names of five letters and more that an English dictionary has as rare words: taken for names, unless the FAQ itself has
 * them. From the census of the United States (1990: public domain), its given names and 20,000 most frequent surnames, without
 * the words that people use.
 */
export const RARE_WORD_NAMES = listed(`
  aarti abbas abbey abbot abernethy abigail ables abram acker acton aida aidas aisling akita alameda alamo alane
  alannah albee albert alberts alcazar alder alderman alexander alexia alfredo aline alison aliya allee allis althea
  ambers ambler amelia ament ammon ammons amoroso amrit amrita angel angelica anker ankush annalise annas apgar
  apollo appel arbour archer argyle arias ariel arista armer arrant arras arroyo artis ashman ashraf aspen asper
  atlas auguste aurelia aurora avant ayres babbitt babel bagger bailey bailiff baillie baize baker balas balboa baldy
  bales ballon ballow balsam balthasar bambi bambino banda bandy banes bangle banner banning bannister baptist barbe
  barbie bardo barish barker barlow barney baron barra barras barret barrette barrie barrios barrow barrows barry
  barton bashaw basher basil basque basques bassett basso basta bastille bates batiste batman baton batten batts
  batty baxter bayard bayes bayles bazar beadle beadles beagle beamer beaty beaver beavers becket becks bedell beebee
  beech beery belay belcher belle belles belling bellows benedick benedict benes benet benjamin benne bennet benny
  bento beres bergen berlin berrigan berry bertha beryl besaw bethel betties betty bever bevers bhakta bhakti bibbs
  bickers biggins biggs bijou bilbo biles biller billie billings billman billy birch birdie birdsong birks bishop
  bisson bitting blackwood blain blaise blanch blanco blanding blatt bliss bloom bloomer blore blume boardman boatman
  bobbitt bobby bocci bodkin bogan bogart bogle bolden bolds boles bolivar bolling bolster bombard boney bonham
  bonita bonito bonjour bonne bonnes bonnie bookbinder booker bookman boomer boose bordeaux borel boron bortz bosket
  bosque boston botts bouche boule bourdon bourg bourgeois bourn bourne bouton bouvier bower bowers bowery bowes
  bowie bowman bowne bowser bowyer bracero brack bracken bramble brame brander branner brannigan branning brant
  brasher brasier brasil brassard bravo brazier brazil brees breese brent breton brewer brewster briar brickle brier
  brill brimmer brindisi brindle briner brinkman brinks briony bristol britt brock brogan brooking brooks brose
  brough brougham browner brownfield brownie browning bruins brumby brummer brunet brushwood brust bryony bucker
  buckler buffy bulger buller bullock bunce bundy bunger bunny bunting buras burdock bureau burgess burgher burke
  burkes burks burley burling burnside burpee burrell burrier burrows burse burton busby bushman buster butch butte
  caballero caesar cager cairns calabrese caldera calkins callan callas calvary camelia camellia cammie campagna
  campana campion campo campos candela candida candie candler canfield canning canter canterbury canto cantor canty
  capitano caple caples caplin capote cappelletti caprice caraway carder cardinal carina carle carles carlin carline
  carlock carls carman carmen carmine carney carolus caron carpenter carper carraway carrel carrell carrick carrion
  carron carter cartwright carvel carver casas castellan caster castor catchings cates catlin caudillo caudle caulder
  causey cavalero cavendish caver celesta celeste celestine cella chace chaco challis chamberlain chana chancellor
  chancey chancy chandler chang chapman chappie chara charleston charley charlie charlier charlotte chasse chastity
  chauvin chaya cheers chere cheshire chesnut chesterfield chevalier chico chihuahua childs chiles chimera chino
  chitty christen christian christians christie christy chumley cicely cicero cisco clarence claro clary cleaves
  cleek clement clementine cleopatra cliff clift cline clinger clint clough coates cobbs coble cohen cohens colas
  colby coles coley colin collard colleen collet collie collier colling collings collins colorado colter combe combes
  comer commander commodore compos concha conder condie coney conger congo conine conner conners connie conte coombe
  coombes coombs cooper cooter coots copes coppin copple corbeil corby corder cordoba corey coria corker cornett
  corning correa corrie corso cortina cortinas cosey costa cotta coulter counterman countess countryman courter
  couture covey covin cowan cowans cowherd cowling cowman coyer craig crane craven cravens craver creagh creasy creed
  creek creel cremona crenshaw cress cressy cripe crispin crista crochet croft crofts cronk crook crooker cropper
  crosier crouse crowder crozier crump crunk cruzado cuddy cuesta culler cully culver cummins curie curly curney
  curran currie currier curry cutler cypher cyphers dahlia daine daisy dales dally dalton daman dampier dancy dangler
  danio danish danker danny danton daphne darcy dasher davenport davies davit dayan deacon deans deare dearing dearth
  debby decamp decker deems deere deforest delaine delph delphin delphinia delta dement dempster denis denning derby
  derrick derringer derry destine destiny devall devon devore dewar dewberry dewitt dexter diane dibble dibbles
  dickens dickey dickie diedre dienes dieter dills dines dinger dinges dingle dingus dirks ditto dixie dobbins dobie
  dobson dodge dolce doles dolly domine dominick dominique domino dona doner donna donny doody doolan dorado doris
  dotty doucet douma dover dovie dowdy downing dozier dragon drake drakes draper drees ducker duddy dudgeon duffer
  dukes dumas dunker dunning durant durgan durning durst dusty earls earthman easterling eastland eaves ebony egger
  eggers einstein elder eldin emerita emery emmer encinas enders engram erica erick espada ester esters estrin ethyl
  eugenia evert everts ewers facer fagin fakir falcon falconer faller fanning fantasia farina farrand farrant farren
  farrier farrow farthing favela feist felicia fells felts felty ferns ferrel festa fester fielding fifer fikes filer
  finch finks firestone firkins firth fisher fitch fitts flack fleming flesher fletcher fleury flinders flora
  florence florentine florin flory flossie fluellen fogle foley follis fonda forehand forester forge fortes fosse
  foster fowler frack fraise franco franklin franks freeborn freedman freeman freer freestone frier frisbee frith
  fritts fritz frost fuehrer fuhrer fuller furlong furrow gabbard gabby gable gaddis gaillard gales gamba gammons
  gandy garbo garibaldi garland garner garret garrison garth garvey gascon gaskin gaskins gasman gatling gaucher
  gauger gault gayer geist gemma genet geneva genny gentry georgette germain germaine geyer gibbon gibbons gibson
  gilbert gilden gilder gillie gillies ginnings ginny giron givens gladden gladding gladstone glady glassman glazer
  glazier gleaves gloria glover golder goldsmith goldstone goldy gomer goodfellow goodman goodyear goosey gores
  goring goris gosling gowan gowans graff graham granger graver grayer grays greaves greenfield greening greenly
  greenway greenwood grego greve gribble grice grieves griffin grimes grimmer grise grist grizzle groover grosz grout
  groves grund guernsey guider gulden gummer gundy gunnels gunter gussie hacker hackman hackney hadden haddock
  haggard haith hakeem hakes halbert hales hallmark hamada hamburg hamed hames hamza hance hanks hardman hardy
  harewood haring harken harling harman harmer harms harper harpin harrow harry harts hartshorn hassel hastings
  hatcher hatmaker haugh haught hause havens haver havers hawker hawking hawks haycock hayles hayward heald heath
  hecht heckler hector heller helmer helmers helms hemmer hemming hence henley henning henry hercules herma heron
  herry hertz hessian hettie hickey hicks hidalgo hight hijra hillers hillier hinds hogan hogans holden holland
  hollands holms holstein holts homer honan hooley hooper hoover hopper horner horseman horst hosey hosier hough
  householder housel houseman houser howes hoyle huckleberry hucks hummel hunter huntress huntsman hurley hurst
  hyacinth hypes ingle ingles ingram isabel isabella jackman jacobus jaeger jager jagers jagger jaggers jakes james
  janes jarred jasmin jasmine jasper jaspers jeanette jenny jerry jesse jessie jesus jetton jimmie jimmy jinks joanna
  johannes johnnie johnny johns johnson jolley jones jordan joseph josephs julienne juliet junker kahal kaiser kamala
  kamila kanae kandy kangas kanji karas karns karri karris karst kasha kayle keech keeler keeling keels keener keets
  kegler kells kelly kelson kelter kelty kelvin kemper kenner kennett kerns kerry kersey ketch kiang kibbe kight
  kiley killick kines kingfisher kinkle kinsman kirby kirkman kirks kirsch kissel kittel kittles kitty klick kluge
  knickerbocker knight kohen kolinsky kondo kraft krantz kranz kraut kreutzer krone kroon kulas kumari kyles kylie
  labella labrador lacey lackey lackland laguna lagunas laird laker lakin lambert lammers landau lander landers
  landes landman langer langley laree lares latigo latina latino lattin lauder laura laurel lawing lazar leach leary
  leasure leatherwood leavens leavy leger legge leister leming lemming leone letterman levering levin levins levis
  lewis liane liang licht liefer likens linch lindy linney linsey lionel lippy lisle lites littles lizzie llanos
  loach lockman loden logan lohan lomas longshore looney loper lopes loran lorette lorica lorimer loring loris louden
  lough louie louis lourie lovelock lowery lowrie lowry lumpkin lumpkins luter lutes lynch macer macintosh mackinaw
  macon madden madding maddock maddocks madeira madeleine madge madison madonna madrigal maffia magdalen magdalene
  mages maggie magnolia magnus magyar maile mainor mains maire maline malkin mallard malling maltese malva mamie
  mammie manchester mandi mangels manges mangold manis mannan manning manos manus marah marcel marcella marchese
  marchman marconi marengo margarite marge marguerite maria marina marines marlin marline marques marquess marquis
  marron marsala marse marseille marsh marshall martel martello martens martian martin martins marts maryjane maser
  maslin mason massa matilda mattes mattie mattocks mavis maxima maxwell maya meadows meads mealy meany mease meath
  mecca medina medley meeker meikle meister melba melling melton menges mercer merino merle merlin merling merryman
  messier meuse michael michaels mickey mickle mickler midden millage mille miller millers milles millet millhouse
  millie mills milos minas mincy minier minks minnick minnie minos minter mirza missy mitch moats moira moline mollie
  molly molter monger monte monteith montero montes monty moody mooring moorman morales morello morgan morgen
  morgenstern morrell morris morrow morse moselle moses mosher mosser moten moulder mouton moyle mudge mudra mullen
  mullens muller mulligan mungo munster murphy murray murrin murry musick mutch myrtle nairas nance nancy nandin
  nannie nazir neals negus nellie nelly nelson nester nestor nettie nevels neves newell nickles nicks nicol nieves
  nightingale nizam nkosi nobles noles nona nori norland norma norman noyes nubia nuncio ogles oliphant oliver oller
  ollie ondine oriel orleans orval oscar ostler overby overman oxford paddock padma palazzo palmer pandit pandora
  pandy panton papas paras pardee paris parker parkin parkins parra parry parson parsons parton paschal pascual pasha
  pater patin patrick patsy pattee patten pattie patty paulin pavone pearce peart pease peavey peavy pedro peery
  peggy pelham pembroke penfold penman penna penner penni penning perdue perea peregrine pereira peres perkin perkins
  perone perrier perron perry peter peterman peters petit petti petties phares phenix phoebe phoenix pickerel pidgeon
  pilar pilch pilcher pinder pinkerton pinnock pinon pinta pintos piper pipkin pipkins pippins plowman plummer
  podesta poisson pollack pollard pollman pollock polly pomeroy pompey ponton porter portland portman posada posadas
  posey potter potters potts prater pratt precious prentice pribble priestly prill primavera primmer primo primus
  prince princess proctor prost proto providence prudence pulis quale quant queenie quinones quintal quintin quist
  raine raines rainier rajas rakes ralph ramin ramona ramson rance randy ranee rani ransom ravel raven ravin rayah
  rayne raynes reames reams reasoner reaves rector redbird redding reddy reding reeder reedy reeve reeves regina
  reining reiter renay revels reynard rhine rhone rhymer rhyne rhynes richter ricker rickey ricks ridder ridgeway
  ridings ridley rieves riggs riles riley rimer rimes rimmer rines riojas riser rishi ritter rivas rivers rives
  riviera robbin robbins robin robinia robles rodes rodman roebuck roemer roger rogers roker romaine roman romano
  romans romeo rondeau ronin ronnie ronning roosa roose roper ropers rorie rosalia rosaria roscoe rosella roselle
  rosemary rosin rosser rother rotter rouleau rouse rousseau routh rowan rowen royster rubin ruble ruckman rucks
  ruddock ruder rueda ruffin rundle runkle runnion russel rusty rutherford rutter ryals sabal sabella sabin sabine
  sabir sabra sahib sailer saine sakai salaam salina salinas sallee sally salmi salmons salter salters salvo samara
  sammy sancho sanders sands saner sanger sangha santo santos saris sartor sasse saucier sauls sault savannah sawyer
  sawyers sayer sayyid scarpa schiavone schiller schilling schimmel schloss schmalz schnell schoolcraft scottie
  scriber scroggins scudder sears sease seder seely segars seidel sella selvage semper semple seneca senna serafin
  serra serrano sessa sexton shahid shand shanti sharif sharon sharrow shaul shawn shearer shearman sheila sheller
  shelly shepherd sheriff sherlock sherry shiel shier shipman shires shiva shive shives shope shorty shotts shouse
  showman shriver shuck shute sibyl siciliano sider siders sidle siemens sierra sierras sievert signor signore sikes
  siler siller sills silva silvan silvas silvers simas simkin simkins simmers simpkins sines singleton sipes sipple
  sires skeen skeens skeeter skeets skelly skilling skillings skinner slade slane slater slattery sloan smalling
  smiley smith smithers smits smothers snead sneed snell sneller snelling snider snooks soares sobers sokol solan
  soler sollars solum somerset sones sonny sontag sours souter sowder sowders sowers spain spangler sparks sparling
  spearman spears speer speers speirs spence spencer sperling spicer spiegel spier spiers spiker spiller spillers
  spindler spink spinney springer spurling spurrier squier squires stallings stallman standish stang stanhope
  starcher stark starks starns starr stayer steelman steen steeves steil stein stell stella stelling stempel stemple
  stephane stepney steppe sterling sterner stetson steven stevens stich stickle stickles stiles stillings stillman
  stipe stipes stiver stivers stocker stockman stokes stoner stoney storer storey stott stotts stover stowers strang
  straughter strawn strayer strick strickling strider stroud stroup strout suber suiter sumpter sunna sutler sutor
  suttle suttles swain swales swami swart swede sweeney sweeny sweeting sweetman swingle swink swinney swisher sybil
  sykes sylva sylvan sylvia taber tabor talbot tallent tallis tamara tamari tammie tammy tanna tanner tassie
  tattersall taube tawney teagle teddy teems teeters telfer telford telly tench terra terry testa teston thaler
  thatcher thill thole thorpe tiffany tilbury tilly timothy tindal tingler tinner tippet tippets tippy tittle tolan
  tolar toledo toles toller tolley toman tomes tommy tonette toney toomer tores tori tostado touchstone tramel
  tramell trant travis tribble trice trigo trillo trinity tripoli trippet troche trotter truelove trueman trull tubby
  tucker tufts turner tweedle tweedy twelves tyler tynes umrah underwood unrein urena urman valencia valentine vanda
  vandyke vanessa veale veals vegas venters venus vera verdin vermillion vernier veronica veronique vesta vetter
  viator victor victoria viers vigil villa villar vining viola virginia volante vroom wacker waddy waggoner wagoner
  wainwright waite waites wakeman waldo wales walkup walla waller wally warman warner warren warsaw wasserman
  waterman watts waugh weatherly weathers weaver weber webster wedel weekes weems weiner weise welch welcher welke
  wellington wells welsh whang wheeler wheelwright wherry whetstone whitehead whitely whitlow whitter wickers widgeon
  wilder wilding willer willers willet willets willey william williams willie wills winchester winkler winters witter
  witters woodcock woodhouse woodie woodman woodruff woodward woody woodyard woolsey worcester wormwood wright
  wrights wurst xenia yager yarborough yarrow yates yeoman yogi yonker yonkers yorker younker zaman zander zanders
  zapata zenaida zinke zupan`);

/**
 * Names that no dictionary has, a form or one slip of the finger from a word: Grady from grade, Hume from home, Reid from read.
 * From the same census and from other countries; a name that is far from every word needs no place here.
 */
export const NAMES_LIKE_WORDS = listed(`
  aboud achee achi achin adie agan agre ahad akles alao albright aldo alene alles allmond almos alona aloni amberly
  amon anastacia anastasio anke annalisa anneliese antone anway aparicio appl appling arent arey arns arra arwa arya
  ashe aske askins ater ault awai baack bachand backes bady bain balck balde ballesteros balow barela barfoot barnt
  barriere barth batista battey batton beas beata beaton bech beem begen belew bella belli bello benfer bently bern
  berning bernt berrier besch bess bette betton beyt biard biby bick biggers binion birt biss bittle blach blada
  blanke blaser bleck bleich blick blide blok bloyd blye bobe boda boddy bodi bodo boes bogin boken bolte bonas boni
  bono boone borth bortle bosa bost botto bouchard boughner boughton bowles boyd boyes boyster bracey brackett braim
  branda brande brandes brang braun brea breece brend brest brighton broady broder bron brong brun brund bruning
  buckley budy buen buffaloe bulow bunes burm burnes burt burth buth byard bynd bynes byrn caffee calandra calder
  calderin calderon calderone caler cales callaghan calle callender callison cami caminiti cammy cance canel cange
  cantrell cara carey cari carly carnegie carner caro carpentier carra carre carreras carri carriere carro carrozza
  cartier carty cary cashion caso cass caviness celia ceniceros champlin chanel channell charissa charisse charo
  charpentier chatt chea chet chio chiquita chira choquette chretien christman claar claassen clain clar clas
  clausing claussen cleary climer cloe clos closs coan coant codde codi coen cofer coffey colar coldiron coler coller
  collette colletti colligan collinson collison comee como condra constante contreras coomes coon coor coover copa
  cordes corney corry cort cota cotner cotten cotto coult cournoyer coursey couse couts covar crary crea crean crete
  criss cristy crutcher cude cuffee culligan cullison cupps curren curtin dach dagenais dager dail dalessio daley
  dall daly dane daner danner danos dara darke dase datta datu daty daughtery daughtrey daughtry daus davison
  davisson daya deak deas deily delahoussaye delarosa delee delpha denzer derk devault devine diep doble dobles doig
  dollard dones doney donner dono doose dorman doro dostal dotts doung downes dragt draves drewes drews duble dufault
  dummer durig durk dyas dyll eade eades eady ealy earle earles earlie eary eash eben eber ehler eich elsey elsy
  embry escalante esch everly evers evey evon exum faber fabrizio fait falk falks falla falt fant farner fasy faught
  favro febres feela fefer feil feit feld felder fels fesh fili fina finne fite flink floer flore flye foat foor
  forgey forrest fournier fout fower fragale fram francesco francisca fransisca frech freel frei frend frew frey
  frida frie frint fron frye fulk fune funes fure furst fuson fyler gaal gaines gani ganis gard garde gardenhire
  gardin gardiner gardner garman garms garten gass gaston gately gaut geen genest geren gerhardt germann getman getts
  getz gian giard giardina gidget ginder giordano girardin giuliani giuliano givan glancy glas glise goard goen goins
  gola goldin golding gorden gorman gose goud gour gourdine gove gracey graden grado grady grae graen graf grafe
  granda grandison grap gras graw greem grims gripp grode groen groft groth gruen gryder guin gunder hader haer
  haight hairr hait hald hals haman hammack hamner handel handley hanf hanle hans happe harde hardee harding harer
  hari harkless harless harmon harter hava hawkes haye headd heatherly heckman heer heers heird heit helf heman
  hemphill hepler hera hering herr herre herrington herz hess heyd heyl hickmon hier hime himes hindle hira hird hirn
  hirt hite hoar hockman hodgin hodgkins hoel hoen hoese hoffman hofmann hoglund holaday holliday holte homan hoose
  hoppes hord hore hort houde houze huan huard hubble huels hugh hume hund huor hurd hurn hurta hurtt hurtz huse hutt
  hutter hutts hyman hynd hynds hyre iannotti ives jeanes jost joynt jude jun kand kees kelling keup keyes kint
  kitchin knie knies knost knott knotts knoy kock koep kown kreps kuck lacourse lacresha lacross lada lado ladt lael
  lago laing lakey landry landy larson lashanda lashaunda lashonda lashunda leafe leasy lebel leda ledy leeder leggs
  lego leid leider leist lemp lench lene lesa lettinga leval levell leyden liberatore lightner likos lile liles lilly
  lina lindeman linea linne linneman liss lista lisy litle lobel locke loise lones lopus losa losey loter louk louks
  loyd lucrecia ludy luft lugo lukes lumb lumba lumpp lupu luss lust lyke lykes lyng lyter lyttle machin mada madi
  madu mady majer maka makin maler maley mallett malley maney manny manu manuel mapes marke markel markey marro
  martineau massie mather matherly mathes maves maybee maye mayes mayne mccardle mcmurray mcnichol meas mech meda
  mede medel medin meil melani mele melissia mellissa melodi membreno mena menas mendes mendy menor menter merkle
  merrow metil meyn miker miley milliron milly mindy mital modesta modesto moel moher molle monda mondy mone monet
  mont montanez montanye monts mooney moore moree morey mori morin moring mork moro morr morre mory moton motter
  moultrie mova mund munday muney murrow myre nack naes nama nanes nate nathanael nathanial nead nealy neary neef
  neer nees neid nemes nero netherton newbern newburn nicholes nicholls nickell nickl nickolas nicky nicolasa
  nicolosi nini nino niver noice nono nonu noone nore norred norse notis noto notte noye nuber nuckolls nuse nute
  oakes oder oeder ofer ogan okey olay oline ondo oran orser orth orto overstreet pach packett paet paga pago pait
  pake pala palen pali palin palo palso palu palys parkes parkison parrent parrilla parrinello paschall pasquale patt
  patts payn paynter peirce penepent penniman peper perkinson peron perrella pesh petch philen pichardo piercy pilla
  pinc pinter plake planas plata plato pleasants plumer plys poat poer polito politte poper poppe porfirio poro
  portner powe prass preas prejean presnell pressnell presutti preusser prioleau pritchett prus pruss pulice pullin
  pust pyle pyper quito raad raco rady rael raisa rall ralls rane rary rask ratte ratz rause raye reade reado reas
  reash reay rech recor reda reder redner reger reich reid reider reidy reil reilly reina reise rell reller remaley
  remey renick renner resch retana reul riase richmond ries riise risa rish risher risi riska riske risko riso riss
  risse rist rizk roal robey roessler roling rolla rolle rollin romain romo rons rosh rosky roundy royals ruel rufer
  ruffino ruise rull runge ruthanne ruther ryce ryle ryles ryll saad saas safa saffer safi sagar sahm saling salls
  salsman salter saltsman sami samo samu samy sana sance sare sarver saven saya scali scates schaller scheidler
  scheller schillaci schober schol schoo schooley schueler schuller schuyler scire scoles sealy searfoss searight
  seema seevers seid seim sein seit selk selzer senf senger serie sert sester setzer sevin shae shaer shara sharee
  shari sharonda sharr shary shattuck shealy sheats sheckler sheely sheetz shen shina shinn shipe shoen sholl shon
  shor shorr shortt shost shull shum shupe shure siad sidi siem siems signe silber silvera silvey sime simeone sise
  sita sito situ skow slife slipp smeltzer smull sode sofer solis soll solle sommer songer sorce soro soter soun
  southard spates spead speas speciale spee spees spene spino spotts spurgeon stackhouse stady stai stange stanger
  stannard stant stas stasia staton steck steff steffens stene stephens stepp stiel stiffler stine stines stoel stoen
  stoey stoff stoll stoller stopp storr stoy streett streit striegel strope studt sturgill stys suen suga suhar suitt
  sule sumner sund suon surace suri suro sveen swapp sweatt swem syas syon syring taake tade taing tako tappe teder
  teich tener tepe tera terrazas tesch tesh thacker thad tham thay thea thede theis theiss theo theresia theressa
  thero thim thode thoe thom thomason thomson thum thur thurber thuy thyng timas timi timme timo tims timus tingley
  tobe toda tompson tona tookes toone torre tota touchet touhy towles townes trac trainor tramble trapp trask trear
  trias trimarchi trimble troe trost trower truc trude trumble tuch tuchy tukes tulk tull tunnell turck turne unser
  vanness vannest vass vassel vere vero vides vidro viens viteo wach waddell walder walley wanta wantz warth weddle
  wede wehn weik weist weit welker welles werk wern werre werry werst werth wery weter whan whitis whyte wida wied
  wies wike wildes wilk wilker willy wiman winburn windholz wint wirth wiste witten wolk woll wong wooten worden worf
  wride wroe wunder wurm wurth wyke wykes wyman wynter wyre wytch yeary yeats`);
