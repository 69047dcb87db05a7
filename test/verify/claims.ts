/** Claims whose quotation is true and whose own words are not, made from every sentence of the shipped articles. */
import { answered, type Case, claim, type Language, type Outcome, type Sentence, sentencesOf, wordsOf } from './case.ts'

type Change = (sentence: Sentence, index: number, language: Language) => string | undefined

const changedOnly = (text: string, change: (text: string) => string): string | undefined => {
  const changed = change(text)
  return changed === text ? undefined : changed
}
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]
const bare = (text: string): string => text.replace(/[.!?…\s]+$/u, '')
/** A claim in other words than the sentence's, so that it is not the paragraph's own text. */
const told = (text: string, language: Language): string =>
  `${language === 'fr' ? 'Selon l’article, ' : 'According to the article, '}${text}`

const names = {
  fr: [
    'Angela Merkel',
    'Dupont',
    'Marie Durand',
    'Obama',
    'Microsoft',
    'Tokyo',
    'le Canada',
    'la NASA',
    'Martin',
    'Kofi Annan',
  ],
  en: [
    'Angela Merkel',
    'Johnson',
    'Mary Thompson',
    'Obama',
    'Microsoft',
    'Tokyo',
    'Canada',
    'NASA',
    'Edison',
    'Kofi Annan',
  ],
}
/** A capital inside the sentence, one word or several. */
const inside = /(?<=[\p{Ll},] )(?:\p{Lu}[\p{L}’-]+)(?: \p{Lu}[\p{L}’-]+)*/u
const nameTails = {
  fr: ['selon Angela Merkel', 'a précisé Jacques Durand', 'rapporte Le Monde', 'comme au Canada'],
  en: ['according to Angela Merkel', 'said Jack Thompson', 'The Guardian reports', 'as in Canada'],
}
const numberTails = {
  fr: ['pour un coût de 47 millions d’euros', 'soit 63 % de plus', 'depuis 1987', 'au bout de dix-neuf mois'],
  en: ['at a cost of 47 million euros', 'which is 63% more', 'since 1987', 'after nineteen months'],
}
const tails = {
  fr: [
    'ce qui a provoqué la colère des commerçants',
    'malgré les protestations des syndicats agricoles',
    'afin de séduire les électeurs indécis',
  ],
  en: [
    'which angered shopkeepers and taxi drivers',
    'despite protests from farmers and fishermen',
    'to please undecided voters and wealthy donors',
  ],
}
const strange = {
  fr: [
    'La recette demande trois cuillères de farine.',
    'Les pommiers fleurissent tôt cette saison.',
    'Un chat dort sous la table.',
    'Le violoniste joue une sonate.',
  ],
  en: [
    'The recipe needs flour, butter and sugar.',
    'Apple trees blossom early this season.',
    'A kitten sleeps on that sofa.',
    'A violinist tunes his instrument.',
  ],
}
const inventedQuote = {
  fr: ['« une catastrophe annoncée »', '“personne ne le croyait”', '"un jeu de dupes"'],
  en: ['“a disaster foretold”', '"nobody believed it"', '‘a fool’s errand’'],
}
const months = { fr: ['janvier', 'mars', 'avril', 'octobre'], en: ['February', 'March', 'October', 'December'] }
const month = { fr: /\b(?:novembre|septembre)\b/u, en: /\b(?:May|June|January|August|April)\b/u }

