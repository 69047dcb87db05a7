import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { readPdf } from '../../src/knowledge/pdf.ts'
import { join as joinLines } from '../../src/knowledge/pdf-flow.ts'
import { column, type Printed, printPdf } from './print.ts'

const read = async (pages: readonly (readonly Printed[])[], info?: string) => readPdf(printPdf(pages, info), 'a.pdf')
const texts = async (pages: readonly (readonly Printed[])[]): Promise<readonly string[]> =>
  (await read(pages)).parts.map(({ text }) => text)
const failure = async (bytes: Uint8Array): Promise<unknown> => {
  const error: unknown = await readPdf(bytes, 'a.pdf').catch((reason: unknown) => reason)
  return error instanceof AppError ? { code: error.code, ...error.facts } : error
}

const first = [
  'The bridge will be closed for two whole weeks in the',
  'spring, the mayor of the town has announced, and the',
  'buses will take the long way round.',
]
const second = [
  'A shuttle will leave every ten minutes from the station',
  'to the hospital, but it will take no bicycles at all and',
  'no dogs of any size.',
]

describe('paragraphs', () => {
  test('parted by a gap', async () => {
    expect(await texts([[...column(first, 50, 500), ...column(second, 50, 450)]])).toEqual([
      first.join(' '),
      second.join(' '),
    ])
  })
  test('parted by an indent alone', async () => {
    const lines = [...column(first, 50, 500), ...column(second, 50, 464)].map((line, index) =>
      index % 3 === 0 ? { ...line, x: 62 } : line,
    )
    expect(await texts([lines])).toEqual([first.join(' '), second.join(' ')])
  })
  test('parted by a last line that has room', async () => {
    expect(await texts([column([...first, ...second], 50, 500)])).toEqual([first.join(' '), second.join(' ')])
  })
  test('a sentence goes on below a larger gap', async () => {
    const lines = [
      ...column(first.slice(0, 1), 50, 500),
      ...column(first.slice(1), 50, 482),
      ...column(second, 50, 430),
    ]
    expect(await texts([lines])).toEqual([first.join(' '), second.join(' ')])
  })
  test('made one again over the end of a page, where the page is its first', async () => {
    const { parts } = await read([
      column(first.slice(0, 2), 50, 100),
      [...column(first.slice(2), 50, 550), ...column(second, 50, 520)],
    ])
    expect(parts).toEqual([
      { text: first.join(' '), page: 1 },
      { text: second.join(' '), page: 2 },
    ])
  })
  test('made one again over the end of a column', async () => {
    const left = [...column(first, 30, 500), ...column(second.slice(0, 2), 30, 450)].map((line) => ({
      ...line,
      size: 6,
    }))
    const right = [...column(second.slice(2), 220, 500), ...column(first, 220, 470)].map((line) => ({
      ...line,
      size: 6,
    }))
    expect(await texts([[...left, ...right]])).toEqual([first.join(' '), second.join(' '), first.join(' ')])
  })
  test('headings by their size or their weight; the largest is the title', async () => {
    const { title, parts } = await read([
      [
        { x: 50, y: 560, text: 'The Bridge of the Two', size: 20 },
        { x: 50, y: 538, text: 'Towns', size: 20 },
        ...column(first, 50, 500),
        { x: 50, y: 440, text: 'The shuttle', bold: true },
        ...column(second, 50, 420),
      ],
    ])
    expect(title).toBe('The Bridge of the Two Towns')
    expect(parts).toEqual([
      { text: first.join(' '), page: 1 },
      { text: second.join(' '), page: 1, heading: 'The shuttle' },
    ])
  })
  test('a list is one', async () => {
    const items = ['• bread', '• cheese', '• a pear']
    expect(await texts([[...column(first, 50, 500), ...column(items, 60, 450), ...column(second, 50, 400)]])).toEqual([
      first.join(' '),
      items.join('\n'),
      second.join(' '),
    ])
  })
  test('captions are none', async () => {
    const caption: Printed = { x: 50, y: 450, text: 'Figure 2: The bridge in winter.', size: 8 }
    expect(await texts([[...column(first, 50, 500), caption, ...column(second, 50, 420)]])).toHaveLength(2)
  })
  test('raised figures: an exponent stays, the mark of a note does not, and the note stands at the end', async () => {
    const raised = (x: number, text: string): Printed => ({ x, y: 504, text, size: 6 })
    const lines: readonly Printed[] = [
      { x: 50, y: 500, text: 'It has 40 m' },
      raised(99.6, '2'),
      { x: 105, y: 500, text: 'of lawn' },
      raised(137, '1'),
      { x: 140.4, y: 500, text: ', and nobody may walk on it in any season.' },
      { x: 50, y: 40, text: '1 Measured by the parish in June.', size: 7 },
    ]
    expect(await texts([lines])).toEqual([
      'It has 40 m² of lawn, and nobody may walk on it in any season.',
      '1 Measured by the parish in June.',
    ])
  })
})

