import { listed } from './listed.js';

/**
 * Of the 2,000 most frequent surnames of the United States (census of 1990: public domain) those that are no words: that the
 * FAQ speaks of a Thompson test says nothing of who Thompson is in a question.
 */
export const FREQUENT_SURNAMES = listed(`
  abbott abel abernathy abraham abrams acevedo ackerman acosta adair adams addison adkins aguilar aguirre akers akins
  aldrich aldridge alfaro alford allen allred alston alvarado alvarez ambrose amos anaya andersen anderson andrade andrews
  aragon arellano armstrong arredondo arrington ashby atkins atkinson atwood austin avery avila ayala ayers babb babcock
  baca baez baird baldwin ballard barajas barnard barnes barnett barnhart barr barrera barrett barron bartlett bartley
  bateman bauer bautista beal beasley beatty becker begay belanger bellamy beltran benavides benitez bennett benoit benson
  bentley benton berger bergeron bergman bermudez bernal betts bingham blackburn blackman blackmon blackwell blair blake
  blanchard blankenship blanton bledsoe blevins blount boggs bolton bonilla bonner boswell boucher boudreaux bowden bowen
  boyce boyer boykin boyle bradford bradshaw brady bragg brandt brantley brennan briggs britton broussard browne bruner
  bruno brunson bryant bryson buchanan buckner bullard burch burgos burkett burnett burnette burris burroughs byers bynum
  byrd byrne cabrera cahill caldwell calhoun callahan calloway calvert camacho campbell cano cantu capps cardenas carlisle
  carlson carlton carmichael carrillo carroll carson cassidy castaneda castillo castro caudill cervantes chacon chan chaney
  chappell chatman chavez chen childers childress cho choi christensen christiansen chu chung cisneros clark clarke clayton
  clements clemons cleveland clifton clinton cochran coffman coker colbert coleman colvin compton conklin conley connell
  connelly connolly connors conrad conway cooke cooley copeland corbett corbin corcoran cordero cordova corley cormier
  cornelius cornell cortes cortez costello covington cox crabtree crain cramer crandall crawford crocker crockett crosby
  crowe crowell crowley crum cruz cuevas cullen cummings cunningham dailey daniels darby darden darnell daugherty davidson
  davila davis dawkins dawson dejesus delacruz delaney deleon delgado delong dempsey dennison denny denton diaz dickerson
  dickinson dickson diggs dillard dillon dixon dodd dodson doherty dolan dominguez donahue donaldson donnelly donovan dooley
  doran dorsey dotson dougherty downey doyle driscoll drummond duarte dubois dudley duffy dugan dunbar duncan dunham dunlap
  dunn dupree duran durham dutton duvall dwyer easley eason eastman eaton echols edmonds edwards egan eldridge elkins elliot
  elliott ellis ellison elmore emerson engel engle enriquez epps erickson ervin erwin escobar esparza espinosa espinoza
  esposito estes estrada eubanks evans everett ewing farley farr farrell farris faulk faulkner feldman feliciano felton
  fenton ferguson fernandez ferreira ferrell ferris figueroa finley finn fischer fitzgerald fitzpatrick flanagan flores
  floyd flynn fontenot foote forbes fraser frazier friedman fuentes fulton gagne gagnon galindo gallagher gallegos gallo
  galloway galvan garcia garrett garza geiger gibbs gifford giles gillespie gilliam gillis gilmore gipson gleason goddard
  godfrey godwin goldberg goldman goldstein gomes gomez gonzales gonzalez goode goodrich goodson goodwin gould grayson
  greenberg greene greer gregg griffith griggs grimm grover grubbs guerra guerrero guevara guidry gunn gustafson guthrie
  gutierrez guzman haas hackett hadley hagan hagen hager hahn haines hairston haley hamilton hamlin hamm hammond hampton
  hancock haney hankins hanley hanna hansen hanson hardin hargrove harrell harrington harris harrison hartley hartman harvey
  haskins hatfield hathaway hawkins hayden hayes haynes haywood healy hearn hebert hedrick helton henderson hendricks
  hendrickson hendrix hensley henson hernandez herndon herrera herron hester hewitt hickman higgins hightower hilliard
  hilton hines hinkle hinson hinton hobbs hobson hodge hodges hogue holbrook holcomb holley hollingsworth hollis holloway
  holman holmes honeycutt hooker hopkins horne horton hoskins houston howell hoyt hubbard huber huddleston hudson huerta
  huffman huggins hughes humphrey hutchins hutchinson hutchison hutton huynh hyatt hyde ibarra inman irvin irving irwin ivey
  jacobs jacobsen jacobson jamison jaramillo jarrett jarvis jeffers jefferson jeffries jenkins jennings jensen jernigan
  jewell jimenez johnston jorgensen joyner juarez judd kaplan katz kauffman kaufman kearney keenan keene keller kelley
  kendall kendrick kennedy kenney kenny kerr kessler kidd kilgore kim kimball kimble kincaid kinney kirkland kirkpatrick
  kiser klein kline knapp knowles knox knutson koch koehler koenig kramer krause krueger kruse kuhn kurtz ladd ladner
  lancaster landis lange langford langston lanier lara larkin larsen lassiter latham lawson le leblanc ledbetter ledford
  lehman lester levine lim livingston lloyd lockett lockhart lockwood london longoria lopez lott lovell lovett lozano lucero
  lujan lund lundy lunsford lyles lyon lyons macdonald macias mackey maddox madrid magee maher mahoney maldonado malone
  maloney manley mann mansfield marcum marin marino marion marquez marrero martinez massey mata mathews mathis matos
  matthews maurer mayberry mayer mayfield maynard mcallister mcbride mccabe mccain mccall mccann mccarthy mccarty mccauley
  mcclain mcclellan mcclendon mcclure mccollum mcconnell mccord mccormick mccoy mccracken mccray mccullough mcdaniel
  mcdermott mcdonald mcdonough mcdowell mcelroy mcfadden mcfarland mcgee mcghee mcgill mcginnis mcgowan mcgrath mcgraw
  mcguire mcintosh mcintyre mckay mckee mckenna mckinley mckinney mckinnon mcknight mclain mclaughlin mclean mcleod mcmahon
  mcmanus mcmillan mcmullen mcnair mcnally mcnamara mcneal mcneil mcneill mcpherson mcqueen mcrae mcwilliams meade medeiros
  medrano meeks meier mejia melendez mendez mendoza mercado merrill merritt messer metcalf metz meyer meyers meza michaud
  michel middleton milligan milton mims mobley molina monroe montano montgomery montoya moran moreland moreno morrison
  morton moseley moser mosley moyer mueller mullins muniz munoz munson murdock murillo myers myles myrick nadeau napier
  naquin nash nava navarro neely neff negron newman newsome nguyen nichols nicholson nickerson nielsen nixon nolan norris
  norton norwood novak nunez oakley obrien ochoa oconnell oconnor odell odom odonnell ogden ohara oleary olsen olson oneal
  oneil oneill orozco orr ortega ortiz osborn osborne otero ott ouellette overton owens pacheco padgett padilla paige
  palacios parham parrish patel patterson patton paulson payne payton pearson pelletier pena pendleton penn pennington perez
  petersen peterson pettit pham phelps phillips phipps pickens pickett pierson pineda pittman pitts platt poe powell prather
  prescott presley preston pritchard pruitt pryor puckett purcell purvis putnam quinn quintana quintero ragland rainey ramey
  ramirez ramos ramsey randle randolph rangel rankin rasmussen ratliff reagan redmond reece reese reyes reyna reynolds
  rhoades rhodes richards richardson richey rios ritchie rivera roark roberson roberts robertson robinson robison rocha
  rodgers rodrigues rodriguez rodriquez rojas rollins romero rosado rosales rosas rosen rosenberg ross rossi roth rowe
  rowell rowland rubio rucker rudolph ruiz russo rutledge sadler saenz salas salazar saldana salgado sampson samuels sanchez
  sanderson sandoval sanford santana santiago sapp sargent saunders schaefer schafer schaffer schmidt schmitt schmitz
  schneider schroeder schultz schulz schwartz scruggs seay segura sewell seymour shafer shaffer shapiro sharpe sheehan
  sheffield sheldon shelton shepard sheppard sheridan sherman sherwood shipley shultz siegel simmons simms simons simpson
  sinclair singh sizemore skaggs smallwood snyder solomon sorensen sosa soto souza spaulding spivey sprague stafford stahl
  staley stanford stanton stapleton starnes steele steiner stephenson stevenson stinson stovall stratton strickland stubbs
  suarez suggs sullivan sutherland sutton swanson swartz swenson sylvester tackett talley tapia tatum teague terrell thayer
  thompson thorne thornton thurman tidwell tilley tillman timmons tipton tobin tolbert tomlinson tompkins torres tovar
  townsend tran trejo trent trevino triplett tripp trujillo tuttle tyson valdez valentin valenzuela valle vance vann vargas
  varner vasquez vaughan vaughn vazquez velasquez velazquez velez ventura vick vickers villalobos villanueva villarreal
  villegas vinson vogel vogt voss wagner walden waldron wallace walsh walters walton wang washburn washington watkins watson
  webb webber weiss werner westbrook weston whalen whaley whitaker whitfield whitley whitlock whitman whitt whittaker
  whitten wiggins wilcox wiley wilkerson wilkes wilkins wilkinson willard williamson willis wilson winslow winston wiseman
  witherspoon witt wolfe wolff womack woodall woodard woodson worley wray wu wyatt xiong yarbrough yazzie ybarra yeager
  yoder youngblood zamora zavala ziegler zimmerman zuniga`);

