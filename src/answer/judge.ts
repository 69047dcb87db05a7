/**
 * A second model's reading of claims that stand, where one is set: it sees each claim with its quotations alone, and
 * may only object. Any failure of its own is no opinion: every quotation was found by our code already, and a judge
 * that is down, or answers nonsense, must not silence what holds without it.
 */
import { z } from 'zod'
import { AppError } from '../failures.ts'
import { type Claim, isQuotation, noUsage, type Usage } from '../types.ts'
import { MAX_CLAIMS } from './draft.ts'
import type { Model } from './model-request.ts'
import type { Prompts } from './prompt.ts'

/** A dozen labels and the braces around them. */
const JUDGE_TOKENS = 120

const schema = z.strictObject({ rejected: z.array(z.string()).max(MAX_CLAIMS) })
/** As it is read: labels that we did not give are nobody's. */
const verdict = z.strictObject({ rejected: z.array(z.unknown()) })

/** What the judge objects to, in no order; `why` it has no opinion, where it has none. */
export type Objections = { readonly rejected: ReadonlySet<Claim>; readonly usage: Usage; readonly why?: string }

export type SecondReading = (claims: readonly Claim[], signal: AbortSignal) => Promise<Objections>

/** One call, or none where every claim is its quotation. Rejects only with `AppError` aborted. */
export const createSecondReading =
  (model: Model, prompts: Prompts): SecondReading =>
  async (all, signal) => {
    const claims = all.filter((claim) => !isQuotation(claim))
    const rejected = new Set<Claim>()
    if (claims.length === 0) return { rejected, usage: noUsage }
    const messages = prompts.judge({ claims })
    const request = { name: 'judge', messages, schema, maxOutputTokens: JUDGE_TOKENS }
    try {
      const reply = await model.complete(request, signal)
      const read = reply.kind === 'json' ? verdict.safeParse(reply.value) : undefined
      if (!read?.success) return { rejected, usage: reply.usage, why: reply.kind === 'json' ? 'malformed' : reply.kind }
      const labels = new Set(read.data.rejected)
      for (const [index, claim] of claims.entries()) if (labels.has(`C${index + 1}`)) rejected.add(claim)
      return { rejected, usage: reply.usage }
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
      return { rejected, usage: noUsage, why: failure.code }
    }
  }
