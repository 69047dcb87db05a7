/** Reads standard input with bounds: whatever is piped in, no more than a question's length is kept of a line. */

import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

export type Input = Readable & { readonly isTTY?: boolean }

/** A line without its end; `text` is what fits in the limit, `length` counts all of it, in UTF-16 code units. */
export type Line = { readonly text: string; readonly length: number }

async function* decoded(input: Input): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  for await (const chunk of input) yield typeof chunk === 'string' ? chunk : decoder.write(chunk)
  yield decoder.end()
}

export async function* lines(input: Input, limit: number): AsyncGenerator<Line> {
  let text = ''
  let length = 0
  const add = (part: string) => {
    if (text.length < limit) text += part.slice(0, limit - text.length)
    length += part.length
  }
  for await (const chunk of decoded(input)) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end))
      yield { text, length }
      text = ''
      length = 0
      from = end + 1
    }
    add(chunk.slice(from))
  }
  if (length > 0) yield { text, length }
}

/** All of an input as one line, its line ends as spaces. */
export const wholeInput = async (input: Input, limit: number): Promise<Line> => {
  let text = ''
  let length = -1
  for await (const line of lines(input, limit)) {
    if (text.length < limit) text += `${line.text} `
    length += line.length + 1
  }
  return { text: text.trim(), length: Math.max(0, length) }
}
