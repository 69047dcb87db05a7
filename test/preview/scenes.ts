/** The main messages of the bot, in French and in English, over the articles that come with the project. */
import { join } from 'node:path'
import { createEngine } from '../../src/answer/engine.ts'
import { assertWithinLimits, type MessageBody } from '../../src/discord/budget.ts'
import { type AnswerOptions, renderAnswer } from '../../src/discord/render/answer.ts'
import { renderIntake } from '../../src/discord/render/intake.ts'
import { renderLimits } from '../../src/discord/render/limits.ts'
import { renderFailure } from '../../src/discord/render/notice.ts'
import { renderParagraph } from '../../src/discord/render/paragraph.ts'
import { renderSettings } from '../../src/discord/render/settings.ts'
import { renderDays, renderOverview, renderUnanswered } from '../../src/discord/render/statistics.ts'
import { readFolder } from '../../src/knowledge/folder.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { noCeilings } from '../../src/limits.ts'
import type { DayStatistics } from '../../src/ports.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { defaultSettings } from '../../src/store/contract.ts'
import type { Answer, Article, Claim, Locale } from '../../src/types.ts'
import { answerId, answerOf, checkOf, claimOf, paragraphOf, summaryOf } from '../discord/samples.ts'
import type { Server } from './message.ts'

export type Scene = {
  /** What is to be seen, in the language of the scene. */
  readonly title: string
  /** What a member did: wrote a message, or used a command or a button. */
  readonly by: { readonly says: string } | { readonly uses: string } | { readonly presses: string }
  readonly bodies: readonly MessageBody[]
  /** Seen by the member alone. */
  readonly isPrivate: boolean
  /** Also in the picture, which holds only what matters most. */
  readonly isPictured?: boolean
}

const { signal } = new AbortController()
const folder = join(import.meta.dirname, '..', '..', 'knowledge')

const libraries = createLibrary(createPassageIndex())
for (const article of (await readFolder(folder, signal)).articles) libraries.add(article)
const library = libraries.for(undefined)
/** Without a model: by extraction. */
const engine = createEngine({ library: libraries, onModelFailure: () => {} })

const known = (id: string): Article => {
  const article = library.article(id)
  if (!article) throw new Error(`no article ${id}`)
  return article
}

type Drafted = readonly (readonly [text: string, paragraph: number, quote: string])[]

/** Claims as a model may write them; the verifier itself lets them pass, or this throws. */
const claims = (article: Article, list: Drafted): readonly Claim[] =>
  list.map(([text, number, quote]): Claim => claimOf(text, [paragraphOf(article, number), quote]))

const extracted = async (text: string, locale: Locale, kind: Answer['kind']): Promise<Answer> => {
  const answer = await engine.ask({ text, locale, scope: library.articles(), history: [] }, signal)
  if (answer.kind !== kind) throw new Error(`${text} → ${answer.kind}`)
  return answer
}

export const serverOf = (locale: Locale): Server => ({
  locale,
  channels:
    locale === 'fr'
      ? { '100000000000000001': 'questions', '100000000000000002': 'international', '100000000000000003': 'presse' }
      : { '100000000000000001': 'questions', '100000000000000002': 'engineering', '100000000000000003': 'press' },
  roles: { '200000000000000001': locale === 'fr' ? 'Lecteurs' : 'Readers' },
})

type Script = {
  readonly article: string
  readonly titles: Readonly<
    Record<
      | 'written'
      | 'paragraph'
      | 'quoted'
      | 'missing'
      | 'check'
      | 'summary'
      | 'added'
      | 'settings'
      | 'limits'
      | 'stats'
      | 'unanswered'
      | 'spent'
      | 'failure',
      string
    >
  >
  readonly uses: Readonly<
    Record<'summary' | 'check' | 'added' | 'settings' | 'limits' | 'stats' | 'unanswered', string>
  >
  readonly written: { readonly question: string; readonly claims: Drafted }
  /** Which of its claims is looked up by the button of its paragraph. */
  readonly opened: number
  readonly quoted: string
  readonly missing: string
  readonly summary: Drafted
  readonly check: { readonly statement: string; readonly claims: Drafted }
  readonly failing: string
}

