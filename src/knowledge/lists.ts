/** Lists and tables as paragraphs, the same in every format that has them. */
import { isProse } from './prose.ts'

export const BULLET = '• '

/** What stands in a list, with its item's mark where it is the first there. */
export type Entry = { readonly mark: string; readonly text: string }

/**
 * A list is one paragraph, an item to a line, unless its items are paragraphs: set apart (`loose`), or sentences all of
 * them. Those need no bullet, but their numbers say something.
 */
export const listParagraphs = (entries: readonly Entry[], loose: boolean): readonly string[] =>
  loose || entries.every(({ text }) => isProse(text))
    ? entries.map(({ mark, text }) => (mark === BULLET ? text : mark + text))
    : [entries.map(({ mark, text }) => mark + text).join('\n')]

/** A row to a line, its cells parted by tabs. */
export const tableParagraph = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join('\t')).join('\n')
