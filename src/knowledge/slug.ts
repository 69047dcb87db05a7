/** An article's id from a file's name: what people can type in a command and what fits a button. */
import { fold } from '../text/fold.ts'
import { sha256 } from './digest.ts'
import { hasWord } from './prose.ts'

const LONGEST = 60
const DIGEST = 8

/** Lower-case ASCII letters, digits and hyphens, 1 to 60 of them; where that says too little of the name, a digest of it. */
export const slug = (name: string): string => {
  const folded = fold(name.normalize('NFC'))
  const words = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const isWhole = words.length <= LONGEST && words !== '' && !hasWord(folded.replace(/[a-z0-9]+/g, ''))
  if (isWhole) return words
  const start = words.slice(0, LONGEST - DIGEST - 1).replace(/-$/, '')
  return `${start === '' ? 'article' : start}-${sha256([folded]).slice(0, DIGEST)}`
}
