/** Prints a list of checks as they are made: what works, what does not, and below each what to do. */
import { type Io, showProgress, write } from './output.ts'
import { paint, type Style, styleOf, visible, wrap } from './style.ts'

export type Item = {
  readonly mark: 'good' | 'bad' | 'note' | 'next'
  readonly text: string
  readonly details: readonly string[]
}

const marks: { readonly [M in Item['mark']]: readonly [sign: string, colour: Parameters<typeof paint>[1]] } = {
  good: ['✔', 'green'],
  bad: ['✖', 'red'],
  note: ['!', 'yellow'],
  next: ['→', 'cyan'],
}

export const renderItem = ({ mark, text, details }: Item, style: Style): readonly string[] => {
  const [sign, colour] = marks[mark]
  return [
    ...wrap(visible(text), style, `${paint(sign, colour, style)} `, 2),
    ...details.flatMap((detail) => wrap(visible(detail), style, '  ')),
  ]
}

/** Resolves to the exit code: 2 where anything is `bad`. `looking` is shown on a terminal while a check takes time. */
export const tellChecklist = async (items: AsyncIterable<Item>, looking: string, io: Io): Promise<number> => {
  let code = 0
  let done = showProgress(io.error, looking)
  try {
    for await (const item of items) {
      done()
      if (item.mark === 'bad') code = 2
      const lines = renderItem(item, styleOf(io.output, io.colour))
      await write(io.output, `${lines.join('\n')}\n`)
      done = showProgress(io.error, looking)
    }
  } finally {
    done()
  }
  return code
}
