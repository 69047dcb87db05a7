/** Reads the form of a server's caps: whole, under the operator's ceiling, or not at all. */
import { type Caps, type OwnCaps, parseCount, parseDollars } from '../limits.ts'
import type { DiscordProblems } from '../locale/discord-problems.ts'
import { capFields, ceilingOf } from './render/limits.ts'

type Problem =
  | { readonly problem: 'no_amount'; readonly facts: DiscordProblems['no_amount'] }
  | { readonly problem: 'above_ceiling'; readonly facts: DiscordProblems['above_ceiling'] }

/** `text` gives what a field holds; an empty one means no cap of the server's own. */
export const readCaps = (
  text: (field: keyof OwnCaps) => string,
  ceiling: Caps,
): { readonly caps: OwnCaps } | Problem => {
  const caps: Record<keyof OwnCaps, number> = { dailyTokens: 0, monthlyTokens: 0, dailyMicros: 0, monthlyMicros: 0 }
  for (const cap of capFields) {
    const given = text(cap).trim()
    if (given === '') continue
    const value = (cap.endsWith('Micros') ? parseDollars : parseCount)(given)
    // Nothing at all is no cap, and would be read as none.
    if (value === undefined || value === 0) return { problem: 'no_amount', facts: { given } }
    const most = ceilingOf(cap, ceiling)
    if (most !== undefined && value > most) return { problem: 'above_ceiling', facts: { cap, ceiling: most } }
    caps[cap] = value
  }
  return { caps }
}
