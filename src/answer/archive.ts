/** Keeps answers and gives them back as answers: what was stored is cut anew from the texts that it cited. */
import type { Archive, Asked, Libraries, Summaries } from '../ports.ts'
import type { AnswerRecord, Answers, KeptSummaries } from '../store/contract.ts'
import type { Article, StoredAnswer, StoredPlace, Turn } from '../types.ts'
import { restore, store } from './verify.ts'

/** What of an answer an exchange remembers, in UTF-16 code units: enough to understand a follow-up. */
const TURN_LENGTH = 1_000

/** All the places of an answer. */
const placesOf = (answer: StoredAnswer): readonly StoredPlace[] => [
  ...answer.passages,
  ...('nearest' in answer ? answer.nearest : []),
  ...('claims' in answer ? answer.claims.flatMap(({ citations }) => citations) : []),
]

const versionKey = ({ article, hash }: StoredPlace): string => `${article} ${hash}`

export const createArchive = (answers: Answers, libraries: Libraries, newId: () => string): Archive => {
  /** Each version is looked up once, so that places in one paragraph have one paragraph. */
  const asked = async ({ answer, ...record }: AnswerRecord): Promise<Asked> => {
    const library = libraries.for(record.server)
    const places = new Map(placesOf(answer).map((place) => [versionKey(place), place]))
    const versions = new Map<string, Article | undefined>()
    for (const [key, { article, hash }] of places) versions.set(key, await library.version(article, hash))
    return {
      ...record,
      answer: restore(answer, (place) => versions.get(versionKey(place))?.paragraphs[place.paragraph - 1]),
    }
  }
  const turn = ({ question, answer }: Asked): Turn => ({
    question,
    answer: (answer?.claims ?? [])
      .map((claim) => claim.text)
      .join(' ')
      .slice(0, TURN_LENGTH),
  })

  return {
    newId,
    save: ({ answer, ...record }) => answers.saveAnswer({ ...record, answer: store(answer) }),
    async find(id) {
      const record = await answers.answer(id)
      return record && asked(record)
    },
    async byMessage(message) {
      const record = await answers.answerByMessage(message)
      return record && asked(record)
    },
    async latestInChannel(channel) {
      const record = await answers.latestInChannel(channel)
      return record && asked(record)
    },
    link: (link) => answers.linkMessage(link),
    turns: async (id, limit) =>
      Promise.all((await answers.turns(id, limit)).map(async (record) => turn(await asked(record)))),
  }
}

/** Summaries that are kept. Trouble with the store is no reason to be without one: it is told, and a new one written. */
export const createSummaries = (
  store: KeptSummaries,
  now: () => number,
  onTrouble: (error: unknown) => void,
): Summaries => ({
  summary: (key) =>
    store.summary(key).catch((error: unknown) => {
      onTrouble(error)
      return undefined
    }),
  saveSummary: (key, summary) => store.saveSummary(key, summary, now()).catch(onTrouble),
})
