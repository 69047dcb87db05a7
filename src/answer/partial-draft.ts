/**
 * Reads the claims of a draft that is not whole: one that is still being written, or was cut off. Only claims that
 * are complete count; what they say is judged like any other.
 */
import { z } from 'zod'
import type { Verdict } from './draft.ts'

/** Longer texts are no draft. */
const MAXIMUM_LENGTH = 100_000

export type PartialDraft = {
  /** Once it was said, which our prompts ask for first. */
  readonly verdict?: Verdict
  /** The complete members of `claims`, as JSON values not yet parsed by a schema. */
  readonly claims: readonly unknown[]
  /** Whether the list of claims came to its end. */
  readonly complete: boolean
}

/** The end of the JSON value that starts at `from` with `{`, or -1 where it is not complete. */
const endOfObject = (text: string, from: number): number => {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const unit = text[at]
    if (quoted) {
      if (unit === '\\') at++
      else if (unit === '"') quoted = false
    } else if (unit === '"') quoted = true
    else if (unit === '{') depth++
    else if (unit === '}' && --depth === 0) return at + 1
  }
  return -1
}

const value = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const verdictSchema = z.enum(['answered', 'not_in_article'])

/** Never throws; linear in the text's length. */
export const readPartial = (json: string): PartialDraft => {
  const text = json.slice(0, MAXIMUM_LENGTH)
  const start = /"claims"\s*:\s*\[/.exec(text)
  const head = start ? text.slice(0, start.index) : text
  const verdict = verdictSchema.safeParse(/^\s*\{\s*"verdict"\s*:\s*"(\w+)"/.exec(head)?.[1])
  const claims: unknown[] = []
  let at = start ? start.index + start[0].length : text.length
  while (at < text.length) {
    const opening = /^[\s,]*\{/.exec(text.slice(at, at + 200))
    if (!opening) break
    const from = at + opening[0].length - 1
    const end = endOfObject(text, from)
    if (end === -1) break
    const claim = value(text.slice(from, end))
    if (claim !== undefined) claims.push(claim)
    at = end
  }
  const complete = start !== null && /^[\s,]*\]/.test(text.slice(at, at + 200))
  return { ...(verdict.success && { verdict: verdict.data }), claims, complete }
}
