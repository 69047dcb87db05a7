/**
 * From data sets in SQuAD's form (SQuAD, PIAF, XQuAD, GermanQuAD …) to the files that `npm run eval:search` reads.
 *
 * node test/search/eval/convert.ts --squad FILE --language fr --out PREFIX
 *   [--questions FILE]  questions of the same ids in another language, as XQuAD has them
 *   [--short]           each article cut into paragraphs of some 47 words, as on Discord, at the ends of sentences
 *   [--across]          each question put to the whole collection instead of to its article
 */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { CollectionParagraph } from '../../../src/eval/collection.ts'
import type { JudgedQuestion } from './collection.ts'

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().default(''),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.union([z.string(), z.number()]).transform(String),
              question: z.string(),
              answers: z.array(z.object({ answer_start: z.number() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
})
type Squad = z.infer<typeof squadSchema>

const read = async (file: string): Promise<Squad> => squadSchema.parse(JSON.parse(await readFile(file, 'utf8')))

/** Sentences are put together until a paragraph has this many words; the average comes out near 47. */
const SHORT_WORDS = 36

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Where each short paragraph of a text starts and ends. */
const cut = (text: string, language: string): readonly { readonly start: number; readonly end: number }[] => {
  const spaced = !['zh', 'th', 'ja'].includes(language)
  const spans: { start: number; end: number }[] = []
  let start = 0
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length
    const words = spaced ? wordCount(text.slice(start, end)) : (end - start) / 3
    if (words < SHORT_WORDS) continue
    spans.push({ start, end })
    start = end
  }
  const rest = text.slice(start).trim()
  const last = spans.at(-1)
  if (rest !== '' && last && wordCount(rest) < SHORT_WORDS / 3) last.end = text.length
  else if (rest !== '') spans.push({ start, end: text.length })
  return spans
}

const { values } = parseArgs({
  options: {
    squad: { type: 'string' },
    language: { type: 'string' },
    out: { type: 'string' },
    questions: { type: 'string' },
    short: { type: 'boolean' },
    across: { type: 'boolean' },
  },
})
const { squad: file, language, out } = values
if (file === undefined || language === undefined || out === undefined) throw new Error('--squad, --language and --out')

const asked = new Map<string, string>()
if (values.questions !== undefined)
  for (const { paragraphs } of (await read(values.questions)).data)
    for (const { qas } of paragraphs) for (const { id, question } of qas) asked.set(id, question)

const collection: CollectionParagraph[] = []
const questions: JudgedQuestion[] = []
for (const [index, { title, paragraphs }] of (await read(file)).data.entries()) {
  const article = `a${index + 1}`
  for (const { context, qas } of paragraphs) {
    const spans = values.short ? cut(context, language) : [{ start: 0, end: context.length }]
    const placed = spans.map(({ start, end }) => {
      const id = `${article}-${collection.length + 1}`
      collection.push({
        id,
        article,
        title: title.replaceAll('_', ' '),
        language,
        text: context.slice(start, end).trim(),
      })
      return { id, start, end }
    })
    for (const { id, question, answers } of qas) {
      const right = placed.filter(({ start, end }) => answers.some(({ answer_start: at }) => at >= start && at < end))
      if (right.length === 0) continue
      questions.push({
        id,
        question: asked.get(id) ?? question,
        ...(!values.across && { article }),
        answers: right.map((each) => each.id),
      })
    }
  }
}
const jsonl = (all: readonly unknown[]): string => all.map((each) => `${JSON.stringify(each)}\n`).join('')
await writeFile(`${out}.collection.jsonl`, jsonl(collection))
await writeFile(`${out}.questions.jsonl`, jsonl(questions))
const words = collection.reduce((sum, { text }) => sum + wordCount(text), 0) / collection.length
process.stdout.write(
  `${out}: ${collection.length} paragraphs of ${words.toFixed(1)} words, ${questions.length} questions\n`,
)