const rejected: Readonly<Record<string, Change>> = {
  'a number changed': ({ text }) =>
    changedOnly(text, (each) => each.replace(/\d+/u, (digits) => String(Number(digits) + 7))),
  'a spelled number changed': ({ text }, _, language) =>
    changedOnly(text, (each) =>
      language === 'fr'
        ? each.replace(/\b(?:Douze|trente-huit|Quatre|quatre)\b/u, 'dix-sept')
        : each.replace(/\b(?:thirteen|twenty-four|thirty-two|twenty|Twelve|six|sixteen|two|four)\b/u, 'seventeen'),
    ),
  'a scale changed': ({ text }) =>
    changedOnly(text, (each) =>
      each
        .replace(/million/u, 'billion')
        .replace(/\b250 000\b/u, '250 millions')
        .replace(/150,000/u, '150 million')
        .replace(/5,000/u, '5 million'),
    ),
  'a percentage made a number': ({ text }) => changedOnly(text, (each) => each.replace(/80 %/u, '80')),
  'a number made a percentage': ({ text }) =>
    changedOnly(text, (each) => each.replace(/\b(\d{2,3})(?= \p{Ll})/u, '$1 %')),
  'a month changed': ({ text }, index, language) =>
    changedOnly(text, (each) => each.replace(month[language], pick(months[language], index) ?? '')),
  'a day changed': ({ text }, _, language) =>
    changedOnly(text, (each) =>
      language === 'fr'
        ? each.replace(/\b(\d{1,2}) novembre/u, '9 novembre')
        : each.replace(/(May|June) \d{1,2}/u, '$1 9'),
    ),
  'a year changed': ({ text }) =>
    changedOnly(text, (each) => each.replace(/\b1[89]\d\d\b/u, (year) => String(Number(year) + 3))),
  'a weekday changed': ({ text }) => changedOnly(text, (each) => each.replace(/\blundi\b/u, 'jeudi')),
  'a weekday put in': ({ text }, index, language) =>
    `${bare(text)} ${language === 'fr' ? pick(['mardi', 'jeudi', 'samedi'], index) : `on ${pick(['Tuesday', 'Thursday', 'Saturday'], index)}`}.`,
  'a unit changed': ({ text }) =>
    changedOnly(text, (each) =>
      each
        .replace(/\bfeet\b/u, 'metres')
        .replace(/\binches\b/u, 'metres')
        .replace(/\bdays\b/u, 'years'),
    ),
  'a currency changed': ({ text }) => changedOnly(text, (each) => each.replace(/\bdollars\b/u, 'euros')),
  'a foreign name inside': ({ text }, index, language) =>
    changedOnly(text, (each) => each.replace(inside, pick(names[language], index) ?? '')),
  'a foreign name first': ({ text }, index, language) => {
    const [first = '', ...rest] = wordsOf(text)
    return /^\p{Lu}/u.test(rest[0] ?? '') || !/^\p{Lu}/u.test(first)
      ? undefined
      : `${pick(['Merkel', 'Obama', 'Microsoft', 'Dupont', 'Thompson'], index)} ${language === 'fr' ? 'affirme' : 'says'} : ${text}`
  },
  'an invented tail with a name': ({ text }, index, language) => `${bare(text)}, ${pick(nameTails[language], index)}.`,
  'an invented tail with a number': ({ text }, index, language) =>
    `${bare(text)}, ${pick(numberTails[language], index)}.`,
  'words between quotation marks that nobody wrote': ({ text }, index, language) =>
    `${bare(text)}, ${pick(inventedQuote[language], index)}.`,
  'nothing in common': (_, index, language) => pick(strange[language], index),
  'mixed alphabets': ({ text }) =>
    changedOnly(text, (each) =>
      each.replace(/\p{L}{4,}/u, (word) =>
        word.replace(/[aeo]/u, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? letter),
      ),
    ),
  'a direction override': ({ text }) => text.replace(' ', ' \u202e'),
  'a control character': ({ text }) => text.replace(' ', ' \u001b[2J'),
  'a mention': ({ text }, index) =>
    `${bare(text)} ${pick(['@everyone', '<@123456789012345678>', '@here', '<#123456789012345678>', '@admin'], index)}.`,
  'a link that is not ours': ({ text }, index) =>
    `${bare(text)} ${pick(['https://example.com/a', '[ici](https://example.com)', 'www.example.org', 'discord.gg/abc', 'evil.xyz/login'], index)}`,
}

const accepted: Readonly<Record<string, Change>> = {
  'the claim is the sentence': ({ text }) => text,
  'the claim is the sentence, in straight marks': ({ text }) => text.replace(/[’‘]/gu, "'").replace(/[«»“”]\s?/gu, '"'),
  'a lead-in': ({ text }, _, language) => told(text, language),
  'numbers regrouped': ({ text }, _, language) =>
    changedOnly(text, (each) => told(each.replace(/(\d)[, {2}](\d{3})/gu, '$1\u202f$2'), language)),
  'numbers without groups': ({ text }, _, language) =>
    changedOnly(text, (each) => each.replace(/(\d)[, {2}](\d{3})/gu, '$1$2')) &&
    told(text.replace(/(\d)[, {2}](\d{3})/gu, '$1$2'), language),
  'a percentage spelled': ({ text }) => changedOnly(text, (each) => each.replace(/80 %/u, 'quatre-vingts pour cent')),
  'names without their accents': ({ text }, _, language) =>
    changedOnly(text, (each) =>
      told(
        each.replace(/\p{Lu}[\p{L}’-]+/gu, (name) => name.normalize('NFD').replace(/\p{M}/gu, '')),
        language,
      ),
    ),
  'the claim between quotation marks': ({ text }, _, language) =>
    told(language === 'fr' ? `« ${bare(text)} ».` : `“${bare(text)}”.`, language),
}

const negated: Change = ({ text }, _, language) =>
  language === 'fr'
    ? changedOnly(text, (each) =>
        each.replace(
          / (?:a|est|ont|sont|embarque|souhaite|visent|désigne|contrôle|dirige|formera|prolonge|continuent|continue|tient|porte|constatent|remplissent) /u,
          (verb) => ` ne ${verb.trim()} pas `,
        ),
      )
    : changedOnly(text, (each) => each.replace(/ (was|were|had|would|could|is|are|has) (?!not)/u, ' $1 not '))

