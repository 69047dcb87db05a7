/** `npm run eval:real -- FILE`: what the verifier stops of real answers with human labels, see README.md here. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { shared } from '../../../src/answer/common-ground.ts'
import { unsupportedFigures } from '../../../src/answer/figures.ts'
import { locate } from '../../../src/answer/quotation.ts'
import { judgeLine } from '../../../src/answer/verify-line.ts'
import type { Written } from '../../../src/answer/written.ts'
import { sentences } from '../../../src/text/sentences.ts'
import { area, type Example, logistic, missing, stoppedAt } from './support.ts'

const schema = z.object({
  set: z.string(),
  response: z.union([z.string(), z.number()]).transform(String),
  language: z.string(),
  passages: z.array(z.string()),
  text: z.string(),
  supported: z.boolean(),
})
type Row = z.infer<typeof schema>

const file = process.argv[2]
if (file === undefined) throw new Error('npm run eval:real -- FILE, see test/verify/real/README.md')
/** Offers of help and refusals say nothing of the subject: no claim of ours is one. */
const chatter =
  /^\W*(?:sure\b|(?:i )?hope (?:this|that)|(?:please )?let me know|feel free|if you have any)|unable to (?:answer|provide)|(?:i|we) (?:cannot|can't|can not|must reply)|answer cannot be (?:given|provided)|passages? (?:\w+ )?(?:do|does|did) not|les passages [^.]{0,30}\bne\b|no se (?:menciona|puede responder)|(?:passagen|texten?)\b[^.]{0,60}\b(?:nicht|keine?n?)\b/iu
const isClaim = ({ text }: Row): boolean =>
  !/:\s*$/u.test(text) && text.split(/\s+/u).length >= 3 && !chatter.test(text.trim())
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => schema.parse(JSON.parse(line)))
  .filter(isClaim)

type Place = { readonly passage: number; readonly quote: string; readonly source: Written }
const places = new Map<string, readonly Place[]>()
/** The sentences that may be cited: long enough for a quotation. */
const placesOf = ({ passages, language }: Row): readonly Place[] => {
  const key = JSON.stringify(passages)
  const known = places.get(key)
  if (known) return known
  const found = passages.flatMap((text, passage) =>
    sentences(text, language)
      .map(({ start, end }) => text.slice(start, end))
      .filter((quote) => locate(quote, text, language).kind === 'found')
      .map((quote) => ({ passage, quote, source: { text: quote, language } })),
  )
  places.set(key, found)
  return found
}

const CITED = 3
const CONSIDERED = 40

/** The sentences that hold most of the claim's words and figures, each for what the ones before it lack. */
const citing = (row: Row): readonly Place[] => {
  const claim = { text: row.text, language: row.language }
  const scored = placesOf(row)
    .map((place) => {
      const held = shared(claim, [place.source]).map((word) => word.held)
      const figures = unsupportedFigures(claim, [place.source]).length
      return { place, held, score: held.filter(Boolean).length - 2 * figures }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, CONSIDERED)
  const chosen: Place[] = []
  let have: readonly boolean[] = []
  while (chosen.length < CITED) {
    const gain = (held: readonly boolean[]): number => held.filter((each, at) => each && !have[at]).length
    const [best] =
      chosen.length === 0
        ? scored
        : scored.filter(({ held }) => gain(held) > 0).sort((a, b) => gain(b.held) - gain(a.held))
    if (!best) break
    chosen.push(best.place)
    have = best.held.map((each, at) => each || have[at] === true)
  }
  return chosen
}

type Outcome = Example & { readonly row: Row; readonly stopped: boolean }
const outcomes = rows.flatMap((row): readonly Outcome[] => {
  const cited = citing(row)
  if (cited.length === 0) return []
  const passages = row.passages.map((text, at) => ({ id: `P${at + 1}`, text }))
  const citations = cited.map(({ passage, quote }) => ({ paragraph: `P${passage + 1}`, quote }))
  const draft = { verdict: 'answered', claims: [{ text: row.text, citations }] }
  const line = JSON.stringify({ id: 0, passages, question: '', language: row.language, draft })
  const paragraphs = [...new Set(cited.map(({ passage }) => passage))].map((at) => ({
    text: row.passages[at] ?? '',
    language: row.language,
  }))
  const sources = cited.map(({ source }) => source)
  return [
    {
      row,
      stopped: !JSON.parse(judgeLine({ number: 1, text: line })).ok,
      unsupported: !row.supported,
      features: missing(row.text, row.language, sources, paragraphs),
    },
  ]
})

/** The half of MEMERAG that the model is fitted on, by response. */
const isFitted = ({ row }: Outcome): boolean =>
  row.set.startsWith('MEMERAG') && (createHash('sha1').update(row.response).digest()[0] ?? 0) % 2 === 0
const score = logistic(outcomes.filter(isFitted))

const percent = (part: number, of: number): string => `${Math.round((100 * part) / Math.max(1, of))} %`
const print = (...cells: readonly string[]): void => void process.stdout.write(`| ${cells.join(' | ')} |\n`)

/** A response is unsupported where one of its sentences is, and stopped where one is. */
const byResponse = (list: readonly Outcome[]): string => {
  const responses = [...Map.groupBy(list, ({ row }) => row.response).values()].map((each) => ({
    bad: each.some(({ unsupported }) => unsupported),
    stopped: each.some(({ stopped }) => stopped),
  }))
  const both = responses.filter(({ bad, stopped }) => bad && stopped).length
  const either = responses.filter(({ bad }) => bad).length + responses.filter(({ stopped }) => stopped).length
  return percent(2 * both, either)
}

print(
  'set',
  'sentences',
  'unsupported, stopped',
  'supported, stopped',
  'F1 by response',
  'words alone: area',
  'stopped at 5 %',
  'at 10 %',
  'at 18 %',
  'at 30 %',
)
print('---', ...Array.from({ length: 9 }, () => '---:'))
for (const [set, list] of Map.groupBy(outcomes, ({ row }) => row.set)) {
  const [bad, good] = [list.filter(({ unsupported }) => unsupported), list.filter(({ unsupported }) => !unsupported)]
  const apart = list.filter((each) => !isFitted(each)).map((each) => ({ ...each, score: score(each.features) }))
  print(
    set,
    String(list.length),
    percent(bad.filter(({ stopped }) => stopped).length, bad.length),
    percent(good.filter(({ stopped }) => stopped).length, good.length),
    byResponse(list),
    area(apart).toFixed(2),
    ...[0.05, 0.1, 0.18, 0.3].map((lost) => percent(stoppedAt(apart, lost), 1)),
  )
}
