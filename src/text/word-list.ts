/** Reads the lists of words beside this file: at the first use, since a start must not wait for them. */
import { join } from 'node:path'

// Not imported: making a module of all it exports would load parts of Node that a cold answer has no use for.
const { readFileSync } = process.getBuiltinModule('node:fs')

/** The lines of one in `lists/`, without the notes at its top, which start with `#`. */
export const linesOf = (list: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, 'lists', `${list}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