describe('hyphens at the end of a line', () => {
  const known = new Set(['porte-avions'])
  test.each([
    ['un extra-', 'ordinaire pont', 'un extraordinaire pont'],
    ['le porte-', 'avions part', 'le porte-avions part'],
    ['Saint-', 'Étienne dort', 'Saint-Étienne dort'],
    ['répond-', 'il enfin', 'répond-il enfin'],
    ['soixante-', 'trois marches', 'soixante-trois marches'],
    ['en 1914-', '1918 encore', 'en 1914-1918 encore'],
    ['un pont \u2014', 'le seul', 'un pont \u2014le seul'],
    ['extra\u00ad', 'ordinaire', 'extraordinaire'],
    ['deux', 'ponts', 'deux ponts'],
    ['Pont\tÂge', 'A\t5', 'Pont\tÂge\nA\t5'],
  ])('%s | %s', (text, next, expected) => {
    expect(joinLines(text, next, known)).toBe(expected)
  })
})

describe('what a page repeats', () => {
  const page = (number: number, body: readonly string[], head = 'Annals of the Bridge'): readonly Printed[] => [
    { x: 50, y: 580, text: head, size: 8 },
    ...column(body, 50, 520),
    { x: 195, y: 20, text: String(number), size: 8 },
  ]
  test('running titles and page numbers are dropped', async () => {
    expect(await texts([page(1, first), page(2, second), page(3, first)])).toEqual(
      [first, second, first].map((each) => each.join(' ')),
    )
  })
  test('those of left and right pages, and of chapters, too', async () => {
    const heads = ['A. Writer', 'One', 'A. Writer', 'One', 'A. Writer', 'Two', 'A. Writer', 'Three']
    const found = await texts(heads.map((head, index) => page(index + 10, index % 2 === 0 ? first : second, head)))
    expect(found).toHaveLength(8)
    expect(found.join(' ')).not.toMatch(/Writer|One|Two|Three|\b1\d\b/)
  })
  test.each(['- 7 -', 'Page 7', 'Page 1 sur 3', 'xii', '7 / 30'])('%s is a page number', async (text) => {
    expect(await texts([[...column(first, 50, 520), { x: 180, y: 20, text }]])).toEqual([first.join(' ')])
  })
  test('a page number stands further in where margins are wide, and a figure in the text is none', async () => {
    const lines: readonly Printed[] = [...column(first, 50, 520), { x: 195, y: 125, text: '7' }]
    expect(await texts([lines])).toEqual([first.join(' ')])
    const within = [...column(first, 50, 520), ...column(['1999'], 50, 400), ...column(second, 50, 360)]
    expect(await texts([within])).toContain('1999')
  })
  test('what a browser prints around', async () => {
    const lines: readonly Printed[] = [
      { x: 30, y: 585, text: '11/25/26, 11:20 PM', size: 8 },
      ...column(first, 50, 520),
      { x: 30, y: 15, text: 'https://le.example/pont 1/1', size: 8 },
    ]
    expect(await texts([lines])).toEqual([first.join(' ')])
  })
  test('a sentence at the foot stays', async () => {
    expect(
      (
        await texts([
          [...column(first, 50, 520), ...column(['And there it ended, in 1999, for good and all.'], 50, 40)],
        ])
      ).at(-1),
    ).toBe('And there it ended, in 1999, for good and all.')
  })
})

describe('what the file says of itself', () => {
  test.each([
    ['/Title (The Bridge) /Author (Ann Lee)', { title: 'The Bridge', author: 'Ann Lee' }],
    ['/Title (Microsoft Word - bridge.docx)', { title: undefined }],
    ['/Title (untitled)', { title: undefined }],
    ['/Title (bridge_final.indd)', { title: undefined }],
  ])('%s', async (info, expected) => {
    const { title, author } = await read([column(first, 50, 500)], info)
    expect({ title, author }).toMatchObject(expected)
  })
})

describe('what cannot be read', () => {
  test('pictures of pages', async () => {
    expect(await failure(printPdf([[], []]))).toEqual({ code: 'scanned_file', file: 'a.pdf' })
    expect(await failure(printPdf([[{ x: 1, y: 1, text: 'scan 12' }], [], []]))).toMatchObject({ code: 'scanned_file' })
  })
  test('a password', async () => {
    const bytes = readFileSync(join(import.meta.dirname, 'locked.pdf'))
    expect(await failure(bytes)).toEqual({ code: 'locked_file', file: 'a.pdf' })
  })
  test('what is damaged', async () => {
    const whole = printPdf([column(first, 50, 500)])
    for (const bytes of [Buffer.from('%PDF-1.7\nnothing'), Buffer.from('no PDF at all'), whole.subarray(0, 60)])
      expect(await failure(new Uint8Array(bytes))).toEqual({ code: 'damaged_file', file: 'a.pdf' })
  })
  test('what lost its end is read as far as it goes', async () => {
    const whole = printPdf([column(first, 50, 500)])
    const { parts } = await readPdf(whole.subarray(0, whole.length - 8), 'a.pdf')
    expect(parts).toHaveLength(1)
  })
  test('more pages than a book', async () => {
    const pages = Array.from({ length: 1_001 }, () => column(first, 50, 500))
    expect(await failure(printPdf(pages))).toEqual({ code: 'too_many_pages', file: 'a.pdf', limit: 1_000 })
  })
})

test('200 pages', async () => {
  const pages = Array.from({ length: 200 }, (_, index) => [
    ...column(first, 50, 500),
    ...column(second, 50, 450),
    { x: 195, y: 20, text: String(index + 1) },
  ])
  const { parts } = await read(pages)
  expect(parts).toHaveLength(400)
  expect(parts.at(-1)).toEqual({ text: second.join(' '), page: 200 })
})
