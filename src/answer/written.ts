/** A text and the language it is read in: what the checks of a claim's wording take, of the claim and of its sources. */
import type { Language } from '../types.ts'

export type Written = { readonly text: string; readonly language: Language }