const scripts: { readonly [L in Locale]: Script } = {
  fr: {
    article: 'visite-moscou',
    titles: {
      written: 'Une mention, avec un modèle',
      quoted: 'Sans modèle : des citations seules',
      missing: 'Quand les articles ne le disent pas',
      summary: 'Un résumé',
      check: 'Une affirmation confrontée aux articles',
      paragraph: 'Le bouton ¶11 : tout le paragraphe, la citation en gras',
      added: 'Un article ajouté, tel qu’il a été lu',
      settings: 'Les réglages du serveur',
      limits: 'Les limites et les coûts, avec un budget',
      stats: 'Les statistiques, pour les admins',
      unanswered: 'Les questions restées sans réponse',
      spent: 'Quand le budget ne suffit plus',
      failure: 'Une erreur',
    },
    uses: {
      summary: '/résumé',
      check: 'Confronter aux articles',
      added: '/articles ajouter',
      settings: '/réglages',
      limits: 'Limites et coûts',
      stats: '/statistiques',
      unanswered: '2 questions sans réponse',
    },
    written: {
      question: 'Que demande Paris à Moscou, et pourquoi ?',
      claims: [
        [
          'Paris souhaite que l’aviation russe s’en prenne davantage à l’EI en Syrie.',
          1,
          'le ministre français souhaite que l’aviation de son hôte s’en prenne davantage à l’organisation État islamique (EI) en Syrie',
        ],
        [
          'Selon des sources militaires françaises, 80 % des bombardements touchent encore les autres rebelles.',
          11,
          '80 % des bombardements continuent de toucher les autres rebelles, sur le front ouest',
        ],
      ],
    },
    quoted: 'Combien de chasseurs-bombardiers embarque le Charles de Gaulle ?',
    missing: 'Quel est le salaire du ministre de la Défense ?',
    summary: [
      [
        'Jean-Yves Le Drian va demander à Moscou de viser davantage l’EI.',
        1,
        'Jean-Yves Le Drian s’envole pour Moscou avec deux demandes dans ses dossiers',
      ],
      [
        'Les deux ministres parleront aussi de l’échange de renseignements.',
        4,
        'L’échange de renseignements formera l’autre grand volet de l’entretien',
      ],
      [
        'Trente-huit chasseurs-bombardiers sont engagés, dont 26 sur le Charles de Gaulle.',
        8,
        'embarque 26 chasseurs-bombardiers, chargés d’attaquer l’EI aussi bien en Irak qu’en Syrie. Douze autres appareils du même genre ont pour base la Jordanie et les Émirats arabes unis, ce qui porte le total à trente-huit',
      ],
    ],
    check: {
      statement: 'Le Charles de Gaulle embarque 62 chasseurs-bombardiers.',
      claims: [
        [
          'L’article parle de 26 chasseurs-bombardiers.',
          8,
          'Le porte-avions Charles de Gaulle, désormais dans le Golfe, embarque 26 chasseurs-bombardiers',
        ],
      ],
    },
    opened: 1,
    failing: 'Combien de navires ?',
  },
  en: {
    article: 'brooklyn-bridge',
    titles: {
      written: 'A mention, with a model',
      quoted: 'Without a model: quotations only',
      missing: 'When the articles do not say',
      summary: 'A summary',
      check: 'A statement checked against the articles',
      paragraph: 'The button ¶7: the whole paragraph, the quotation in bold',
      added: 'An article added, as it was read',
      settings: 'The settings of the server',
      limits: 'Limits and costs, with a budget',
      stats: 'Statistics, for admins',
      unanswered: 'Questions that found no answer',
      spent: 'When the budget no longer covers the model',
      failure: 'An error',
    },
    uses: {
      summary: '/summary',
      check: 'Check against the articles',
      added: '/articles add',
      settings: '/settings',
      limits: 'Limits and costs',
      stats: '/stats',
      unanswered: '2 unanswered questions',
    },
    written: {
      question: 'Why was building the Brooklyn Bridge so dangerous?',
      claims: [
        [
          'Workers who came up too quickly from the compressed air fell ill, and some died.',
          7,
          'Men who came up too quickly from the compressed air were seized by cramps and paralysis, and some died',
        ],
        ['The bridge cost at least twenty workers their lives.', 14, 'and the lives of at least twenty workers'],
      ],
    },
    quoted: 'When did the Brooklyn Bridge open to the public?',
    missing: 'How tall is the Golden Gate Bridge?',
    summary: [
      [
        'The Brooklyn Bridge opened on May 24, 1883, after more than thirteen years of work.',
        1,
        'On May 24, 1883, after more than thirteen years of work, the Brooklyn Bridge opened to the public',
      ],
      [
        'Its engineer, Roebling, died before the first stone was laid.',
        4,
        'Roebling did not live to see the first stone laid',
      ],
      [
        'Emily Roebling carried her husband’s orders to the engineers every day.',
        8,
        'carried his orders to the assistant engineers every day',
      ],
    ],
    check: {
      statement: 'The Brooklyn Bridge opened in 1893.',
      claims: [
        [
          'The bridge opened on May 24, 1883.',
          1,
          'On May 24, 1883, after more than thirteen years of work, the Brooklyn Bridge opened to the public',
        ],
      ],
    },
    opened: 0,
    failing: 'How many ships?',
  },
}

