/**
 * The Markdown nearly everyone writes an article in: paragraphs, headings, and nothing that Markdown makes more of. The
 * parser means the same by it (a property test holds it to that), and with its tables takes a tenth of a cold answer.
 */
import type { Token } from 'markdown-it'

/** What is read of a token. */
export type Read = Pick<Token, 'type' | 'content' | 'tag' | 'hidden' | 'level' | 'info' | 'markup'> & {
  readonly children: readonly Read[] | null
}

const token = (type: string, tag: string, content: string, children: readonly Read[] | null): Read => ({
  ...{ type, tag, content, children },
  ...{ hidden: false, level: 0, info: '', markup: '' },
})

/** No mark of Markdown or HTML in it, and no white space at its end. */
const words = '[^*_`[\\]<>&\\\\|~\\0\\r\\t]*[^*_`[\\]<>&\\\\|~\\s\\0]'
const heading = new RegExp(`^(#{1,6}) (?!.*#)(${words})$`)
/** Begins with a letter, a quotation mark or a dialogue's dash, or a number that is none of a list. */
const line = new RegExp(`^(?![0-9]{1,9}[.)](?: |$))[\\p{L}0-9«“‘"'(—](?:${words})?$`, 'u')

/** The tokens of a text that is so written; undefined for any other. */
export const readPlain = (text: string): readonly Read[] | undefined => {
  const tokens: Read[] = []
  let paragraph: string[] = []
  const close = (): void => {
    const children = paragraph.flatMap((each, index) => [
      ...(index === 0 ? [] : [token('softbreak', '', '', null)]),
      token('text', '', each, null),
    ])
    if (paragraph.length > 0) tokens.push(token('inline', '', '', children))
    paragraph = []
  }
  for (const each of text.split('\n')) {
    const [, marks, title] = heading.exec(each) ?? []
    if (each === '' || marks !== undefined) close()
    else if (line.test(each)) paragraph.push(each)
    else return undefined
    if (marks === undefined || title === undefined) continue
    tokens.push(token('heading_open', `h${marks.length}`, '', null))
    tokens.push(token('inline', '', '', [token('text', '', title, null)]))
    tokens.push(token('heading_close', '', '', null))
  }
  close()
  return tokens
}
