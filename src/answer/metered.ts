/**
 * A model whose calls are paid for: what a call may cost is set aside before it is made, and what it came to is counted
 * after. Whoever holds such a model, and no other, can make no call that is not counted.
 */
import { randomUUID } from 'node:crypto'
import { AppError } from '../failures.ts'
import type { Caps, Spending } from '../limits.ts'
import type { WithoutModel } from '../ports.ts'
import type { Budget, Call, Cost } from '../store/budget.ts'
import type { Payer, Usage } from '../types.ts'
import { promptTokens } from './estimate.ts'
import { type Model, type ModelRequest, replyRoom } from './model-request.ts'
import type { ModelReply } from './model-response.ts'
import { costOf, type Price } from './prices.ts'
import { approximateTokens } from './tokens.ts'

export type Meter = {
  readonly budget: Pick<Budget, 'reserve' | 'settle'>
  /** Undefined where it is not known: then only tokens count. */
  readonly priceOf: (model: string) => Price | undefined
  readonly capsOf: (payer: Payer) => Promise<{ readonly own: Caps; readonly total: Caps }>
  /** The longest that a call takes; what a process that died had set aside is given back after it. Milliseconds. */
  readonly longest: number
  readonly now: () => number
  /** Told where a call was made and could not be counted. */
  readonly onUncounted: (error: unknown) => void
}

const spendingOf = (price: Price | undefined, inputTokens: number, outputTokens: number): Spending => ({
  tokens: inputTokens + outputTokens,
  micros: price ? costOf(price, { inputTokens, cachedTokens: 0, outputTokens }) : 0,
})

/** What the provider said, or, where it said nothing, what prompt and reply must have been. */
const usageOf = (reply: ModelReply, request: ModelRequest): Usage => {
  const { usage } = reply
  if (usage.inputTokens + usage.outputTokens > 0) return usage
  const text = 'text' in reply ? reply.text : ''
  return { ...usage, inputTokens: promptTokens(request), outputTokens: approximateTokens(text) }
}

/** Whether a provider may ask money for a call that ended so: it refused none, and something may have been written. */
const wasTaken = (error: unknown, begun: boolean): boolean => {
  if (!(error instanceof AppError)) return true
  if (error.code === 'aborted') return true
  const facts = error.code === 'model_unavailable' ? (error as AppError<'model_unavailable'>).facts : undefined
  return facts?.reason === 'timeout' || (begun && (facts?.reason === 'network' || facts?.reason === 'response'))
}

/** Why extraction had to answer, in what a face has words for. */
export const withoutModel = (failure: AppError | string): WithoutModel => {
  if (typeof failure === 'string' || failure.code !== 'model_unavailable') return 'down'
  const { facts } = failure as AppError<'model_unavailable'>
  if (facts.reason === 'budget') return { whose: facts.whose, period: facts.period }
  return facts.reason === 'crowded' ? 'crowded' : 'down'
}

/** Rejects as `model` does, and with `AppError` model_unavailable (budget) where no cap has room for the call. */
export const meteredModel = (model: Model, payer: Payer, meter: Meter): Model => {
  const reserve = async (request: ModelRequest): Promise<Call> => {
    const price = meter.priceOf(model.name)
    const prompt = promptTokens(request)
    const at = meter.now()
    const call: Call = {
      id: randomUUID(),
      payer,
      model: model.name,
      at,
      until: at + meter.longest,
      most: spendingOf(price, prompt, replyRoom(request)),
      sent: spendingOf(price, prompt, 0),
    }
    const exhausted = await meter.budget.reserve(call, await meter.capsOf(payer)).catch((cause: unknown) => {
      // What cannot be counted is not spent.
      throw new AppError('model_unavailable', { reason: 'server' }, { cause })
    })
    if (exhausted) throw new AppError('model_unavailable', { reason: 'budget', ...exhausted })
    return call
  }

  /** A reply that was paid for is not lost because it cannot be counted: its prompt is, once its time is over. */
  const settle = async (call: Call, usage: Usage): Promise<void> => {
    // Which model serves may be known only since the call.
    const price = meter.priceOf(model.name)
    const cost: Cost = { ...usage, ...(price && { micros: costOf(price, usage) }) }
    await meter.budget.settle({ ...call, model: model.name }, cost).catch(meter.onUncounted)
  }

  return {
    get name() {
      return model.name
    },

    async complete(request, signal, onText) {
      if (signal.aborted) throw new AppError('aborted', {})
      const call = await reserve(request)
      let seen = ''
      const watched =
        onText &&
        ((delta: string) => {
          seen += delta
          onText(delta)
        })
      try {
        const reply = await model.complete(request, signal, watched)
        await settle(call, usageOf(reply, request))
        return reply
      } catch (error) {
        const taken = wasTaken(error, seen !== '')
        const inputTokens = taken ? promptTokens(request) : 0
        await settle(call, {
          calls: taken ? 1 : 0,
          inputTokens,
          cachedTokens: 0,
          outputTokens: approximateTokens(seen),
        })
        throw error
      }
    },
  }
}
