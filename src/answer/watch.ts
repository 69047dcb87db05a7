/** Reads a draft while it is written, and gives each claim once it is complete and stands. */
import { type Claim, noUsage } from '../types.ts'
import { judgePartial, type Standard, standingOf } from './attempt.ts'
import { MAX_CLAIMS } from './draft.ts'
import type { ModelReply } from './model-response.ts'

export const watcher = (standard: Standard, onClaim: (claim: Claim) => void) => {
  let text = ''
  let seen = 0
  let given = 0
  return {
    onText(delta: string): void {
      text += delta
      if (!delta.includes('}') || seen >= MAX_CLAIMS) return
      const judged = judgePartial(text, standard)
      const claims = judged.slice(seen).flatMap(standingOf)
      seen = judged.length
      given += claims.length
      claims.forEach(onClaim)
    },
    /** What was written when the model broke off, as far as it gave any claim: that one must stay. */
    brokenOff: (): ModelReply | undefined =>
      given === 0 ? undefined : { kind: 'truncated', text, usage: { ...noUsage, calls: 1 } },
  }
}
