/** Asks a model one short question over a text of our own, to learn whether it writes, or judges, as it has to. */
import { createHash } from 'node:crypto'
import type { Article, Paragraph, Usage } from '../types.ts'
import { createAuthor } from './author.ts'
import { createSecondReading } from './judge.ts'
import type { Model } from './model-request.ts'
import type { Prompts } from './prompt.ts'
import { type Evidence, judge } from './verify.ts'

/** One claim with its quotation takes a tenth of it; a model that chatters is cut off. */
const TOKENS = 500

const texts = [
  'The public library of Marlow opened in 1921 in a former bakery. It holds 48,000 books today.',
  'On Saturdays the reading room stays open until eight in the evening.',
] as const

const head: Article['head'] = {
  id: 'library',
  title: 'The library of Marlow',
  language: 'en',
  hash: createHash('sha256').update(texts.join('\n')).digest('hex'),
}

const evidence: Evidence = new Map(
  texts.map((text, index): [string, Paragraph] => [`P${index + 1}`, { article: head, number: index + 1, text }]),
)

/**
 * By the very line that answers questions: its prompt, its schema, its judgement. `able`: all that the model claimed
 * stood. One call, or two where the first draft did not stand. Rejects with `AppError` as the model does.
 */
export const probe = async (
  model: Model,
  prompts: Prompts,
  signal: AbortSignal,
): Promise<{ readonly able: boolean; readonly usage: Usage }> => {
  const question = 'When did the library open?'
  const written = await createAuthor({ model, prompts })({
    form: 'draft',
    maxOutputTokens: TOKENS,
    messages: prompts.answer({ passages: evidence, question, history: [], language: head.language }),
    evidence,
    language: head.language,
    signal,
  })
  const able = written.kind === 'written' && written.claims.length > 0 && !written.partial
  return { able, usage: written.usage }
}

/**
 * By the very reading that answers get: `able` where the judge said so in the form asked for, and did not object to
 * what its quotation plainly says. One call. Rejects with `AppError` as the model does, though in an answer that counts
 * as no opinion.
 */
export const probeJudge = async (
  model: Model,
  prompts: Prompts,
  signal: AbortSignal,
): Promise<{ readonly able: boolean; readonly usage: Usage }> => {
  const citations = [{ paragraph: 'P1', quote: 'The public library of Marlow opened in 1921' }]
  const judgement = judge({ text: 'It opened in 1921.', citations }, head.language, evidence)
  if (judgement.kind === 'fails') throw new TypeError('a claim of our own does not stand')
  const failures: unknown[] = []
  const told: Model = {
    name: model.name,
    complete: (request, until) =>
      model.complete(request, until).catch((failure: unknown) => {
        failures.push(failure)
        throw failure
      }),
  }
  const { rejected, usage, why } = await createSecondReading(told, prompts)([judgement.claim], signal)
  if (failures.length > 0) throw failures[0]
  return { able: why === undefined && rejected.size === 0, usage }
}
