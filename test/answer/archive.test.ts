import { expect, test } from 'vitest'
import { createArchive, createSummaries } from '../../src/answer/archive.ts'
import { answered, judge, store as toStored } from '../../src/answer/verify.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { newAnswerId } from '../../src/store/contract.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { noUsage, quotation } from '../../src/types.ts'
import { article, lighthouse } from '../fakes/articles.ts'

const given = { question: 'Quelle hauteur ?', asker: '1', server: '2', channel: '3', private: false, at: 5 }

const start = async () => {
  const library = createLibrary(createPassageIndex())
  library.add(lighthouse)
  const store = await openSqlite('memory')
  const archive = createArchive(store, library, newAnswerId)
  const [, paragraph] = lighthouse.paragraphs
  if (!paragraph) throw new Error('no ¶2')
  const draft = { text: 'Il mesure 28 mètres.', citations: [{ paragraph: 'P1', quote: 'il mesure 28 mètres' }] }
  const judgement = judge(draft, 'fr', new Map([['P1', paragraph]]))
  if (judgement.kind === 'fails') throw new Error('fails')
  const rest = { by: 'model', partial: false, language: 'fr', locale: 'fr', passages: [], usage: noUsage } as const
  const answer = answered([judgement.claim], rest)
  if (!answer) throw new Error('no answer')
  return { library, store, archive, answer }
}

test('an answer that was kept comes back with its quotation cut anew', async () => {
  const { archive, answer } = await start()
  const id = archive.newId()
  await archive.save({ id, ...given, after: undefined, answer })
  const found = await archive.find(id)
  expect(found).toEqual({ ...given, after: undefined, id, answer })
  const [claim] = found?.answer?.claims ?? []
  expect(claim && quotation(claim.citations[0])).toBe('il mesure 28 mètres')
  expect(claim?.citations[0].paragraph).toBe(lighthouse.paragraphs[1])
  expect(await archive.find(newAnswerId())).toBeUndefined()
})

test('an article that changed is another one: what it said is no longer quoted', async () => {
  const { archive, answer, library } = await start()
  const id = archive.newId()
  await archive.save({ id, ...given, after: undefined, answer })
  library.add(article('phare', ['Tout autre chose.', 'Et il mesure 28 mètres, vraiment.']))
  expect(await archive.find(id)).toMatchObject({ id, answer: undefined })
})

test('by its message, by its channel, and as turns', async () => {
  const { archive, answer } = await start()
  const [first, second] = [archive.newId(), archive.newId()]
  await archive.save({ id: first, ...given, after: undefined, answer })
  await archive.save({ id: second, ...given, question: 'Et avant ?', after: first, answer, at: 6 })
  expect(await archive.link({ answer: second, channel: '3', message: '77' })).toBe(true)
  expect(await archive.link({ answer: newAnswerId(), channel: '3', message: '78' })).toBe(false)
  expect((await archive.byMessage('77'))?.id).toBe(second)
  expect(await archive.byMessage('78')).toBeUndefined()
  expect((await archive.latestInChannel('3'))?.id).toBe(second)
  expect(await archive.turns(second, 4)).toEqual([
    { question: given.question, answer: 'Il mesure 28 mètres.' },
    { question: 'Et avant ?', answer: 'Il mesure 28 mètres.' },
  ])
})

test('a store in trouble keeps nobody from a summary', async () => {
  const store = await openSqlite('memory')
  await store.close()
  const told: unknown[] = []
  const summaries = createSummaries(
    store,
    () => 1,
    (error) => told.push(error),
  )
  const key = { article: 'phare', hash: 'x', signature: 'y' }
  expect(await summaries.summary(key)).toBeUndefined()
  const { answer } = await start()
  await summaries.saveSummary(key, toStored(answer))
  expect(told).toHaveLength(2)
})
