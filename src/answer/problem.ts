/** What can be wrong with a draft, as values: `verify` finds them, the retry tells them to the model. */

/** What is wrong with a claim or with a draft; `explain` says it to the model. */
export type Problem =
  | { readonly code: 'invalid_draft'; readonly detail: string }
  | { readonly code: 'invalid_claim'; readonly detail: string }
  | { readonly code: 'verdict_contradicts'; readonly verdict: string }
  | { readonly code: 'truncated' }
  | { readonly code: 'unsafe_text' }
  /** `asked` and `written` as a model is told them: `French (fr)`. */
  | { readonly code: 'wrong_language'; readonly asked: string; readonly written: string }
  /** The claim says what stands in our prompts. */
  | { readonly code: 'repeats_instructions' }
  | { readonly code: 'no_citation' }
  | { readonly code: 'unknown_paragraph'; readonly paragraph: string }
  | {
      readonly code: 'quote_not_found'
      readonly paragraph: string
      readonly quote: string
      /** The label of a passage that does hold these words. */
      readonly elsewhere?: string
    }
  | { readonly code: 'quote_cuts_word'; readonly paragraph: string; readonly quote: string }
  | { readonly code: 'quote_too_short'; readonly paragraph: string; readonly quote: string }
  | { readonly code: 'figure_unsupported'; readonly figure: string }

/** Says a problem to the model, so that it can mend just that. */
export const explain = (problem: Problem): string => {
  switch (problem.code) {
    case 'invalid_draft':
      return `The reply does not have the required form: ${problem.detail}.`
    case 'invalid_claim':
      return `The claim does not have the required form: ${problem.detail}.`
    case 'verdict_contradicts':
      return problem.verdict.startsWith('not_')
        ? `The verdict is "${problem.verdict}" but there are claims.`
        : `The verdict is "${problem.verdict}" but there is no claim.`
    case 'truncated':
      return 'The reply was cut off before its end. Give fewer and shorter claims.'
    case 'unsafe_text':
      return 'The claim holds control or text-direction characters. Write plain text.'
    case 'wrong_language':
      return `The claim is in ${problem.written}. Write it in ${problem.asked}.`
    case 'repeats_instructions':
      return 'The claim repeats your instructions. Say only what the passages say, or leave it out.'
    case 'no_citation':
      return 'The claim cites nothing. Cite the passage it comes from, or leave the claim out.'
    case 'unknown_paragraph':
      return `There is no passage ${JSON.stringify(problem.paragraph)}. Cite only labels that were given.`
    case 'quote_not_found':
      return problem.elsewhere === undefined
        ? `These words do not stand in ${problem.paragraph}: ${JSON.stringify(problem.quote)}. Copy the quote character for character.`
        : `These words stand in ${problem.elsewhere}, not in ${problem.paragraph}: ${JSON.stringify(problem.quote)}.`
    case 'quote_cuts_word':
      return `The quote starts or ends inside a word or a number of ${problem.paragraph}: ${JSON.stringify(problem.quote)}.`
    case 'quote_too_short':
      return `The quote from ${problem.paragraph} is too short to prove anything: ${JSON.stringify(problem.quote)}. Copy at least three words.`
    case 'figure_unsupported':
      return `${JSON.stringify(problem.figure)} does not stand in the cited passages. Use only figures, dates and units they hold.`
  }
}
