/** Keeps answers and gives them back as answers: what was stored is cut anew from the articles as they are now. */
import type { Archive, Asked, Library } from '../ports.ts'
import type { AnswerRecord, Answers } from '../store/contract.ts'
import type { Paragraph, StoredPlace, Turn } from '../types.ts'
import { restore, store } from './verify.ts'

/** What of an answer an exchange remembers, in UTF-16 code units: enough to understand a follow-up. */
const TURN_LENGTH = 1_000

export const createArchive = (answers: Answers, library: Library, newId: () => string): Archive => {
  const find = ({ article, hash, paragraph }: StoredPlace): Paragraph | undefined => {
    const found = library.article(article)
    return found?.head.hash === hash ? found.paragraphs[paragraph - 1] : undefined
  }
  const asked = ({ answer, ...record }: AnswerRecord): Asked => ({ ...record, answer: restore(answer, find) })
  const turn = ({ question, answer }: Asked): Turn => ({
    question,
    answer: (answer?.claims ?? [])
      .map((claim) => claim.text)
      .join(' ')
      .slice(0, TURN_LENGTH),
  })

  return {
    async save({ answer, ...record }) {
      const id = newId()
      await answers.saveAnswer({ id, ...record, answer: store(answer) })
      return id
    },
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
    turns: async (id, limit) => (await answers.turns(id, limit)).map((record) => turn(asked(record))),
  }
}
