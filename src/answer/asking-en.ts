/** How English asks for each kind of answer. Matched against folded text: lower case, no accents. */
import type { Asking } from './question-kind.ts'

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

export const english: readonly Asking[] = [
  ['percent', `${what}(?:percentage|percent|per cent|share|proportion|fraction|rate)\\b|how (?:many|much) per ?cent`],
  ['percent', '(?:what|which) (?:percentage|percent|per cent|share|proportion|fraction)\\b|percent(?:age)? of'],
  ['age', `how old|${what}age\\b|(?:at )?what age|^age\\b`],
  ['clock', '(?:at )?(?:what|which) (?:time|hour)\\b(?! period)|when exactly'],
  ['year', '(?:in |since |of |by |from )?(?:what|which) (?:was the |is the )?years?\\b'],
  [
    'money',
    `how much ${often}(?:cost|pa(?:y|id)|worth|money|earn|spen[dt]|rais|charg|sell|sold|price|fine|insur|donat|award|reward)`,
  ],
  [
    'money',
    "how much (?:is|was|are|were|did|does|do) (?:a |an |the )[\\w' -]{1,40}$|how much in (?:pounds|dollars|euros)",
  ],
  [
    'money',
    `what(?:'s|s| is| was| are| were| did) (?:[\\w'-]+ ){0,4}(?:price|cost|budget|salary|fee|revenue|turnover|profit|fine|toll|fare|reward|insured for|worth|value)s?\\b`,
  ],
  ['money', 'how (?:expensive|pricey)|^(?:total |the )?(?:cost|price|budget|fee|salary)s?\\b'],
  [
    'duration',
    '(?:for )?how long (?:ago |after |before |until |till )?(?:did|does|do|has|have|had|will|is it|it|would|must|can|could|should|to)\\b',
  ],
  ['duration', 'how many (?:more )?(?:days|weeks|months|years|hours|minutes|seconds|decades|centuries)|how late\\b'],
  ['duration', `${what}duration\\b`],
  ['weight', `how heavy|how much ${often}weigh|${what}(?:weight|mass|tonnage)\\b|how many (?:tons|tonnes|kilos|kg)\\b`],
  ['speed', `how fast|(?:at )?${what}speed\\b|(?:at )?(?:what|which) speed\\b`],
  ['area', `what(?:'s|s| is| was)${the}${some} (?:area|surface)\\b|how many (?:acres|hectares|square)`],
  ['temperature', `(?:at )?${what}temperature\\b|how (?:hot|cold|warm)\\b|how many degrees`],
  ['extent', 'how long'],
  ['length', 'how (?:tall|high|far|deep|wide|thick|big|large|close|near)\\b'],
  ['length', `${what}(?:length|height|width|depth|distance|size|diameter|thickness|altitude|elevation|dimensions?)\\b`],
  [
    'length',
    'how many (?:miles|kilomet\\w+|feet|met(?:er|re)s|inches|yards|km)\\b|^(?:length|height|width|size|distance)\\b',
  ],
  ['amount', 'how (?:many|much)|how (?:often|frequent\\w*|loud|strong|powerful|bright)\\b|(?:nb|number|amount) of'],
  ['amount', `${what}(?:number|amount|population|score|toll|capacity|total|frequency|volume|ratio|quantity)\\b`],
  ['date', '(?:since |until |till |by )?when\\b|^date\\b'],
  [
    'date',
    '(?:on |in |at |by |during |since )?(?:what|which) (?:was |is )?(?:the )?(?:exact )?(?:date|day|month|century|decade|season|era|period)s?\\b',
  ],
  ['name', `${what}(?:name|title|nickname)s?\\b|what name|^names? of|what (?:do|does|did) (?:\\w+ ){1,3}call`],
  ['name', `(?:what|which)\\b${often}(?:called|named|known as|nicknamed|titled|renamed|dubbed)`],
  ['person', '(?:by |with |to |from |for |against |of )?(?:who|whom|whose|whos|whoever)\\b'],
  ['person', `(?:by |to |with )?(?:what|which) (?:${role})s?\\b`],
  ['place', "(?:from |to )?where(?:s)?\\b|what(?:'s| is| was) (?:the )?(?:capital|location|birthplace)\\b"],
  ['place', `(?:in |on |at |from |to |near |of )?(?:what|which) (?:${place})\\b`],
  [
    'reason',
    'why\\b|what for\\b|how come|what (?:caused|led to|made|causes|prompted|triggered)\\b|^(?:reason|cause)s?\\b',
  ],
  ['reason', `(?:for )?${what}(?:reason|cause|purpose|aim|goal|motive|motivation)s?\\b|for what reason`],
  [
    'reason',
    `what(?= (?:killed|kills)\\b)|(?:what|how)(?= (?:did|do|does|has|have|had|were|was|is) ${often}(?:die|died|dies|dead|killed|perish\\w*)\\b)|cause of death`,
  ],
  ['definition', "what(?:'s|s| is| are| was| were) (?:(?:an?|the) )?[\\w'-]+(?: [\\w'-]+)? ?\\??$"],
  ['definition', "define\\b|what (?:does|did|do) [\\w' -]{1,60} (?:mean|stand for|refer to)|(?:meaning|definition) of"],
  ['manner', 'how\\b'],
  ['other', '(?:what|which)\\b'],
]