/** 25 November 2026, since the epoch. */
const TODAY = 20_782
const spent = { day: { tokens: 61_240, micros: 21_300 }, month: { tokens: 1_204_800, micros: 412_650 } }
const statisticsDays: readonly DayStatistics[] = [0, 1, 2, 4, 5].map((ago) => ({
  day: TODAY - ago,
  outcomes: [
    { kind: 'answered', by: 'model', count: 14 - ago },
    { kind: 'answered', by: 'extract', count: 3 },
    { kind: 'not_found', by: 'model', count: 2 + ago },
    { kind: 'summary', by: 'model', count: 2 },
    { kind: 'check', by: 'model', count: 1 },
  ],
  usage: { calls: 23 - ago, inputTokens: 58_000, cachedTokens: 0, outputTokens: 3_240, micros: 21_300, unpriced: 0 },
}))

/** Every message is within Discord's limits, or this throws. */
export const scenesIn = async (locale: Locale): Promise<readonly Scene[]> => {
  const script = scripts[locale]
  const { titles, uses } = script
  const article = known(script.article)
  const shown = (answer: Answer, options: Partial<AnswerOptions> = {}) =>
    renderAnswer(answer, { locale, id: answerId, ...options })
  const written = answerOf(claims(article, script.written.claims), { locale })
  const quoted = await extracted(script.quoted, locale, 'answered')
  const missing = await extracted(script.missing, locale, 'not_found')
  const summary = summaryOf(article, claims(article, script.summary), { locale })
  const check = checkOf('contradicted', claims(article, script.check.claims), [], { locale })
  const opened = written.claims[script.opened]
  if (!opened) throw new Error('no such claim')
  const { paragraph } = opened.citations[0]
  const settings = {
    ...defaultSettings,
    channels: ['100000000000000001', '100000000000000002'],
    defaultArticles: { '100000000000000002': script.article },
    hourlyLimit: 20,
  }
  const scenes: readonly Scene[] = [
    {
      title: titles.written,
      by: { says: script.written.question },
      bodies: shown(written, { thread: true }),
      isPrivate: false,
      isPictured: true,
    },
    {
      title: titles.paragraph,
      by: { presses: `¶${paragraph.number}` },
      bodies: [
        renderParagraph(paragraph, {
          locale,
          citations: opened.citations,
          count: article.paragraphs.length,
          part: 1,
          at: (part) => ({ kind: 'read', article: answerId, paragraph: paragraph.number, part }),
        }),
      ],
      isPrivate: true,
      isPictured: true,
    },
    { title: titles.quoted, by: { says: script.quoted }, bodies: shown(quoted, { thread: true }), isPrivate: false },
    { title: titles.missing, by: { says: script.missing }, bodies: shown(missing), isPrivate: false, isPictured: true },
    {
      title: titles.check,
      by: { uses: uses.check },
      bodies: shown(check, { asked: script.check.statement, check: true, thread: true }),
      isPrivate: false,
      isPictured: true,
    },
    { title: titles.summary, by: { uses: uses.summary }, bodies: shown(summary, { thread: true }), isPrivate: false },
    {
      title: titles.added,
      by: { uses: uses.added },
      bodies: [renderIntake(article, 'added', locale)],
      isPrivate: true,
    },
    {
      title: titles.settings,
      by: { uses: uses.settings },
      bodies: [
        renderSettings(settings, {
          locale,
          contentIntent: false,
          titleOf: (id) => library.article(id)?.head.title,
        }),
      ],
      isPrivate: true,
    },
    {
      title: titles.limits,
      by: { presses: uses.limits },
      bodies: [
        renderLimits(
          { ...settings, dailyTokens: 200_000, dailyMicros: 250_000, monthlyMicros: 5_000_000, keepUnanswered: true },
          {
            locale,
            ceilings: { ...noCeilings, server: { day: { tokens: 500_000 }, month: { micros: 10_000_000 } } },
            spent,
            model: { name: 'gpt-5.6-luna', priced: true },
          },
        ),
      ],
      isPrivate: true,
    },
    {
      title: titles.stats,
      by: { uses: uses.stats },
      bodies: [
        renderOverview({
          locale,
          statistics: { days: statisticsDays, feedback: { up: 31, down: 4 } },
          today: TODAY,
          spent,
          caps: { day: { tokens: 200_000, micros: 250_000 }, month: { micros: 5_000_000 } },
          unanswered: 2,
        }),
        renderDays({ days: statisticsDays }, { locale, page: 1, today: TODAY, unanswered: 2 }),
      ],
      isPrivate: true,
    },
    {
      title: titles.unanswered,
      by: { presses: uses.unanswered },
      bodies: [
        renderUnanswered(
          [script.missing, script.failing].map((question) => ({ question, at: TODAY * 86_400_000 })),
          { locale, page: 1, total: 2, kept: true },
        ),
      ],
      isPrivate: true,
    },
    {
      title: titles.spent,
      by: { says: script.quoted },
      bodies: shown(quoted, { without: { whose: 'server', period: 'day' } }),
      isPrivate: false,
    },
    {
      title: titles.failure,
      by: { says: script.failing },
      bodies: [renderFailure(undefined, { locale, reference: 'a1b2c3' })],
      isPrivate: false,
    },
  ]
  for (const { bodies } of scenes) for (const body of bodies) assertWithinLimits(body)
  return scenes
}
