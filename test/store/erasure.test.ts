import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCaps } from '../../src/limits.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { noUsage } from '../../src/types.ts'
import { record } from './samples.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('what is deleted from a file', () => {
  const members = Array.from({ length: 60 }, (_, index) => `member-${(index * 7_919) % 60_000}-${index}-`)

  /** Rows of many sizes and members, written in such an order that SQLite moves them between pages. */
  const crowd = async () => {
    const store = await openSqlite({ folder })
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let number = 0; number < 4_000; number += 1) {
      const asker = members[random(members.length)] ?? ''
      const id = `${random(1e9)}-${number}`
      await store.saveAnswer(record({ id, asker, question: `${asker}?`.repeat(1 + random(60)), at: number }))
      await store.admit({ member: asker, server: `${random(3)}`, at: random(5_000) }, { limit: 1e6, windowMs: 1 })
      const member = members[random(members.length)] ?? ''
      await store.saveFeedback({ answer: id, member, verdict: 'up', at: number })
      await store.keepUnanswered({
        server: `${random(9)}`,
        member,
        question: `${member}!`.repeat(1 + random(9)),
        at: number,
      })
      const call = {
        ...{ id, payer: { kind: 'member' as const, id: member }, model: 'small', at: number * 9_000_000, until: 4e10 },
        most: { tokens: 9, micros: 9 },
        sent: { tokens: 1, micros: 1 },
      } as const
      // Some calls are never settled: their process died.
      await store.reserve(call, { own: noCaps, total: noCaps })
      if (random(9) > 0) await store.settle(call, { ...noUsage, calls: 1, inputTokens: number })
    }
    return store
  }

  /** Which of these words the files still hold, anywhere in their bytes. */
  const traces = async (words: readonly string[]) => {
    const files = await Promise.all((await readdir(folder)).map((each) => readFile(join(folder, each))))
    return words.filter((word) => files.some((bytes) => bytes.includes(word)))
  }

  test('leaves no trace of a member in the files', async () => {
    const store = await crowd()
    expect(await traces(members)).toEqual(members)
    const leaving = members.filter((_, index) => index % 3 === 0)
    for (const member of leaving) {
      const { answers, feedback } = await store.forget(member)
      expect(Math.min(answers, feedback)).toBeGreaterThan(0)
      expect(await traces([member])).toEqual([])
    }
    expect(await traces(members)).toEqual(members.filter((member) => !leaving.includes(member)))
    await store.close()
  })

  test('leaves no trace when its time is over', async () => {
    const store = await crowd()
    expect(await store.deleteBefore(4e10)).toBe(4_000)
    expect(await traces(members)).toEqual([])
    await store.close()
  })

  test('is blanked in a file that is too large to be rewritten', async () => {
    await (await openSqlite({ folder })).close()
    const file = join(folder, 'pilcrow.db')
    const database = new DatabaseSync(file)
    // Another's question of 80 MB, as no member can ask.
    database.exec(
      `INSERT INTO answers VALUES (1, 'large', printf('%.*c', 80000000, 'x'), 'other', NULL, 'c', 0, NULL, '', 1)`,
    )
    database.close()
    const store = await openSqlite({ folder })
    await store.saveAnswer(record({ id: 'id', asker: 'the-asker', question: 'the-question' }))
    expect(await traces(['the-asker', 'the-question'])).toHaveLength(2)
    await store.forget('the-asker')
    expect(await traces(['the-asker', 'the-question'])).toEqual([])
    expect((await stat(file)).size).toBeGreaterThan(80_000_000)
    await store.forget('other')
    expect((await stat(file)).size).toBeLessThan(1_000_000)
    await store.close()
  })
})
