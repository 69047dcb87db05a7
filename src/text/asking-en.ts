/** How English asks for each kind of answer. Matched against folded text: lower case, no accents. */
import { type Asking, asking } from './asking.ts'

const is = "(?:'s|s| is| was| are| were)?"
const the = '(?: the| its| his| her| their)?'
const some = "(?: [\\w'-]+)?"
const what = `(?:what|which)${is}${the}${some} `
const often = "[\\w' -]{0,60}\\b"
const role =
  'man|woman|person|people|minister|president|mayor|engineer|author|king|queen|emperor|pope|captain|player|coach|' +
  'scientist|architect|doctor|general|leader|artist|painter|writer|actor|actress|singer|philosopher|inventor|' +
  'explorer|researcher'
const place =
  'country|countries|city|cities|town|place|region|village|continent|sea|ocean|island|street|stadium|port|harbou?r|' +
  'state|county|river|province|area|location|building|capital|airport'

/** Words of which a question must have one for a row to match, so that the others are never compiled. */
const WHAT = ['what', 'which']
const HOW_MANY = ['how many']
const HOW_MUCH = ['how much']
const HOW_LONG = ['how long']

export const english: readonly Asking[] = [
  asking('percent', what, 'percentage|percent|per cent|share|proportion|fraction|rate', '\\b'),
  ['percent', 'how (?:many|much) per ?cent|(?:what|which) (?:per ?cent(?:age)?|share|proportion|fraction)\\b'],
  ['percent', 'percent(?:age)? of'],
  asking('age', `(?:${what}|(?:at )?what )`, 'age\\b'),
  ['age', 'how old|^age\\b'],
  ['clock', '(?:at )?(?:what|which) (?:time|hour)\\b(?! period)|when exactly'],
  asking('year', '(?:in |since |of |by |from )?(?:what|which) (?:was the |is the )?', 'years?\\b'),
  [
    'money',
    `how much ${often}(?:cost|pa(?:y|id)|worth|money|earn|spen[dt]|rais|charg|sell|sold|price|fine|insur|donat|award|reward)`,
    HOW_MUCH,
  ],
  [
    'money',
    "how much (?:is|was|are|were|did|does|do) (?:a |an |the )[\\w' -]{1,40}$|how much in (?:pounds|dollars|euros)",
    HOW_MUCH,
  ],
  asking(
    'money',
    "what(?:'s|s| is| was| are| were| did) (?:[\\w'-]+ ){0,4}",
    'price|cost|budget|salary|fee|revenue|turnover|profit|fine|toll|fare|reward|insured for|worth|value',
    's?\\b',
  ),
  ['money', 'how (?:expensive|pricey)|^(?:total |the )?(?:cost|price|budget|fee|salary)s?\\b'],
  [
    'duration',
    '(?:for )?how long (?:ago |after |before |until |till )?(?:did|does|do|has|have|had|will|is it|it|would|must|can|could|should|to)\\b',
    HOW_LONG,
  ],
  ['duration', 'how many (?:more )?(?:days|weeks|months|years|hours|minutes|seconds|decades|centuries)', HOW_MANY],
  ['duration', 'how late\\b'],
  ['duration', `${what}duration\\b`, ['duration']],
  ['weight', `how much ${often}weigh`, HOW_MUCH],
  ['weight', 'how heavy|how many (?:tons|tonnes|kilos|kg)\\b'],
  asking('weight', what, 'weight|mass|tonnage', '\\b'),
  ['speed', `(?:at )?${what}speed\\b|(?:at )?(?:what|which) speed\\b`, ['speed']],
  ['speed', 'how fast'],
  ['area', `what(?:'s|s| is| was)${the}${some} (?:area|surface)\\b`, ['area', 'surface']],
  ['area', 'how many (?:acres|hectares|square)', HOW_MANY],
  ['temperature', `(?:at )?${what}temperature\\b`, ['temperature']],
  ['temperature', 'how (?:hot|cold|warm)\\b|how many degrees'],
  ['extent', 'how long', HOW_LONG],
  ['length', 'how (?:tall|high|far|deep|wide|thick|big|large|close|near)\\b'],
  asking(
    'length',
    what,
    'length|height|width|depth|distance|size|diameter|thickness|altitude|elevation|dimensions?',
    '\\b',
  ),
  ['length', 'how many (?:miles|kilomet\\w+|feet|met(?:er|re)s|inches|yards|km)\\b', HOW_MANY],
  ['length', '^(?:length|height|width|size|distance)\\b'],
  ['amount', 'how (?:many|much)|how (?:often|frequent\\w*|loud|strong|powerful|bright)\\b|(?:nb|number|amount) of'],
  asking('amount', what, 'number|amount|population|score|toll|capacity|total|frequency|volume|ratio|quantity', '\\b'),
  ['date', '(?:since |until |till |by )?when\\b|^date\\b'],
  asking(
    'date',
    '(?:on |in |at |by |during |since )?(?:what|which) (?:was |is )?(?:the )?(?:exact )?',
    'date|day|month|century|decade|season|era|period',
    's?\\b',
  ),
  ['name', `${what}(?:name|title|nickname)s?\\b|what name`, ['name', 'title']],
  ['name', 'what (?:do|does|did) (?:\\w+ ){1,3}call', ['call']],
  ['name', '^names? of', ['name']],
  [
    'name',
    `(?:what|which)\\b${often}(?:called|named|known as|nicknamed|titled|renamed|dubbed)`,
    ['called', 'named', 'known as', 'titled', 'dubbed'],
  ],
  ['person', '(?:by |with |to |from |for |against |of )?(?:who|whom|whose|whos|whoever)\\b'],
  asking('person', '(?:by |to |with )?(?:what|which) ', role, 's?\\b'),
  ['place', "(?:from |to )?where(?:s)?\\b|what(?:'s| is| was) (?:the )?(?:capital|location|birthplace)\\b"],
  asking('place', '(?:in |on |at |from |to |near |of )?(?:what|which) ', place, '\\b'),
  [
    'reason',
    'why\\b|what for\\b|how come|what (?:caused|led to|made|causes|prompted|triggered)\\b|^(?:reason|cause)s?\\b',
  ],
  asking('reason', `(?:for )?${what}`, 'reason|cause|purpose|aim|goal|motive|motivation', 's?\\b'),
  ['reason', 'for what reason'],
  ['reason', 'what(?= (?:killed|kills)\\b)|cause of death', ['kill', 'death']],
  [
    'reason',
    `(?:what|how)(?= (?:did|do|does|has|have|had|were|was|is) ${often}(?:die|died|dies|dead|killed|perish\\w*)\\b)`,
    ['die', 'dead', 'killed', 'perish'],
  ],
  ['definition', "what(?:'s|s| is| are| was| were) (?:(?:an?|the) )?[\\w'-]+(?: [\\w'-]+)? ?\\??$", WHAT],
  asking('definition', "what (?:does|did|do) [\\w' -]{1,60} ", 'mean|stand for|refer to'),
  ['definition', 'define\\b|(?:meaning|definition) of'],
  ['manner', 'how\\b'],
  ['other', '(?:what|which)\\b'],
]
