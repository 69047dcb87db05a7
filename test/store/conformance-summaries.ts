/** What every engine must do with summaries that are kept. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/contract.ts'
import { summary } from './samples.ts'

export const summaries = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  const key = { article: 'le-phare', hash: 'aa', signature: '["small"] short fr' }

  describe('summaries', () => {
    test('come back by all of their key, and by nothing less', async () => {
      expect(await store.summary(key)).toBeUndefined()
      await store.saveSummary(key, summary, 1)
      expect(await store.summary(key)).toStrictEqual(summary)
      for (const other of [{ article: 'autre' }, { hash: 'bb' }, { signature: '["large"] short fr' }])
        expect(await store.summary({ ...key, ...other })).toBeUndefined()
    })

    test('the last one of a key counts', async () => {
      await store.saveSummary(key, summary, 1)
      await store.saveSummary(key, { ...summary, language: 'en' }, 2)
      expect(await store.summary(key)).toStrictEqual({ ...summary, language: 'en' })
    })

    test('one of another text of the article takes the place of those of the former', async () => {
      await store.saveSummary(key, summary, 1)
      await store.saveSummary({ ...key, signature: 'other' }, summary, 1)
      await store.saveSummary({ ...key, article: 'autre' }, summary, 1)
      await store.saveSummary({ ...key, hash: 'bb' }, summary, 2)
      expect(await store.summary(key)).toBeUndefined()
      expect(await store.summary({ ...key, signature: 'other' })).toBeUndefined()
      expect(await store.summary({ ...key, article: 'autre' })).toStrictEqual(summary)
      expect(await store.summary({ ...key, hash: 'bb' })).toStrictEqual(summary)
    })

    test('old ones are deleted with old answers, and a member who is forgotten has none', async () => {
      await store.saveSummary(key, summary, 1)
      await store.saveSummary({ ...key, signature: 'other' }, summary, 5)
      expect(await store.deleteBefore(5)).toBe(0)
      expect(await store.summary(key)).toBeUndefined()
      await store.forget('anybody')
      expect(await store.summary({ ...key, signature: 'other' })).toStrictEqual(summary)
    })
  })
}
