/** Engines on somebody's account: each model call waits its turn with its payer's others, is paid for, and is counted. */
import { type Ceilings, capsUnder } from '../limits.ts'
import type { EngineFor } from '../ports.ts'
import type { Budget } from '../store/budget.ts'
import type { Settings } from '../store/contract.ts'
import { createEngine, type EngineOptions } from './engine.ts'
import { type FairQueue, fairModel } from './fair-queue.ts'
import { type Meter, meteredModel, withoutModel } from './metered.ts'
import type { Model } from './model-request.ts'
import { counted, priceOf } from './prices.ts'

/** From the end of a model call until it is counted, at most. Milliseconds. */
const SETTLING_MS = 30_000

export const createMeter = (
  store: Budget & Settings,
  ceilings: Ceilings,
  options: {
    /** Of the model's server; absent, OpenAI's. */
    readonly baseURL?: string | undefined
    /** Of one call. */
    readonly timeoutMs: number
    readonly now: () => number
    readonly onUncounted: (error: unknown) => void
  },
): Meter => ({
  budget: store,
  priceOf: (name) => {
    const known = priceOf(name, options.baseURL)
    return known && counted(known)
  },
  capsOf: async ({ kind, id }) => ({
    own: kind === 'member' ? ceilings.member : capsUnder(await store.settings(id), ceilings.server),
    total: ceilings.total,
  }),
  longest: options.timeoutMs + SETTLING_MS,
  now: options.now,
  onUncounted: options.onUncounted,
})

export type EngineForOptions = Pick<EngineOptions, 'library' | 'summaries' | 'onModelFailure' | 'onNoOpinion'> & {
  /** Absent: answers are written by extraction. */
  readonly author?: NonNullable<EngineOptions['author']> & { readonly queue: FairQueue; readonly meter: Meter }
}

export const createEngineFor =
  ({ author, onModelFailure, ...options }: EngineForOptions): EngineFor =>
  ({ payer, onWait, onWithoutModel }) => {
    // Set aside once its turn has come: what waits holds no money.
    const paid = (model: Model, { queue, meter }: NonNullable<typeof author>): Model =>
      fairModel(meteredModel(model, payer, meter), `${payer.kind} ${payer.id}`, queue, onWait)
    return createEngine({
      ...options,
      ...(author && {
        author: {
          ...author,
          model: paid(author.model, author),
          ...(author.judge && { judge: paid(author.judge, author) }),
        },
      }),
      onModelFailure: (failure) => {
        onModelFailure(failure)
        onWithoutModel?.(withoutModel(failure))
      },
    })
  }