/**
 * Names from all over the world (the lists of @faker-js/faker, MIT license) that are rare words of English, or one slip from a
 * word, without the words that people use.
 */
export const NAMES_OF_THE_WORLD = listed(`
  achille adonis alexandrine alexine aliyah alvine amabile amadou amandine amaryllis anastacio anastase anastasie andromeda
  anina aurelian avital bagan bailee bakhtiyor balthazar banna beate berthe boaten bodhi bolm boniface bonny brahma bridie
  carneiro carrieri carriero casu cerise cherish claes claesson clarenzio cleve clovis colins concetto constanta constantia
  contessa cornel cyprian damar damayanti damiana daris darshan davide davidsen denner diamanti drahotin dulcinea eglantine
  elvan emmet evin fabricia fabricio fahrettin fedora fiacre fortunee garnet garuda gerardina geronimo giordani giuliana
  giustiniano gordiano gottardo graudina guyot hakim hamzah hazan helio helmut heru hidde hilar hron illuminato imran
  innocenza jacinthe juvenal kanaka khalifa kirana lamia ledion leide liana lieve liman linke linus lipus loek lotte
  lucrezia maddison madid mael maharjan makar manal marijana marly marquise maxim maximus meral merel merry mesquita mirco
  mossie mozes murti mustonen nadir nanna napoleon natanael neele nera nicholaus nicklaus nicoline nimrod ninon octave orhan
  osmund otho palladia pansy pantaleon paolo pascal pasquali perikles pernilla persson pesaresi petar petri philippine pooja
  poornima poul prasetya quarto resat riccarda riccardo richarda runa salzmann sander santinelli saporito savanna schedler
  scheuring sebastiao seraphin serge severo shany siddhi sidy sienna sihotang simoni siti smriti solon somu spinu steeve
  stela streck sude talabani talon tandon taras tarcisio taurean tawny tiara timea timoleon timon timothee trine ulices
  undine valerian vasilina vesper zephyr zineb`);
