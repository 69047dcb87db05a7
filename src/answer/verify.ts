/**
 * Turns a draft into an answer, or says why it does not stand. The only maker of citations, claims and answers:
 * the brand on their types cannot be made elsewhere, so nothing unverified can reach a reader.
 */
import { analyse } from '../text/analyse.ts'
import { sameLanguage } from '../text/language.ts'
import {
  type Answer,
  type Answered,
  type Check,
  type CheckVerdict,
  type Citation,
  type Claim,
  type Language,
  type NotFound,
  type Paragraph,
  quotation,
  type Reading,
  type Stance,
  type StoredAnswer,
  type StoredCitation,
  type StoredPlace,
  type Summary,
} from '../types.ts'
import { denials } from './denials.ts'
import type { DraftCitation, DraftClaim } from './draft.ts'
import { unsupportedFigures } from './figures.ts'
import { endsAfterNegation, startsAfterNegation } from './near-repeat.ts'
import { isOrder } from './orders.ts'
import type { Problem } from './problem.ts'
import { locate, type Span } from './quotation.ts'
import { sourceOf, wordingProblems } from './wording.ts'
import type { Written } from './written.ts'

/** The paragraphs that were sent, under the labels they were sent with. */
export type Evidence = ReadonlyMap<string, Paragraph>

export type Judgement =
  | { readonly kind: 'stands'; readonly claim: Claim }
  | {
      readonly kind: 'fails'
      readonly draft: DraftClaim
      readonly problems: readonly Problem[]
      readonly citations: readonly Citation[]
    }

// The brand has no value at run time: these three functions are where it is given.
const citation = (paragraph: Paragraph, { start, end }: Span): Citation => ({ paragraph, start, end }) as Citation
const claim = (text: string, citations: Claim['citations'], stance?: Stance): Claim =>
  ({ text, citations, ...(stance !== undefined && { stance }) }) as Claim
const answer = <A extends Answer>(fields: Unbranded<A>): A => fields as unknown as A
type Unbranded<A> = A extends unknown ? Fields<A> : never
type Fields<A> = { [K in keyof A as K extends string ? K : never]: A[K] }

const sameCitation = (a: Citation, b: Citation): boolean =>
  a.paragraph === b.paragraph && a.start === b.start && a.end === b.end

const atLeastOne = <T>(list: readonly T[]): readonly [T, ...T[]] | undefined => {
  const [first, ...rest] = list
  return first === undefined ? undefined : [first, ...rest]
}

/** One citation of a draft, looked up under the label it was given. */
const cite = (paragraph: string, quote: string, evidence: Evidence): Citation | Problem => {
  const cited = evidence.get(paragraph)
  if (!cited) return { code: 'unknown_paragraph', paragraph }
  const found = locate(quote, cited.text, cited.article.language)
  switch (found.kind) {
    case 'found':
      return isOrder(cited.text, found.span, cited.article.language)
        ? { code: 'quote_is_order', paragraph, quote }
        : citation(cited, found.span)
    case 'too_short':
      return { code: 'quote_too_short', paragraph, quote }
    case 'cut_word':
      return { code: 'quote_cuts_word', paragraph, quote }
    case 'missing': {
      for (const [elsewhere, other] of evidence) {
        if (locate(quote, other.text, other.article.language).kind === 'found')
          return { code: 'quote_not_found', paragraph, quote, elsewhere }
      }
      return { code: 'quote_not_found', paragraph, quote }
    }
  }
}

/** One claim of a draft as it was found: its citations, each `undefined` where it does not stand, and all problems. */
export type Finding = {
  readonly citations: readonly (Citation | undefined)[]
  readonly problems: readonly Problem[]
}

const isCutAfterNegation = (given: Citation | undefined, claim: string): boolean => {
  if (!given) return false
  const { paragraph, start, end } = given
  const { language } = paragraph.article
  return (
    startsAfterNegation(paragraph.text, start, language, claim) ||
    endsAfterNegation(paragraph.text, end, language, claim)
  )
}
const cutAfterNegation = ({ paragraph, quote }: DraftCitation): Problem => ({
  code: 'quote_cut_after_negation',
  paragraph,
  quote,
})

