/** What a draft is, and its bounds; how one is read of a model's reply is in `reply-forms.ts`. */
import type { Stance } from '../types.ts'

/** Bounds of a draft. A normal answer has one to three claims; these keep a runaway one readable. */
export const MAX_CLAIMS = 12
export const MAX_CITATIONS = 4
export const MAX_CLAIM_LENGTH = 400
export const MAX_QUOTE_LENGTH = 600

export type Verdict = 'answered' | 'not_in_article'
export type DraftCitation = { readonly paragraph: string; readonly quote: string }
export type DraftClaim = {
  readonly text: string
  readonly citations: readonly DraftCitation[]
  /** Of a part of a statement that is checked. */
  readonly stance?: Stance
}
export type Draft = { readonly verdict: Verdict; readonly claims: readonly DraftClaim[] }

/** What a model is asked to write, each in a form of its own. */
export type FormName = 'draft' | 'check' | 'summary'
