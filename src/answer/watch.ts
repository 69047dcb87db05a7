/** Reads a draft while it is written, and gives each claim once it is complete and stands. */
import { type Claim, noUsage } from '../types.ts'
import { judgeClaims, partialClaims, type Standard, standingOf } from './attempt.ts'
import { MAX_CLAIMS } from './draft.ts'
import type { ModelReply } from './model-response.ts'

export const watcher = (standard: Standard, onClaim: (claim: Claim) => void) => {
  const { most = MAX_CLAIMS } = standard
  let text = ''
  /** Claims of the draft that were judged, each once; and all that came of them. */
  let read = 0
  let judged = 0
  let given = 0
  return {
    onText(delta: string): void {
      text += delta
      if (!delta.includes('}') || read >= most) return
      const claims = partialClaims(text, standard).slice(read, most)
      const found = judgeClaims(claims, standard).slice(0, Math.max(0, most - judged))
      read += claims.length
      judged += found.length
      const standing = found.flatMap(standingOf)
      given += standing.length
      standing.forEach(onClaim)
    },
    /** What was written when the model broke off, as far as it gave any claim: that one must stay. */
    brokenOff: (): ModelReply | undefined =>
      given === 0 ? undefined : { kind: 'truncated', text, usage: { ...noUsage, calls: 1 } },
  }
}