const hedges: Change = ({ text }, index, language) =>
  language === 'fr'
    ? changedOnly(text, (each) =>
        each.replace(
          / (a|est|ont|sont|embarque|souhaite|visent|dirige|contrôle) /u,
          ` $1 ${pick(['peut-être', 'probablement', 'apparemment'], index)} `,
        ),
      )
    : changedOnly(text, (each) =>
        each.replace(
          / (was|were|had|is|are|has) /u,
          ` $1 ${pick(['allegedly', 'reportedly', 'probably', 'perhaps'], index)} `,
        ),
      )

const opposites: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  fr: [
    ['plus', 'moins'],
    ['avant', 'après'],
    ['après', 'avant'],
    ['grand', 'petit'],
    ['davantage', 'moins'],
    ['dernier', 'premier'],
    ['renforcé', 'affaibli'],
    ['ouest', 'est'],
    ['première', 'dernière'],
    ['vaste', 'petite'],
    ['multiplier', 'réduire'],
    ['unique', 'plusieurs'],
  ],
  en: [
    ['more', 'less'],
    ['before', 'after'],
    ['after', 'before'],
    ['longest', 'shortest'],
    ['first', 'last'],
    ['opened', 'closed'],
    ['higher', 'lower'],
    ['longer', 'shorter'],
    ['deeper', 'shallower'],
    ['began', 'ended'],
    ['lost', 'won'],
    ['safe', 'dangerous'],
    ['strong', 'weak'],
    ['bad', 'good'],
    ['above', 'below'],
    ['finished', 'started'],
    ['rejected', 'approved'],
    ['wife', 'husband'],
    ['son', 'daughter'],
    ['hired', 'dismissed'],
  ],
}

const opposite: Change = ({ text }, _, language) => {
  for (const [word, other] of opposites[language]) {
    const changed = text.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'), other)
    if (changed !== text && !(other === 'shallower')) return changed
  }
  return undefined
}

/** Two names of one sentence in each other's place. */
const exchanged: Change = ({ text }) => {
  const found = [...text.matchAll(/(?<=[\p{Ll},’'] ?|^)\p{Lu}[\p{Ll}]{3,}(?: \p{Lu}[\p{Ll}]{3,})*/gu)].filter(
    (match) => match.index > 0,
  )
  const [a, b] = [found[0], found.find((each) => each[0] !== found[0]?.[0])]
  if (!a || !b) return undefined
  return (
    text.slice(0, a.index) +
    b[0] +
    text.slice(a.index + a[0].length, b.index) +
    a[0] +
    text.slice(b.index + b[0].length)
  )
}

const warned: Readonly<Record<string, Change>> = {
  'a negation put in the claim': negated,
  'a negation left out of the claim': ({ text }) =>
    changedOnly(text, (each) => each.replace(/\b(?:n['’]|ne )(\S+) pas\b/u, '$1').replace(/ (?:not|never|no) /u, ' ')),
  'a hedge put in the claim': hedges,
  'a hedge left out of the claim': ({ text }, _, language) =>
    changedOnly(text, (each) =>
      told(
        each.replace(/ (?:plus de|about|almost|at least|some(?= \d)|au moins|environ|more than|less than) /u, ' '),
        language,
      ).replace(/^(?:Selon|According)[^,]*, /u, ''),
    ),
  'an opposite in the claim': opposite,
  'two names exchanged': exchanged,
  'an invented tail': ({ text }, index, language) => `${bare(text)}, ${pick(tails[language], index)}.`,
}

const made = (outcome: Outcome, changes: Readonly<Record<string, Change>>, language: Language): readonly Case[] =>
  sentencesOf(language).flatMap((sentence, index) =>
    Object.entries(changes).flatMap(([name, change]): readonly Case[] => {
      const text = change(sentence, index, language)
      if (text === undefined) return []
      const draft = answered(claim(text, { paragraph: sentence.paragraph, quote: sentence.text }))
      return [{ outcome, class: name, language, draft }]
    }),
  )

/** Quotations that leave out the negation before them. */
const cutAfterNegation = (language: Language): readonly Case[] =>
  sentencesOf(language).flatMap(({ text, paragraph }): readonly Case[] => {
    const found = /(?<= )(?:pas|not|never|no|jamais|sans|n[’']est pas) (?=(?:\S+ ){3})/u.exec(text)
    if (!found) return []
    const quote = text.slice(found.index + found[0].length)
    return [
      {
        outcome: 'warned',
        class: 'a quotation cut just after a negation',
        language,
        draft: answered(claim(quote, { paragraph, quote })),
      },
    ]
  })

export const claimCases = (language: Language): readonly Case[] => [
  ...made('rejected', rejected, language),
  ...made('accepted', accepted, language),
  ...made('warned', warned, language),
  ...cutAfterNegation(language),
]
