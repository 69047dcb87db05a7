/** Where a claim that tells a sentence in another order makes a past of a future, or a future of what may be. */
import type { Token } from './alignment.ts'
import type { Warning } from './problem.ts'
import type { Retold } from './retold.ts'

const future = new Set('will would shall wird werden'.split(' '))
const past = new Set('has have had was were did wurde wurden hat haben'.split(' '))
const modal = new Set('may might could'.split(' '))

/** What would be done has not been done yet; what may come, nobody said will. */
export const tenseDiffers = ({ claim, sentence: { tokens } }: Retold): Warning | undefined => {
  const first = (list: readonly Token[], set: ReadonlySet<string>): string | undefined =>
    list.find(({ text }) => set.has(text))?.text
  const [ahead, done] = [first(claim, future), first(claim, past)]
  const [aheadThere, doneThere, mayThere] = [first(tokens, future), first(tokens, past), first(tokens, modal)]
  if (ahead !== undefined && mayThere !== undefined && aheadThere === undefined && first(claim, modal) === undefined)
    return { code: 'hedge_differs', words: mayThere }
  if (ahead !== undefined && done === undefined && aheadThere === undefined && doneThere !== undefined)
    return { code: 'hedge_differs', words: ahead }
  return ahead === undefined && done !== undefined && aheadThere !== undefined && doneThere === undefined
    ? { code: 'hedge_differs', words: aheadThere }
    : undefined
}

/** By language: the endings of a future, of a conditional that only may be, and what tells a past: a word, or an ending. */
type Conjugation = { readonly future: RegExp; readonly done: ReadonlySet<string>; readonly past: RegExp }
const conjugations: Readonly<Record<string, Conjugation>> = {
  fr: {
    future: /^.{3,}(?:r|dr)(?:a|ont)$/u,
    done: new Set('a ont est sont ete avait avaient fut furent'.split(' ')),
    past: /^.{2,}(?:erent|irent)$/u,
  },
  es: {
    future: /^.{3,}r(?:a|an)$/u,
    done: new Set('ha han fue fueron habia'.split(' ')),
    past: /^.{2,}(?:aron|ieron|o)$/u,
  },
}
/** Forms of one verb begin alike: reprendra, repris. */
const SHARED_LETTERS = 4

/** A verb of the sentence that is still to be done, and done in the claim, or the other way round: reprendra, a repris. */
export const conjugationDiffers = ({ claim, sentence: { tokens } }: Retold, tag: string): Warning | undefined => {
  const known = conjugations[tag]
  if (!known) return undefined
  const isAhead = ({ text, content }: Token): boolean => content && known.future.test(text)
  const ahead = (list: readonly Token[]): readonly Token[] => list.filter(isAhead)
  const isDone = (list: readonly Token[], verb: Token): boolean =>
    list.some(
      (token, at) =>
        token.text.slice(0, SHARED_LETTERS) === verb.text.slice(0, SHARED_LETTERS) &&
        !isAhead(token) &&
        (known.past.test(token.text) || [1, 2].some((back) => known.done.has(list[at - back]?.text ?? ''))),
    )
  const turned = ahead(claim).length > 0 ? [ahead(claim), tokens, claim] : [ahead(tokens), claim, tokens]
  const [verbs = [], others = [], own = []] = turned
  const verb = verbs.find((each) => isDone(others, each) && !isDone(own, each))
  return verb && ahead(others).length === 0 ? { code: 'hedge_differs', words: verb.text } : undefined
}
