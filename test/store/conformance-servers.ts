/** What every engine must do for servers: know which it holds something of, and delete all of one. */
import { beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings, type Store } from '../../src/store/contract.ts'
import { articleRecord, notFound, record, roomy } from './samples.ts'

export const servers = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  describe('servers', () => {
    const left = () => store.serversLeftBefore(Number.MAX_SAFE_INTEGER)

    test('one that is no longer among those present has left, since then', async () => {
      expect(await store.serversPresent(['1', '2', '3'], 10)).toEqual([])
      expect(await store.serversPresent(['1'], 20)).toEqual(['2', '3'])
      expect(await store.serversPresent(['1'], 30)).toEqual([])
      expect(await store.serversLeftBefore(20)).toEqual([])
      expect(await store.serversLeftBefore(21)).toEqual(['2', '3'])
    })

    test('one that is back has not left, and may leave anew', async () => {
      await store.serversPresent(['1', '2'], 10)
      await store.serverLeft('1', 20)
      await store.serverLeft('1', 25)
      await store.serverLeft('2', 22)
      expect(await store.serversLeftBefore(21)).toEqual(['1'])
      await store.serverJoined('1')
      expect(await store.serversPresent(['1', '2'], 30)).toEqual([])
      expect(await left()).toEqual([])
      await store.serverLeft('1', 40)
      expect(await store.serversLeftBefore(40)).toEqual([])
      expect(await left()).toEqual(['1'])
    })

    test('one that leaves without having been known is known from then on', async () => {
      await store.serverLeft('9', 20)
      expect(await left()).toEqual(['9'])
    })

    test('nobody present marks all, and none is marked twice', async () => {
      await store.serversPresent(['1', '2'], 10)
      expect(await store.serversPresent([], 20)).toEqual(['1', '2'])
      expect(await store.serversPresent([], 90)).toEqual([])
      expect(await store.serversLeftBefore(21)).toEqual(['1', '2'])
    })

    test('all of a deleted one goes, and nothing of another, of everybody or of direct messages', async () => {
      for (const server of ['1', '2', undefined]) {
        const of = server ?? 'direct'
        await store.addArticle(articleRecord(server === undefined ? 'a' : `${server}/a`, [`texte ${of}`]), roomy)
        await store.saveAnswer(record({ id: of, server, channel: of, answer: notFound }))
        await store.linkMessage({ answer: of, channel: of, message: of })
        await store.saveFeedback({ answer: of, member: 'me', verdict: 'up', at: 1 })
        await store.admit({ member: 'me', server, at: 5 }, { limit: 1, windowMs: 100 })
        if (server !== undefined) await store.changeSettings(server, (present) => ({ ...present, roles: ['1'] }))
      }
      await store.serversPresent(['1', '2'], 10)
      await store.serverLeft('1', 20)
      const revision = await store.articlesRevision()
      expect(await store.deleteServer('1')).toEqual({ answers: 1, articles: 1 })
      expect(await store.articlesRevision()).toBeGreaterThan(revision)
      expect((await store.catalogue()).map(({ id }) => id)).toEqual(['2/a', 'a'])
      expect(await store.answer('1')).toBeUndefined()
      expect(await store.answerByMessage('1')).toBeUndefined()
      expect(await store.settings('1')).toEqual(defaultSettings)
      expect(await left()).toEqual([])
      expect(await store.kept('me')).toEqual({ answers: 0, feedback: 2 })
      for (const of of ['2', 'direct']) expect((await store.answerByMessage(of))?.id).toBe(of)
      expect((await store.settings('2')).roles).toEqual(['1'])
      const again = (server: string | undefined) =>
        store.admit({ member: 'me', server, at: 6 }, { limit: 1, windowMs: 100 })
      expect(await again('1')).toEqual({ admitted: true })
      expect(await again('2')).toMatchObject({ admitted: false })
      expect(await again(undefined)).toMatchObject({ admitted: false })
      expect(await store.deleteServer('1')).toEqual({ answers: 0, articles: 0 })
    })
  })

  test('old answers can be deleted a few at a time, the oldest first', async () => {
    for (const at of [5, 1, 4, 2, 3]) await store.saveAnswer(record({ id: `${at}`, at }))
    const there = async () => {
      const found = await Promise.all(['1', '2', '3', '4', '5'].map((id) => store.answer(id)))
      return found.flatMap((each) => each?.id ?? [])
    }
    expect(await store.deleteBefore(5, 3)).toBe(3)
    expect(await there()).toEqual(['4', '5'])
    expect(await store.deleteBefore(5, 3)).toBe(1)
    expect(await store.deleteBefore(5, 3)).toBe(0)
    expect(await there()).toEqual(['5'])
  })
}
