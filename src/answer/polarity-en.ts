/** What turns or holds back a sentence in English, see `polarity-words.ts`. Folded. Data. */
export const negations = 'not no never none nobody nothing neither nor without cannot hardly scarcely barely unable'

/** One a line. */
export const hedges = `
  alleged
  allegedly
  reportedly
  supposedly
  apparently
  may
  might
  could
  possibly
  probably
  perhaps
  maybe
  likely
  suspected
  about
  around
  approximately
  roughly
  nearly
  almost
  at least
  at most
  up to
  more than
  less than
  seems
  seemed
  appears
  appeared
  arguably
  presumably
  seemingly
  potentially
  conceivably
  purportedly
  ostensibly
  rumoured
  rumored
  thought to
  expected to
  expects to
  expect to
  hopes to
  hope to
  plans to
  plan to
  aims to
  intends to
  at the earliest
  at the latest
  believed to
  said to
  in part
  partly
  sometimes
  usually
  generally
  often
  as many as
  as much as
  as few as
  no more than
  no less than
  no fewer than
  close to
  virtually
  practically
  just over
  just under
  fewer than
  somewhat
`

/** Words to the left say the contrary of those to the right. */
export const opposites = `
  injured wounded hurt | killed dead
  adopted passed | rejected defeated
  admitted acknowledged | denied disputed
  exceed exceeds above | below under
  valid | invalid void expired
  fails fail failed | passes pass passed succeeds
  few | most many
  average mean | maximum minimum peak
  built constructed | demolished destroyed blew
  keeps kept retains | loses lost
  ahead | behind
  away | home
  halved halve halves | doubled double doubles tripled
  planned scheduled | cancelled canceled
  jointly together | separately
  peak highest | lowest trough
  proposed recommended | rejected withdrew
  creating created | loss losing lost cut cutting
  seriously severely badly gravely | slightly lightly
  optional voluntary | compulsory mandatory obligatory required
  released freed | arrested detained jailed
  praised welcomed | criticised criticized condemned
  unchanged stable | rose fell increased decreased changed
  fully entirely completely | partly partially
  doubled tripled quadrupled halved | fell fall rose rise grew grow increased decreased dropped
  more | less fewer
  most | least
  increase increased increases rise rises rose grew grow grows gain gained | decrease decreased decreases fall falls fell drop dropped drops decline declined lost
  before | after
  above over | below under
  first | last
  early earlier | late later
  high higher highest tall taller tallest | low lower lowest short shorter shortest
  large larger largest big bigger biggest great greater greatest | small smaller smallest little
  long longer longest | short shorter shortest
  many | few
  good better best | bad worse worst
  strong stronger strongest | weak weaker weakest
  rich richer | poor poorer
  old older oldest | new newer newest young younger youngest
  open opened opens opening | close closed closes closing shut
  begin began begun begins start started starts beginning | end ended ends finish finished stop stopped
  win won wins | lose lost loses
  accept accepted accepts agree agreed agrees approve approved | reject rejected rejects refuse refused refuses
  support supported supports favour favor | oppose opposed opposes against
  allow allowed allows permit permitted | forbid forbidden forbade ban banned prohibit prohibited prevent prevented
  succeed succeeded success | fail failed failure
  arrive arrived arrives enter entered | leave left leaves depart departed
  buy bought buys | sell sold sells
  up upward | down downward fell fall falls dropped drop drops decreased declined
  down | rose rise rises increased grew
  widen widened widens | narrow narrowed narrows shrank shrink shrunk
  inside within | outside
  with | without
  true | false
  possible | impossible
  legal | illegal
  safe safer | dangerous unsafe
  cheap cheaper | expensive dearer
  easy easier | hard harder difficult
  fast faster quick quickly | slow slower slowly
  north northern | south southern
  east eastern | west western
  left | right
  public | private
  alive living | dead
  friend ally allies | enemy enemies
  war | peace
  add added adds | remove removed removes
  include included includes including | exclude excluded excludes excluding
  confirm confirmed confirms | deny denied denies
  always | never
  all every everyone everybody | none nobody
  same | different
  both | neither
  success | failure
  longest | shortest
  hired appointed | dismissed fired sacked
  rejected | approved
  firm firmer | soft softer
  wet | dry
  hot hotter warm warmer | cold colder cool cooler
  dark darker | light lighter
  deep deeper | shallow
  thick thicker | thin thinner
  ill sick | healthy well
  found | lost
  son sons | daughter daughters
  father fathers mother mothers | son sons daughter daughters
  father | mother
  husband | wife
  brother | sister
  man men boy boys | woman women girl girls
  victory | defeat
  ancient | modern
  common | rare
  born birth | death
  life | death
  day daytime | night nighttime
  growth expansion | decline contraction
  internal | external
  inner | outer
  major | minor
  majority | minority
  maximum | minimum
  upper | lower
  top | bottom
  front | back rear
  positive | negative
  wide broad | narrow
  strength | weakness
  advantage | disadvantage
  benefit beneficial | harm harmful
  profit | loss
  male | female
  boy | girl
  king | queen
  uncle | aunt
  urban | rural
  domestic | foreign
  direct | indirect
  formal | informal
  full | empty
  heavy heavier | light lighter
  near close | far distant
  active | inactive passive
  natural | artificial
  permanent | temporary
  visible | invisible
  winner | loser
  import imports imported | export exports exported
  present presence | absent absence
  past | future
  guilty | innocent
  expand expanded | shrink shrank contract
  strengthen strengthened | weaken weakened
  improve improved improvement | worsen worsened deterioration
  encourage encouraged | discourage discouraged
  create created build built | destroy destroyed demolish demolished
  attack attacked attackers | defend defended defenders
  simple | complex complicated
  single | multiple several
  spring | autumn fall winter
  cost costs | create creates save saves
  twice double | half
  summer | winter autumn spring
  first | second third fourth fifth
  second | third fourth fifth
  double twofold | triple threefold quadruple
  acquit acquitted | convict convicted condemn condemned
  morning | evening
  liberal | conservative
  horizontal | vertical
  senior | junior
  offensive offense | defensive defense
  voluntary | compulsory mandatory
  dependent | independent
  similar | different dissimilar
  agree agreement | disagree disagreement
  beneath underneath | above
  ascending ascend climbed | descending descend
  success successful | failed unsuccessful
  known | unknown
  likely | unlikely
  able | unable
  equal | unequal
  regular | irregular
  official | unofficial
  popular | unpopular
  important | unimportant insignificant
  significant | insignificant
  sufficient | insufficient
  available | unavailable
  stable | unstable
  necessary | unnecessary
  happy | unhappy sad
  fair just | unfair unjust
  correct right | incorrect wrong
  complete | incomplete
  perfect | imperfect
  limited | unlimited
  literate | illiterate
  military | civilian
  religious | secular
  theoretical | practical
  objective | subjective
  abstract | concrete
  ascent | descent
  ally | rival
  friendly | hostile
  clean | dirty polluted
  loud | quiet
  smooth | rough
  sharp | blunt
  solid | liquid
  acid acidic | alkaline
  odd | even
  superior | inferior
  excess surplus | shortage deficit
  employed employment | unemployed unemployment
  majority | few
  everywhere | nowhere
  everything | nothing
  often frequently | rarely seldom
  partially partly | fully entirely completely
  same identical | opposite
  slightly | greatly significantly
  beginning | ending conclusion
  departure | arrival
  birth | extinction
  reward rewarded | punish punished punishment
  freedom | slavery captivity
  free | enslaved captive
  victim victims | perpetrator perpetrators
  teacher teachers | student students pupil pupils
  doctor | patient
  employer employers | employee employees
  buyer | seller
  parent parents | child children
  ancestor ancestors | descendant descendants
  predecessor | successor
  cause causes | effect effects consequence
  question | answer
  student | professor
  quickly rapidly | slowly gradually
`
