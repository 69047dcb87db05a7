/** What the makers of unseen cases share: what a change is given and gives. */
export type Tongue = 'fr' | 'en' | 'de' | 'es'
export const tongues = ['fr', 'en', 'de', 'es'] as const

export type Passage = { readonly id: string; readonly text: string }
/** What a change may use: a sentence of a paragraph, another of another, one of another article in another language. */
export type Given = {
  readonly language: Tongue
  readonly text: string
  readonly paragraph: Passage
  readonly passages: readonly Passage[]
  readonly other: { readonly paragraph: Passage; readonly text: string } | undefined
  readonly alien: string
  readonly index: number
}

export type Draft = { readonly draft: unknown; readonly passages?: readonly Passage[]; readonly spoken?: Tongue }
/** What a change makes of it: nothing where it does not apply. */
export type Change = (given: Given) => Draft | readonly Draft[] | undefined
export type Changes = Readonly<Record<string, Change>>

export const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')
export const some = (text: string, from: number, to?: number): string => wordsOf(text).slice(from, to).join(' ')
/** The text with the first match changed; nothing where that changes nothing. */
export const once = (
  text: string,
  pattern: RegExp,
  by: string | ((match: string, ...groups: string[]) => string),
): string | undefined => {
  const changed = text.replace(pattern, by as string)
  return changed === text ? undefined : changed
}
export const all = (...made: readonly (string | undefined)[]): readonly string[] =>
  made.filter((each) => each !== undefined)
/** The one at `index`, from the first again where the list is shorter. */
export const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
