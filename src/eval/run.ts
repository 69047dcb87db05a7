/** Runs the evaluation's questions through an engine and prints the figures and the failing cases. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Engine, Library } from '../ports.ts'
import { type Answer, quotation } from '../types.ts'
import { type Case, parseCases } from './cases.ts'
import { type Figure, figures, type Score, score } from './score.ts'

export type EvalPorts = {
  /** Engines over one folder of articles each. */
  readonly open: (folder: string) => Promise<{ readonly engine: Engine; readonly library: Library }>
  readonly print: (line: string) => void
  readonly signal: AbortSignal
}

export type EvalDefaults = { readonly cases: string; readonly folders: readonly string[] }

const shown = (answer: Answer): string =>
  answer.claims
    .flatMap((claim) => claim.citations)
    .map((citation) => `¶${citation.paragraph.number} ${quotation(citation)}`)
    .join(' | ') || answer.kind

const row = ({ name, right, of }: Figure): string => {
  const share = of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`
  return `${name.padEnd(38)} ${share.padStart(8)}   ${right}/${of}`
}

/** Options: `--cases FILE`, `--knowledge DIR` (may be repeated), `--quiet` for the table alone. */
export const runEval = async (argv: readonly string[], defaults: EvalDefaults, ports: EvalPorts): Promise<void> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cases: { type: 'string' },
      knowledge: { type: 'string', multiple: true },
      quiet: { type: 'boolean' },
    },
  })
  const cases = parseCases(await readFile(values.cases ?? defaults.cases, 'utf8'))
  const apps = await Promise.all((values.knowledge ?? defaults.folders).map(ports.open))
  const scored: { readonly score: Score; readonly answer: Answer }[] = []
  const skipped: Case[] = []
  for (const each of cases) {
    const app = apps.find(({ library }) => library.article(each.article) !== undefined)
    const article = app?.library.article(each.article)
    if (!app || !article) {
      skipped.push(each)
      continue
    }
    const question = { text: each.question, locale: each.language, scope: [article], history: [] }
    const answer = await app.engine.ask(question, ports.signal)
    scored.push({ score: score(each, answer), answer })
  }

  const answers = new Map(scored.map(({ score, answer }) => [score, answer]))
  const rows = figures(scored.map((each) => each.score))
  if (!values.quiet)
    for (const { name, failing } of rows) {
      if (failing.length > 0) ports.print(`\n# ${name}: failing`)
      for (const each of failing) {
        const answer = answers.get(each)
        ports.print(`${each.case.id}: ${each.case.question}`)
        if (each.case.answer)
          ports.print(`    wanted ¶${each.case.answer.paragraphs.join(' ¶')} ${each.case.answer.words.join(', ')}`)
        if (answer) ports.print(`    got    ${shown(answer)}`)
      }
    }
  ports.print('')
  for (const each of rows) ports.print(row(each))
  if (skipped.length > 0) ports.print(`${skipped.length} cases skipped: their article is not here.`)
}
