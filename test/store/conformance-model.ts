/** Any engine beside the plainest one: random calls must get the same results from both. */

import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/contract.ts'
import fc from '../generated.ts'
import { ask, type Call, createModel } from './model.ts'
import { answered, check, notFound, record, summary } from './samples.ts'

export const comparison = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  test('any sequence of calls gives what the plainest store gives', { timeout: 60_000 }, async () => {
    // Few names, so that calls meet each other's records.
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const member = fc.constantFrom('me', 'you')
    const at = fc.integer({ min: 1, max: 12 })
    const server = fc.constantFrom('server', undefined)
    const fields = fc.record({
      id,
      asker: member,
      server,
      channel: id,
      private: fc.boolean(),
      after: fc.option(id, { nil: undefined }),
      answer: fc.constantFrom(answered, summary, check, notFound),
      at,
    })
    const call: fc.Arbitrary<Call> = fc.oneof(
      { weight: 6, arbitrary: fc.record({ call: fc.constant('saveAnswer'), record: fields.map(record) }) },
      {
        weight: 4,
        arbitrary: fc.record({
          call: fc.constant('linkMessage'),
          link: fc.record({ answer: id, channel: id, message: id }),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          call: fc.constant('saveFeedback'),
          answer: id,
          member,
          verdict: fc.constantFrom('up', 'down'),
        }),
      },
      { weight: 3, arbitrary: fc.record({ call: fc.constant('admit'), member, server, at }) },
      fc.record({ call: fc.constantFrom('forget', 'kept'), member }),
      fc.record({ call: fc.constant('deleteBefore'), time: at }),
      {
        weight: 10,
        arbitrary: fc.record({
          call: fc.constantFrom('answer', 'answerByMessage', 'latestInChannel', 'feedback', 'turns'),
          id,
        }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 60 }), async (calls) => {
        const model = createModel()
        for (const each of calls) expect(await ask(store, each)).toEqual(model(each))
        // Empty again for the next sequence.
        await store.deleteBefore(Number.MAX_SAFE_INTEGER)
      }),
      { numRuns: 100, seed: 20_261_124 },
    )
  })
}
