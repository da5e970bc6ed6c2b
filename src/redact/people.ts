import { listed } from './listed.js';

/**
 * Given names common in the United States (Social Security Administration, national baby names: public domain) and
 * among its newer families. Names that are also places, or ordinary verbs (will, may), are left to the cues.
 */
export const GIVEN = listed(`
  aaliyah aaron abby abdul abdullah abigail adam adrian adriana agnes ahmad ahmed aidan aiden aisha alan albert
  alejandra alejandro alex alexa alexandra alexis alfred ali alice alicia alina alison allison ally alyssa amanda
  amber amelia amina amir amit amy ana anastasia andre andrea andreas andrei andrew andy angel angela angelica angie
  anita anjali ann anna anne annette annie anthony antonio anya april aria ariana arjun arnold arthur arturo ashley
  audrey aurora autumn ava barbara barry beatrice becky belinda ben benjamin bernadette bernard bernice beth bethany
  betty beverly bianca bill billy bob bobby bonnie boris brad bradley brandon brenda brendan brent brett brian brianna
  bridget brittany brooke bruce bryan caleb calvin cameron camila candace carl carla carlos carmen carol carole
  caroline carolyn carrie casey cassandra catherine cathy cecilia cedric celeste cesar chad charity charlene charles
  charlie cheryl chloe chris christian christina christine christopher cindy claire clara clarence claudia clement
  clifford clive cody colin colleen connie connor constance corey courtney craig cristina crystal curtis cynthia daisy
  dale damian dan dana daniel daniela danielle danny darlene darrell darren darryl dave david dawn dean deanna deb
  debbie deborah debra deepak dennis derek derrick deshawn diana diane diego dimitri dmitri dolores dominic donald
  donna doris dorothy doug douglas dustin dylan earl eddie edgar edith edna eduardo edward edwin eileen elaine eleanor
  elena eli elias elijah elizabeth ella ellen ellie elsa elsie emilio emily emma enrique eric erica erik erika erin
  ernest esmeralda esther ethan ethel eugene eva evan evelyn faith farah fatima felicia felicity felix fernando fiona
  florence frances francesca francis francisco frank fred freda freddie frederick gabriel gabriela gabriella gail gary
  gavin gene geoff geoffrey george gerald geraldine gerard gertrude gina ginger giovanni gladys glen glenn gloria
  gordon grace graham greg gregory gretchen guadalupe guillermo gustavo hailey hannah harold harriet harry hassan
  hazel heather hector heidi helen henry herbert herman hilda hiroshi holly hope howard hugo hussein ian ibrahim ida
  igor imani ingrid irene iris irma isaac isabel isabella isaiah ivan ivy jack jackie jackson jacob jacqueline jada
  jaden jaime jake jamal james jamie jan jane janet janice jared jasmine jason javier jay jean jeanette jeff jeffrey
  jen jenna jennifer jenny jeremiah jeremy jerome jerry jess jesse jessica jill jim jimmy jo joan joann joanna joanne
  joe joel john johnny jon jonah jonathan jorge jose joseph josephine josh joshua joy joyce juan juanita judith judy
  julia julian juliana julie juliet june justin kaitlyn kara karen karina karl karla kate katelyn katherine kathleen
  kathryn kathy katie katrina kayla keisha keith kelly kelsey ken kenji kenneth kerry kevin khadija kimberly kirsten
  krista kristen kristin kristina kristine kyle lakshmi larry latoya laura lauren laurie lawrence layla leah leila
  lena leo leon leonard leroy leslie leticia liam lillian lily linda lindsay lindsey lisa liz logan lois lola lorena
  lori lorraine louis louise lucas lucia lucille lucy luis luke luz lydia lynn mackenzie malik marc marcella marcia
  marco marcos marcus margaret margarita maria mariam mariana marie marilyn mario marisol marissa marjorie mark
  marlene martha martin marvin mary maryam mason mateo mathew matt matthew maureen maurice maya megan mehmet mei
  melanie melinda melissa melvin mercedes meredith mia michael micheal michele michelle miguel mike mila mildred
  miranda miriam mitchell mohamed mohammad mohammed molly monica monique morgan muhammad myra myrtle nadia nancy naomi
  natalia natalie natasha nathan nathaniel neil nelson nia nicholas nick nicole nikita nina noah noel nora norma
  norman octavia oleg olga olive oliver olivia omar oscar owen pablo paloma pamela pat patricia patrick patty paul
  paula pauline pearl pedro peggy penelope penny pete peter petra phil philip phillip phyllis pierre priya rachel
  rafael raj rajesh ralph ramon randall randy raul ravi ray raymond rebecca regina renee rhonda ricardo richard rick
  ricky rita rob robert roberta roberto robin rocio rodney roger roland ron ronald ronnie rosa rosalind rosario rose
  rosemary roxanne roy ruben ruby russell ruth ryan sabrina sally sam samantha samir samuel sandra sandy sanjay sara
  sarah scott sean sebastian sergei sergio seth shane shannon sharon shaun shawn sheila shelby shelley sheri sherry
  shirley sierra simon sofia sonia sophia sophie stacey stacy stan stanley stella stephanie stephen sterling steve
  steven stewart stuart sue summer sunil susan suzanne svetlana sylvia tamara tammy tanya tara tariq tasha tatiana
  taylor ted teresa terrance terri terry theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony
  tonya tracey traci tracy travis trevor trinity troy tyler tyrone valentina valeria valerie vanessa vera vernon
  veronica vicki vickie vicky victor vikram vincent viola violet vivian vladimir wade walter wanda warren wayne wendy
  wesley whitney william willie xavier ximena yasmin yolanda yuki yusuf yvette yvonne zachary zainab zoe`);

