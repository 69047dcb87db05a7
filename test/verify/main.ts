/**
 * `npm run eval:verify`: the verifier's corpus, one row a class. With `--failing`, the cases that are not right. With
 * `--articles FILE`, the classes made from other articles, one `{"language","paragraphs":[…]}` a line, from `--sentences`
 * of each (3).
 */
import { parseArgs } from 'node:util'
import { corpus, judged, rows } from './corpus.ts'
import { readArticles, unseen } from './unseen/unseen.ts'

const { values } = parseArgs({
  options: {
    failing: { type: 'boolean' },
    articles: { type: 'string' },
    sentences: { type: 'string', default: '3' },
  },
})
const lines = values.articles === undefined ? corpus() : unseen(readArticles(values.articles), Number(values.sentences))
const all = lines.map(judged)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const share = (right: number, of: number): string => `${((100 * right) / of).toFixed(2)} %`.padStart(9)

for (const outcome of ['rejected', 'accepted', 'warned'] as const) {
  const mine = rows(all).filter((row) => row.outcome === outcome)
  print(`\n# Must be ${outcome === 'warned' ? 'warned of' : outcome}`)
  for (const row of mine) print(`${row.class.padEnd(52)} ${share(row.right, row.of)}   ${row.right}/${row.of}`)
  const right = mine.reduce((sum, row) => sum + row.right, 0)
  const of = mine.reduce((sum, row) => sum + row.of, 0)
  print(`${'all'.padEnd(52)} ${share(right, of)}   ${right}/${of}`)
  if (values.failing)
    for (const row of mine)
      for (const { given, codes } of row.failing.slice(0, 6))
        print(`  ${row.class} [${codes}] ${JSON.stringify(JSON.parse(given.line).draft)}`)
}
