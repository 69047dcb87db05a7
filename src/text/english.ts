/** What `text/` knows of English. */
import { stemmer } from '@orama/stemmers/english'
import { stopwords } from '@orama/stopwords/english'
import { synonyms } from './synonyms-en.ts'
import { forms, type LanguageTable, words } from './table.ts'

/** Adds to the package's list what it lacks: the article a, adverbs, and contractions as they are typed in a chat. */
const moreStopWords = words(`
  a s t d ll re ve m st nd rd th whose whatever whether nb please yes ok
  whats whos wheres whens hows whys thats theres heres lets im ive youre hes shes theyre weve
  dont didnt doesnt isnt wasnt arent werent cant couldnt wont wouldnt shouldnt hasnt havent hadnt
  also upon within without per via though although yet still ever never always already just even
  u r ur wat wht wich hw cuz bc pls plz thx gonna wanna
  much many lot lots since till toward towards among onto instead rather quite
`)

/** Verbs and plurals whose forms share no stem; the numerals lead to their figure, in every language the same. */
const irregular = forms(`
  2 two
  3 three
  4 four
  5 five
  6 six
  7 seven
  8 eight
  9 nine
  10 ten
  11 eleven
  12 twelve
  13 thirteen
  14 fourteen
  15 fifteen
  16 sixteen
  20 twenty
  30 thirty
  40 forty
  50 fifty
  60 sixty
  100 hundred hundreds
  1000 thousand thousands
  become became becomes becoming
  begin began begun begins beginning
  break broke broken breaks
  bring brought brings
  build built builds building buildings
  buy bought buys
  catch caught catches
  child children
  choose chose chosen chooses
  come came comes coming
  die died dies dying
  draw drew drawn draws
  drive drove driven drives
  eat ate eaten eats
  fall fell fallen falls
  feel felt feels
  fight fought fights
  find found finds
  fly flew flown flies
  foot feet
  forget forgot forgotten
  give gave given gives
  go went gone goes going
  grow grew grown grows
  hear heard hears
  hold held holds
  keep kept keeps
  know knew known knows
  lead led leads
  leave left leaves
  lend lent lends
  life lives
  lie lay lain lying
  lose lost loses
  make made makes making
  man men
  mean meant means
  meet met meets
  mouse mice
  pay paid pays
  ride rode ridden rides
  ring rang rung
  rise rose risen rises
  run ran runs
  say said says
  see saw seen sees
  seek sought seeks
  sell sold sells
  send sent sends
  shoot shot shoots
  show shown shows showed
  sing sang sung
  sink sank sunk sinks
  sit sat sits
  sleep slept sleeps
  speak spoke spoken speaks
  spend spent spends
  stand stood stands
  steal stole stolen
  strike struck stricken strikes
  swim swam swum
  take took taken takes
  teach taught teaches
  tell told tells
  think thought thinks
  throw threw thrown throws
  tooth teeth
  understand understood understands
  wear wore worn wears
  wife wives
  win won wins
  woman women
  write wrote written writes
`)

export const english: LanguageTable = {
  stopWords: [...stopwords, ...moreStopWords],
  names: new Set(words('US WHO IT May')),
  generic: words(`
    article text story passage paragraph document subject question answer summary
    say tell talk explain mention mean know
    person people ppl someone anyone somebody anybody everyone thing something anything example case way kind sort type
    make go get give happen call find use take put become
    name number date year day month moment time duration age country city place location reason percentage percent
  `),
  // French names: l'Oréal, d'Estaing.
  elisions: new Set(['l', 'd']),
  titles: new Set(words('mr mrs ms messrs dr prof st rev hon gen col maj capt cpt lt sgt cpl gov sen rep adm cmdr mt')),
  numbered: new Set(words('p pp no nos art ch fig figs vol vols sec')),
  abbreviations: new Set(
    words(
      'etc e.g i.e vs cf ca al ed eds approx inc ltd co corp dept jr sr jan feb mar apr jun jul aug sep sept oct nov dec',
    ),
  ),
  irregular,
  synonyms,
  stem: (folded) => stemmer(folded),
}