/** Looks up every citation of a claim written in `language` and holds its words against them. Never throws. */
export const examine = (draft: DraftClaim, language: Language, evidence: Evidence): Finding => {
  const found = draft.citations.map(({ paragraph, quote }) => cite(paragraph, quote, evidence))
  const citations = found.map((each) => ('code' in each ? undefined : each))
  const problems: Problem[] = found.filter((each) => 'code' in each)
  if (draft.citations.length === 0) problems.push({ code: 'no_citation' })
  // Without the paragraph it meant to cite, a claim's words cannot be judged fairly: the quotation comes first.
  const cited = citations.filter((each) => each !== undefined)
  if (problems.length === 0) {
    problems.push(...wordingProblems(draft.text, language, cited))
    problems.push(
      ...draft.citations.filter((_, index) => isCutAfterNegation(citations[index], draft.text)).map(cutAfterNegation),
    )
  }
  return { citations, problems }
}

/**
 * Judges one claim of a draft written in `language` against the passages that were sent. A warning fails it as well: its
 * quotations can be shown in its place, and lose nothing but the wording. Never throws.
 */
export const judge = (draft: DraftClaim, language: Language, evidence: Evidence): Judgement => {
  const finding = examine(draft, language, evidence)
  const citations = finding.citations
    .filter((each) => each !== undefined)
    .filter((each, index, all) => all.findIndex((other) => sameCitation(other, each)) === index)
  const { problems } = finding
  const cited = atLeastOne(citations)
  if (problems.length === 0 && cited) return { kind: 'stands', claim: claim(draft.text.trim(), cited, draft.stance) }
  return { kind: 'fails', draft, problems, citations }
}

/** Citations as claims that say nothing but their quotation: what may take the place of any wording. */
export const quotationsOf = (citations: readonly Citation[], stance?: Stance): readonly Claim[] =>
  citations.map((each) => claim(quotation(each), [each], stance))

/**
 * What remains of a claim that failed for good: with its standing citations if its words hold by them alone, else
 * those quotations in its place, else nothing.
 */
export const salvage = (failed: Judgement & { kind: 'fails' }, language: Language): readonly Claim[] => {
  const cited = atLeastOne(failed.citations)
  if (!cited) return []
  if (wordingProblems(failed.draft.text, language, cited).length === 0)
    return [claim(failed.draft.text.trim(), cited, failed.draft.stance)]
  return quotationsOf(cited, failed.draft.stance)
}

/** The answer of these claims, or `undefined` where there is none: an answer without a claim is no answer. */
export const answered = (claims: readonly Claim[], rest: Rest<Answered>): Answered | undefined => {
  const some = atLeastOne(claims)
  return some && answer<Answered>({ kind: 'answered', claims: some, ...rest })
}

export const summary = (claims: readonly Claim[], rest: Rest<Summary>): Summary | undefined => {
  const some = atLeastOne(claims)
  return some && answer<Summary>({ kind: 'summary', claims: some, ...rest })
}

type CheckRest = Omit<Unbranded<Check>, 'kind' | 'claims' | 'verdict'>

const isPart = <S extends Stance>(given: Claim, stance: S): given is Claim & { readonly stance: S } =>
  given.stance === stance

/** The verdict that these parts bear out: what contradicts decides, and what was said of nothing counts for nothing. */
const reading = (claims: readonly Claim[], verdict: CheckVerdict): Reading | undefined => {
  const supporting = claims.filter((each) => isPart(each, 'supports'))
  const contradicting = atLeastOne(claims.filter((each) => isPart(each, 'contradicts')))
  if (contradicting) return { verdict: 'contradicted', claims: [...contradicting, ...supporting] }
  const some = atLeastOne(supporting)
  switch (verdict) {
    case 'supported':
    case 'partly':
      return some && { verdict, claims: some }
    case 'not_covered':
      return some ? undefined : { verdict, claims: [] }
    case 'contradicted':
      return undefined
  }
}

/**
 * Whether words can contradict a statement at all: those that say nothing but what it says, neither another word nor
 * a denial more or less, cannot. Words of another language may.
 */
const bearsAgainst = (part: Claim, statement: Written): boolean =>
  part.citations.some((each) => {
    const { language } = each.paragraph.article
    if (!sameLanguage(language, statement.language)) return true
    const words = quotation(each)
    const stems = (text: string): Set<string> =>
      new Set(analyse(text, language).flatMap((term) => (term.stop ? [] : [term.stem])))
    return !stems(words).isSubsetOf(stems(statement.text)) || denials(words) !== denials(statement.text)
  })

