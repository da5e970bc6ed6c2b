import { listed } from './listed.js';

/**
 * Words of two to four letters that people use. A dictionary for word games has some five thousand, and among them too many
 * names (abbe, amir, ines) for a short word to be believed because it stands there.
 */
export const SHORT_WORDS = listed(
  `
  aced acre ad ado ads afar aft aged aid aids ails ake amid ammo amp amps anew ant ante ants ape apes aria army atom
  atop auld aura auto awe ax axe axes axle babe bail bait bake bald ban bang bar bare barf bark barn bars bash bat
  bats bead beak beam bean beef beep bees bet bets bid bids bile bind bins biz blah blip blob blog blot blur boar bod
  bog boil bold bolt bomb boom bop born bout bozo brag bran brat bred brim bro brow buds buff bug bugs bulb bulk bull
  bums bun buns buoy bury bush bust cab cabs cad cane cash cave cent chap chef chic chop chum clam clan claw clip
  clog club clue coal coax coed coma comb cone cons cook coot cop cops cork corn cosy cot cots coup cow cows coz cozy
  crab cram crew crib crit crop crow crud cube cue cues cult curb cuss czar dab daft dah dam dame damp darn dart dash
  de deck deed deem deer defy deli demo den dew dial dibs dice died diff dim dime dine dire dirt dish dive dock dodo
  dojo dome doom dope dork dorm dost drab drip dual dub duct dud dude duds duel duet dug duly dumb dump dune dupe
  dusk duty dye dyed earn edit eel eels ego egos envy eons epic era ers evil exec exit eyed fake fame fare fart fate
  fax feat fee feed fees fend fest feud fib fig figs fin fins fist fizz flak flaw flea flee flip flop flu flux fly
  foe foes fog fold fond font fool fore fork foul fowl frat fray fret fro frog fry fund funk fur furs fury fuse fuss
  fuzz gab gaff gag gags gal gals gang gap gaps gash gays gaze gear geek gem gems germ gigs gimp git glee glib glow
  glue glum goat gon goo goof gook goon gory gosh gout grid grin grit grog grub gulp guru gush guv hack hag halo ham
  hang harp hash hast hat hats haul hay haze heap heir hem hen hens hep herd hex hide hint hive hoax hock hoe hog
  hogs hole honk hood hoof hoop hoot hors hos host hug hugs huh hula hull hum hump hums hunk hunt hurl hut huts hymn
  hype iced icky icon idle idly idol ifs inch ing ink inn ish isle jab jail jam jams java jazz jeep jerk jest jet
  jets jib jig jive jolt jot jug jugs junk jury keel keg kegs kilo kilt kink kiss kite kits kiwi lac lace lad lads
  lamb lame lap laps lard lash lava leaf lens lest lewd liar lib lice lick lid lids lied lime limo lint lion loaf
  lobe loco lode loft log logo logs lone loon loop loot lore loss lox lug lull lure mag mall malt mast mat mate mats
  maze meat med mega mem memo mend mesh mess met mic mid mill mime mini mint mist mite mitt moat mob mojo mold moly
  mono moot mop morn moth mow muck mud mule mush muss mute mutt nag narc neon nerd nest net nets nigh nip nook nuke
  nun nuns nut nuts oaf oak oar oars oath oats ogre oily omen ops orb ore owed owl owls ox pact pail palp pals pan
  pans pap par paw paws pea pear peas peck pee peed peep peer pep perk perm perp perv pest pew phat pier pig pigs
  pile pill pimp pint pips pit pits pity plea plop plot plow ploy plug plum pod pods poet pogo poke polo pond pony
  pork pose posh pour pout pox prey prom prop pry pub puck puff pulp pun punk punt puny pup pups pure purr putt putz
  quid rack racy rad raft rag rage rags raid rail rake ram ramp rank rant rap rave reap rear rec redo reef reek ref
  rein rep reps revs rice rift rig rim rims rink riot rip rips rite roam roar robs rom rot rots rude rum rump rung
  runt rut rye sac sack sail sake sane sap saps sash sass sat scum seal seam sec sect seed semi sera sew sewn shed
  sift silk silo sin sins sip sire skid skim skit slab slag slam sled slew slit slob slop slum sly smog smug snip
  snob snot snug soak soar sod soda solo soot soul sow soy span spar spec sped spin spit spry spud spy stab stat stem
  stew stir stow stub stud stun sued sulk sum sumo sums sunk swab sync tab tabs tack taco tact tad tag tags tail tale
  tame tane tar tarp tart tat taut taxi tee temp tent thaw thud thug thus tick tidy tie tied tier ties tin toad tofu
  toga toil tomb tome ton tons toon toot tote tots tour tout tow toy toys tram trig trim trio trot tuba tube tuna
  tune tush tux twig twit typo tyre undo uns unto ups urge urn vamp vase vat veal veil vent verb vest vet veto vets
  vial vibe vice vile vino visa void vote vow vows wack wad wage wail wand warp wary wasp wed wee weld whim whip whiz
  whup wig wigs wilt wily wimp win wink wino wins wit wits woe wok wolf womb won worm writ wuss yak yams yap yum zap
  zeal zest zinc zing zip zit zoo zoom zoos`,
  // Of the common words of SCOWL (sizes 10 to 35, Kevin Atkinson, free to use) those that no list of names has: neither the census
  // of 1990 among its given names and 5,000 most frequent surnames nor @faker-js/faker.
  `
  abet ably aces ahoy ail airy ajar alas ale alga alms alto amok anon aped apex apt arid ark arks avid avow awed awes awry
  axed axis aye ayes bale balk bask baud bawl beet bib bibs bide bin blab bloc boa bobs bogs boo boon boor boos brew bung
  bunk buzz bye byes byte calk cape cask caw caws cede chug clad clef clod cob cobs cod cods cog cogs coil coke coo coop
  coos cove crag crux cub cubs cued cull curd dabs dais dams dank daze deft dens dike dims din dins doer dole dote dour doze
  drum dubs dunk duo dyes eave ebb ebbs eke eked ekes elf elk elks elm elms emit eon eras ergo err errs etch eves ewe ewes
  fang faze fen fez fir firs flit flog flue foal fogy foil foxy fume furl gabs gape garb gawk geed gees gent gibe gig gild
  gilt gin gins glut gnat gnaw gnu gnus gob gobs gong gown grim gulf gull hags hail hams hark hemp hems hew hews hilt hobo
  hoed hoes hone hove howl hub hubs hued hues hulk hush husk ilk imp imps inky inns ins ions iota ire irk irks jamb jays
  jeer jell jibe jigs jilt jots judo jut jute juts kelp kiln lade lair lamp lark lath laud leek leer lieu lilt lisp loam lob
  lobs loin loll loom lop lope lops lugs lurk lush lute lye lyre maid maim mash mask maul meow mew mews mien mire mod molt
  moo moor mope mops mows musk nab nabs nags nape navy nay nays newt nips nit nits noes noun oafs oboe ode odes odor ohm
  ohms ohs okra onus opus ores oust oval ovum oxen pall pane pare pars peal peat pegs pelt peon peps pert pews pine pis plod
  ply poky poll pram prim prow puma puns pyre qua quay quip rams raps rapt rasp raze ream reel rend rigs rile rind ripe roes
  romp rook rote rout rue rued rues rums ruse ruts sacs saga sear seep seer sews shod shoo shun shut sic sics sill silt sine
  sing sips skew slat slay slog slug slur snag snub sods sop sops sown sows spay spew stag suds sup swat swig swum talc tans
  tars teak teat teed teem tees thee thou thy tide tiff ting tins tint toed toll tot tows trek tuft tusk twee ugh urns vain
  vane vats veer vend vex vie vied vies vine vise volt wads waft wag wags waif wavy waxy wean weer wees welt whet whew whir
  whoa wiry wisp wist wive wiz woes woks woof woos wot wove wow wows wry yaks yam yank yaps yelp yens yew yews yoke yowl
  yuck zany zeta zips`,
);
