/** Makes one file of the data sets that README.md names, a sentence with its label a line, on standard output. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from '../../../src/text/sentences.ts'

type Labelled = {
  readonly set: string
  readonly response: string
  readonly language: string
  readonly passages: readonly string[]
  readonly text: string
  readonly supported: boolean
}

/** Others' records, of which only what is read here is known. */
// biome-ignore lint/suspicious/noExplicitAny: what does not have the form ends the run, and nothing else depends on it
type Foreign = any

const root = process.argv[2] ?? '.'
const lines = (name: string): readonly Foreign[] =>
  existsSync(join(root, name))
    ? readFileSync(join(root, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line))
    : []

const memerag = (language: string): readonly Labelled[] =>
  lines(`memerag/${language}.jsonl`).flatMap(({ query_id, context, answer }) =>
    answer
      .filter(({ factuality }: Foreign) => factuality === 'Supported' || factuality === 'Not Supported')
      .map(({ sentence, factuality }: Foreign) => ({
        set: `MEMERAG ${language}`,
        response: String(query_id),
        language,
        passages: context.map(({ text }: Foreign) => text),
        text: sentence,
        supported: factuality === 'Supported',
      })),
  )

type Mark = { readonly start: number; readonly end: number; readonly counts: boolean }

/** The sentences of a summary; one is unsupported where a mark that counts touches it, and left out where only others do. */
const marked = (
  text: string,
  marks: readonly Mark[],
  rest: Omit<Labelled, 'text' | 'supported'>,
): readonly Labelled[] =>
  sentences(text, rest.language).flatMap(({ start, end }) => {
    const touching = marks.filter((mark) => mark.start < end && start < mark.end)
    const unsupported = touching.some(({ counts }) => counts)
    if (touching.length > 0 && !unsupported) return []
    const said = text.slice(start, end).replace(/^\s*(?:\d+[.)]|[-*•])\s*/u, '')
    return [{ ...rest, text: said, supported: !unsupported }]
  })

const faithbench = (): readonly Labelled[] => {
  const folder = join(root, 'faithbench')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return files.sort().flatMap((file) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')).samples.flatMap((sample: Foreign) =>
      marked(
        sample.summary,
        sample.annotations
          .filter(({ summary_start }: Foreign) => typeof summary_start === 'number')
          .map(({ summary_start, summary_end, label }: Foreign) => ({
            start: summary_start,
            end: summary_end,
            counts: label.join(' ').includes('Unwanted'),
          })),
        { set: 'FaithBench', response: `${file}-${sample.sample_id}`, language: 'en', passages: [sample.source] },
      ),
    ),
  )
}

/** The whole page is the passage: it is what the labels were given against. */
const wice = (): readonly Labelled[] =>
  ['dev', 'test']
    .flatMap((part) => lines(`wice/${part}.jsonl`))
    .map(({ meta, evidence, claim, label }) => ({
      set: 'WiCE',
      response: String(meta.id),
      language: 'en',
      passages: [evidence.join('\n')],
      text: claim,
      supported: label === 'supported',
    }))

const ragtruth = (): readonly Labelled[] => {
  const sources = new Map(lines('ragtruth/source_info.jsonl').map((source) => [source.source_id, source]))
  return lines('ragtruth/response.jsonl').flatMap(({ id, source_id, split, response, labels }) => {
    const source = sources.get(source_id)
    if (split !== 'test' || source?.task_type !== 'QA') return []
    const marks = labels.map(({ start, end }: Foreign) => ({ start, end, counts: true }))
    const passages = String(source.source_info.passages).split(/\n+(?=passage \d+:)/u)
    return marked(response, marks, { set: 'RAGTruth QA', response: String(id), language: 'en', passages })
  })
}

for (const each of [...['fr', 'en', 'es', 'de'].flatMap(memerag), ...faithbench(), ...wice(), ...ragtruth()])
  process.stdout.write(`${JSON.stringify(each)}\n`)