/**
 * What remains of a model's verdict on a statement, or `undefined` where nothing bears it out. Contradicting takes
 * words that can contradict it; supporting all of it takes every figure of it in the cited paragraphs, and all parts.
 */
export const check = (
  claims: readonly Claim[],
  verdict: CheckVerdict,
  statement: Written,
  rest: CheckRest,
): Check | undefined => {
  const bearing = claims.filter((each) => !isPart(each, 'contradicts') || bearsAgainst(each, statement))
  const partial = rest.partial || bearing.length < claims.length
  const cited = [...new Set(bearing.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)))]
  const proven = !partial && unsupportedFigures(statement, cited.map(sourceOf)).length === 0
  const borne = reading(bearing, verdict === 'supported' && !proven ? 'partly' : verdict)
  return borne && answer<Check>({ kind: 'check', ...rest, partial, ...borne })
}

export const notFound = (rest: Rest<NotFound>): NotFound => answer<NotFound>({ kind: 'not_found', claims: [], ...rest })

type Rest<A extends Answer> = Omit<Unbranded<A>, 'kind' | 'claims'>

const placeOf = (paragraph: Paragraph): StoredPlace => ({
  article: paragraph.article.id,
  hash: paragraph.article.hash,
  paragraph: paragraph.number,
})

/** The opposite of `restore`. */
export const store = (given: Answer): StoredAnswer => {
  const { by, partial, language, locale, usage } = given
  const passages = given.passages.map(({ paragraph, score }) => ({ ...placeOf(paragraph), score }))
  const common = { by, partial, language, locale, usage, passages }
  if (given.kind === 'not_found') return { kind: 'not_found', ...common, nearest: given.nearest.map(placeOf) }
  const claims = given.claims.map(({ text, citations, stance }) => ({
    text,
    citations: citations.map(({ paragraph, start, end }) => ({ ...placeOf(paragraph), start, end })),
    ...(stance !== undefined && { stance }),
  }))
  if (given.kind === 'answered') return { kind: 'answered', ...common, claims }
  if (given.kind === 'check')
    return { kind: 'check', ...common, claims, verdict: given.verdict, nearest: given.nearest.map(placeOf) }
  return { kind: 'summary', ...common, claims, article: given.article, length: given.length }
}

/**
 * Makes a stored answer again, its quotations cut anew from the paragraphs that `find` gives. What can no longer be
 * found is left out and the answer marked partial; `undefined` when no claim is left.
 */
export const restore = (
  stored: StoredAnswer,
  find: (place: StoredPlace) => Paragraph | undefined,
): Answer | undefined => {
  const { by, language, locale, usage } = stored
  const passages = stored.passages.flatMap(({ score, ...place }) => {
    const paragraph = find(place)
    return paragraph ? [{ paragraph, score }] : []
  })
  const common = { by, partial: stored.partial, language, locale, usage, passages }
  const nearest = 'nearest' in stored ? stored.nearest.flatMap((place) => find(place) ?? []) : []
  if (stored.kind === 'not_found') return notFound({ ...common, nearest })
  const cut = ({ start, end, ...place }: StoredCitation): readonly Citation[] => {
    const paragraph = find(place)
    const inside = paragraph !== undefined && 0 <= start && start < end && end <= paragraph.text.length
    return inside ? [citation(paragraph, { start, end })] : []
  }
  // A check that was kept before its parts had stances: its verdict was said of all of them.
  const former: Stance | undefined =
    stored.kind !== 'check' ? undefined : stored.verdict === 'contradicted' ? 'contradicts' : 'supports'
  const claims = stored.claims.flatMap(({ text, citations, stance = former }) => {
    const cited = atLeastOne(citations.flatMap(cut))
    return cited ? [claim(text, cited, stance)] : []
  })
  const places = (list: readonly { readonly citations: readonly unknown[] }[]): number =>
    list.reduce((sum, each) => sum + each.citations.length, 0)
  const rest = { ...common, partial: stored.partial || places(claims) < places(stored.claims) }
  if (stored.kind === 'answered') return answered(claims, rest)
  if (stored.kind === 'check') {
    const borne = reading(claims, stored.verdict)
    return borne && answer<Check>({ kind: 'check', ...rest, nearest, ...borne })
  }
  return summary(claims, { ...rest, article: stored.article, length: stored.length })
}