/** Surnames that are ordinary words: names after a given name ("john brown"), or after a cue with a capital. */
export const WORD_SURNAMES = listed(
  `
  ball banks barber bell bender berry bird bishop black bloom bond booth bowman branch brand bridges brook brooks brown
  burns bush butcher butler camp cannon carpenter carter cash castle chambers church cook cooper cotton cross crow day
  dean drake driver farmer field fields fish fisher flowers flynn ford foreman forest foster fountain fox france freeman
  french frost gamble gates gay gentry glass gold golden grant graves gray green grey gross hall ham hammer hardy harper
  hart hawk hawkins hay herring hill hills holder hood hooker hooks horn horne house hull hunt hunter jordan justice key
  keys king kirk knight lake lamb lane law laws little lock long love loving lowe manning marsh marshall mason mayer
  mays meadows mercer miles miller mills moon moss nails noble north page painter palmer park parker parks parsons payne
  pearl peck penny pierce pike pool poole pope porter post potter pound powers price prince proctor rains ray reed reeves
  rice rich rivers roach rose rush sage sample sanders savage sawyer seal self sellers sharp shaw shepherd shields short
  silver singer small smart smith snow sparks spears spencer spring steel stone story street strong summers swan sweet
  swift taylor temple thorn tucker turner underwood vance walker wall waller walls ward waters weaver webb webster weeks
  wells west wheeler white wild wilder wilson winter winters wise wolf wood woods wright york young`,
  // Of the 5,000 most frequent surnames of the census of 1990 the other words, without those that tell what somebody does (rider)
  `
  alley askew bacon battle battles beam bean beard bible bland blank blanks bolt bonds brim brink broadway bull bunch burden
  burrow butts cave champagne champion cheek chestnut cloud coffin cone cooks corona corral council covert coward craft
  crews crisp crooks cruse darling dew dial diamond doughty dye eagle earnest fellows ferry fleck flint flood forte fortune
  frame fry funk gallant gentile glaze grooms grove gulley harden harness harp hedges ivory jolly keel knoll lash lemon
  lemons maple maples marble mares merchant motley mount nettles newton outlaw pagan parish partridge peacock pence petty
  piazza pinto pippin ponce pond pride priest provost pulley redden riddle robins roque salmon savoy seals shade shank
  shanks shell shore shores sledge smoot snipes snook solano southern sparrow spear spinks stack stamps starling steed stern
  steward stout strand stull sturgeon swank thorp thrash trout urban veal vest vines warden wheat whittle wicks wiles wilt`,
);

/** Given names that are words in daily use: names by their capital inside a sentence, or by their neighbours. */
export const WORD_GIVEN = listed(`
  amber angel april art august autumn bill brandy brook buck buddy candy carol chance chase cherry chip chuck cliff clay
  coral crystal daisy dale dawn dean dick dot drew earl faith fern frank gay gene ginger glen grace grant harmony
  hazel heather holly hope hunter iris ivy jack jade jasmine jean jewel john joy june lance lane laurel lily lou mark
  mason max may melody mercy miles misty nick olive pat patience patty pearl peg penny piper ray red rich rob robin
  rocky rod rose rosemary ruby sage sandy scarlet sky sterling sue summer sunny ted tom tommy trinity victor
  viola violet wade will willow winter`);

/** Of those, the ones that a clinic hardly ever has another use for: names wherever no article stands before them. */
export const MOSTLY_GIVEN = listed(`
  amber brandy brook candy carol chuck daisy dale dawn dean earl faith fern glen grace harmony hazel heather holly hunter
  iris ivy jack jasmine jean jewel joy laurel lily lou mason melody misty pearl peg penny piper robin rosemary ruby
  scarlet sterling trinity viola violet wade willow`);

/** Surnames that are first of all ways to treat: names only by what their bearer does. */
export const METHOD_SURNAMES = listed('mckenzie mulligan maitland');

/** Small words inside a surname: van der Berg, de la Cruz, Al Sayed. */
export const PARTICLES = listed(
  'al ap bin bint da dal de del della den der di do dos du el ibn la las le lo los mac mc san st ten ter van von',
);
