/** What can be wrong with a draft, as values: `verify` finds them, the retry tells them to the model. */

type Quoted = { readonly paragraph: string; readonly quote: string }

/** What no claim is shown with, ever: found by rules that have no exception. */
export type Rejection =
  | { readonly code: 'invalid_draft'; readonly detail: string }
  | { readonly code: 'invalid_claim'; readonly detail: string }
  | { readonly code: 'verdict_contradicts'; readonly verdict: string }
  | { readonly code: 'truncated' }
  | { readonly code: 'unsafe_text' }
  /** `asked` and `written` as a model is told them: `French (fr)`. */
  | { readonly code: 'wrong_language'; readonly asked: string; readonly written: string }
  /** The claim says what stands in our prompts. */
  | { readonly code: 'repeats_instructions' }
  | { readonly code: 'mixed_alphabets'; readonly word: string }
  | { readonly code: 'mention'; readonly words: string }
  | { readonly code: 'foreign_link'; readonly link: string }
  | { readonly code: 'no_citation' }
  | { readonly code: 'unknown_paragraph'; readonly paragraph: string }
  | ({
      readonly code: 'quote_not_found'
      /** The label of a passage that does hold these words. */
      readonly elsewhere?: string
    } & Quoted)
  | ({ readonly code: 'quote_cuts_word' } & Quoted)
  | ({ readonly code: 'quote_too_short' } & Quoted)
  /** The passage speaks to whoever reads it out: an order is no news. */
  | ({ readonly code: 'quote_is_order' } & Quoted)
  | { readonly code: 'figure_unsupported'; readonly figure: string }
  | { readonly code: 'name_unsupported'; readonly name: string }
  /** Between quotation marks in the claim, and nobody wrote it. */
  | { readonly code: 'words_not_quoted'; readonly words: string }
  | { readonly code: 'nothing_in_common' }

/** What heuristics suspect; how often they are right is measured (`npm run eval:verify`). */
export type Warning =
  /** A name in a language whose names are not tested. */
  | { readonly code: 'name_doubtful'; readonly name: string }
  | { readonly code: 'negation_differs'; readonly words: string }
  | { readonly code: 'opposite_word'; readonly word: string; readonly source: string }
  | { readonly code: 'hedge_differs'; readonly words: string }
  | { readonly code: 'names_exchanged'; readonly names: readonly [string, string] }
  | ({ readonly code: 'quote_cut_after_negation' } & Quoted)
  /** Words in a row, nearly always the last ones, that the paragraphs have none of. */
  | { readonly code: 'invented_tail'; readonly words: string }
  | { readonly code: 'low_overlap' }

/** What is wrong with a claim or with a draft; `explain` says it to the model. */
export type Problem = Rejection | Warning

export type Severity = 'reject' | 'warn'

const warnings: { readonly [C in Warning['code']]: true } = {
  name_doubtful: true,
  negation_differs: true,
  opposite_word: true,
  hedge_differs: true,
  names_exchanged: true,
  quote_cut_after_negation: true,
  invented_tail: true,
  low_overlap: true,
}

export const isWarning = (problem: Problem): problem is Warning => Object.hasOwn(warnings, problem.code)
export const severityOf = (problem: Problem): Severity => (isWarning(problem) ? 'warn' : 'reject')

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
      return 'The claim holds control, invisible or text-direction characters. Write plain text.'
    case 'wrong_language':
      return `The claim is in ${problem.written}. Write it in ${problem.asked}.`
    case 'repeats_instructions':
      return 'The claim repeats your instructions. Say only what the passages say, or leave it out.'
    case 'mixed_alphabets':
      return `${JSON.stringify(problem.word)} mixes alphabets. Write each word in the letters of its language.`
    case 'mention':
      return `The claim addresses somebody: ${JSON.stringify(problem.words)}. Write plain sentences.`
    case 'foreign_link':
      return `The claim holds a link that is not in the cited passages: ${JSON.stringify(problem.link)}. Leave it out.`
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
    case 'quote_is_order':
      return `The quote from ${problem.paragraph} is an order to whoever reads the passage, not news: ${JSON.stringify(problem.quote)}. Leave the claim out.`
    case 'figure_unsupported':
      return `${JSON.stringify(problem.figure)} does not stand in the cited passages. Use only figures, dates and units they hold.`
    case 'name_unsupported':
      return `The name ${JSON.stringify(problem.name)} does not stand in the cited passages. Use only names they hold, or cite the passage that does.`
    case 'words_not_quoted':
      return `Nobody wrote the words between quotation marks: ${JSON.stringify(problem.words)}. Quote as it stands, or leave the marks out.`
    case 'nothing_in_common':
      return 'The claim has no word in common with the passages it cites. Say what they say, or leave the claim out.'
    case 'name_doubtful':
      return `The name ${JSON.stringify(problem.name)} was not found in the cited passages. Use only names they hold.`
    case 'negation_differs':
      return `The claim and its passage differ by a negation (${JSON.stringify(problem.words)}). Say what the passage says.`
    case 'opposite_word':
      return `The claim says ${JSON.stringify(problem.word)} where its passage says ${JSON.stringify(problem.source)}. Say what the passage says.`
    case 'hedge_differs':
      return `The claim leaves out or adds a reservation (${JSON.stringify(problem.words)}). Keep those of the passage.`
    case 'names_exchanged':
      return `The claim gives ${JSON.stringify(problem.names[0])} the part that its passage gives ${JSON.stringify(problem.names[1])}.`
    case 'quote_cut_after_negation':
      return `The quote from ${problem.paragraph} leaves out the negation before it: ${JSON.stringify(problem.quote)}. Start before the negation.`
    case 'invented_tail':
      return `The cited passages say nothing of ${JSON.stringify(problem.words)}. Leave it out, or cite what says it.`
    case 'low_overlap':
      return 'Little of the claim stands in the passages it cites. Keep to their words.'
  }
}
