/** Cuts what is longer than any paragraph, mostly a text whose line ends were lost, where it hurts least. */

/** Where the first piece ends: behind a sentence, else behind a word, else anywhere but inside a character. */
const seam = (text: string, longest: number): number => {
  const piece = text.slice(0, longest)
  const sentence = Math.max(...['. ', '! ', '? ', '.\n', '。'].map((end) => piece.lastIndexOf(end) + end.length))
  if (sentence > longest / 2) return sentence
  const word = piece.search(/\s\S*$/)
  if (word > 0) return word + 1
  return /[\uD800-\uDBFF]/.test(text.charAt(longest - 1)) ? longest - 1 : longest
}

/** The text in pieces of at most `longest` UTF-16 code units, without the white space between them. */
export const cut = (text: string, longest: number): readonly string[] => {
  const pieces: string[] = []
  let rest = text
  while (rest.length > longest) {
    const at = seam(rest, longest)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...pieces, rest].filter((piece) => piece !== '')
}
