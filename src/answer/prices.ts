/** What models cost, by a table of list prices with the date and source of each; money is whole micros throughout. */
import { z } from 'zod'
import { type Micros, parseDollars } from '../limits.ts'
import type { Usage } from '../types.ts'
import table from './prices.json' with { type: 'json' }

/** Micros for a million tokens. */
export type Price = { readonly input: Micros; readonly cached: Micros; readonly output: Micros }

const dollars = z.string().transform((text, context): Micros => {
  const micros = parseDollars(text)
  if (micros !== undefined) return micros
  context.addIssue('no amount in dollars')
  return z.NEVER
})

const entry = z.object({
  host: z.string(),
  model: z.string(),
  input: dollars,
  cached: dollars,
  cacheWrite: dollars.optional(),
  output: dollars,
  seen: z.iso.date(),
  source: z.string().min(1),
})

export type PriceEntry = z.infer<typeof entry>

export const priceTable: readonly PriceEntry[] = z.object({ prices: z.array(entry) }).parse(table).prices

const OPENAI_HOST = 'api.openai.com'

/** A dated snapshot costs what its model does. */
const snapshot = /-\d{4}-\d{2}-\d{2}$/u

/**
 * Undefined where the table does not know what this host takes for this model: then only tokens can be counted.
 * `baseURL` absent: OpenAI's.
 */
export const priceOf = (model: string, baseURL: string | undefined): PriceEntry | undefined => {
  const host = baseURL === undefined ? OPENAI_HOST : URL.canParse(baseURL) ? new URL(baseURL).hostname : ''
  const names = [model, model.replace(snapshot, '')]
  return priceTable.find((each) => each.host === host && names.includes(each.model))
}

/** The dearest reading of an entry: what is not read from the provider's cache may have been written into it. */
export const counted = ({ input, cached, cacheWrite, output }: PriceEntry): Price => ({
  input: Math.max(input, cacheWrite ?? 0),
  cached,
  output,
})

const MILLION = 1_000_000

/** Rounded up to whole micros. Exact: all numbers stay below 2^53. */
export const costOf = (
  { input, cached, output }: Price,
  usage: Pick<Usage, 'inputTokens' | 'cachedTokens' | 'outputTokens'>,
): Micros => {
  const fresh = Math.max(0, usage.inputTokens - usage.cachedTokens)
  const sum = fresh * input + usage.cachedTokens * cached + usage.outputTokens * output
  const rest = sum % MILLION
  return (sum - rest) / MILLION + (rest > 0 ? 1 : 0)
}
