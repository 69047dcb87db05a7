/** Has a model read whether the articles support a statement; its verdict counts only with claims that stand. */
import type { Engine } from '../ports.ts'
import { detectLanguage } from '../text/language.ts'
import { type CheckVerdict, noUsage } from '../types.ts'
import { assertReadable, HITS, NEAREST } from './ask.ts'
import type { SearchableLibrary } from './engine.ts'
import { choosePassages, label } from './passages.ts'
import { check, notFound } from './verify.ts'
import type { Writing } from './writing.ts'

const isCheckVerdict = (verdict: string | undefined): verdict is CheckVerdict =>
  verdict === 'supported' || verdict === 'contradicted' || verdict === 'partly' || verdict === 'not_covered'

export const createCheck =
  (library: SearchableLibrary, writing: Writing): Engine['check'] =>
  async ({ statement, locale, scope }, signal) => {
    assertReadable(statement, signal)
    const spoken = detectLanguage(statement) ?? locale
    const ranking = library.search({ text: statement, language: spoken, scope, limit: HITS })
    const nearest = ranking.passages.slice(0, NEAREST).map(({ paragraph }) => paragraph)
    const passages = choosePassages(ranking.passages, scope)
    const evidence = label(passages, scope)
    const common = { locale, language: locale, passages, nearest }
    const written =
      passages.length === 0
        ? undefined
        : await writing.write((prompts) => ({
            form: 'check',
            messages: prompts.check({ passages: evidence, statement, language: locale }),
            evidence,
            language: locale,
            signal,
          }))
    const usage = written?.usage ?? noUsage
    if (written?.kind !== 'written') return notFound({ ...common, by: 'extract', partial: false, usage })
    const { claims, partial, verdict } = written
    const rest = { ...common, by: 'model', partial, usage } as const
    const said = { text: statement, language: spoken }
    return (isCheckVerdict(verdict) && check(claims, verdict, said, rest)) || notFound(rest)
  }
