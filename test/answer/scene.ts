/** An engine over articles with the real client, against a model that is mocked over HTTP. */
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createEngine } from '../../src/answer/engine.ts'
import { openaiModel } from '../../src/answer/model.ts'
import type { Model } from '../../src/answer/model-request.ts'
import { loadPrompts } from '../../src/answer/prompt.ts'
import { createLibrary } from '../../src/knowledge/library.ts'
import type { Engine } from '../../src/ports.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import type { Answer, Article, Question, Scope } from '../../src/types.ts'

export const prompts = await loadPrompts(join(import.meta.dirname, '..', '..', 'prompts'))
export const never = new AbortController().signal

/** Stands for all articles of the engine that is asked. */
const everything: Scope = []

export type Reply =
  | { readonly content: string; readonly finishReason?: string; readonly refusal?: string }
  | { readonly error: { readonly message: string }; readonly status: number; readonly retryAfter?: number }

export type SceneOptions = {
  readonly timeoutMs?: number
  readonly model?: boolean
  readonly judge?: boolean
  readonly quotationsOnly?: boolean
}

/** For one test file: starts the mock before its tests and empties it before each. */
export const createScene = () => {
  const mock = new LLMock({ port: 0 })
  beforeAll(() => mock.start())
  afterAll(() => mock.stop())
  beforeEach(() => mock.reset())
  const failures: unknown[] = []

  const model = (name: string, timeoutMs = 30_000): Model =>
    openaiModel({ baseURL: `${mock.url}/v1`, model: name, timeoutMs, maxRetries: 1, schemaPrompt: prompts.schema })

  return {
    mock,
    failures,

    engineOver(articles: readonly Article[], options: SceneOptions = {}): Engine {
      const library = createLibrary(createPassageIndex())
      for (const each of articles) library.add(each)
      failures.length = 0
      const author = {
        model: model('small', options.timeoutMs),
        prompts,
        ...(options.judge === true && { judge: model('judge') }),
        ...(options.quotationsOnly === true && { quotationsOnly: true }),
      }
      const engine = createEngine({
        library,
        ...(options.model !== false && { author }),
        onModelFailure: (failure) => failures.push(failure),
        onNoOpinion: (why) => failures.push(`judge: ${why}`),
      })
      const scoped = <R extends { readonly scope: Scope }>(request: R): R =>
        request.scope === everything ? { ...request, scope: library.for(undefined).articles() } : request
      return {
        ...engine,
        ask: (asked, ...rest) => engine.ask(scoped(asked), ...rest),
        check: (stated, ...rest) => engine.check(scoped(stated), ...rest),
      }
    },

    /** The model's replies, in order; the last one repeats. `model` tells the judge's from the writer's. */
    replies(list: readonly (Reply | object)[], of: string = 'small'): void {
      list.forEach((reply, index) => {
        const isReply = 'content' in reply || 'error' in reply
        const said = isReply ? reply : { content: JSON.stringify(reply) }
        const full = { usage: { prompt_tokens: 100, completion_tokens: 10 }, ...said }
        mock.on(
          { userMessage: /./, model: of, ...(index < list.length - 1 && { sequenceIndex: index }) },
          full as unknown as { content: string },
        )
      })
    },

    /** The bodies of what was asked, as JSON. */
    requests: (of?: string): readonly string[] =>
      mock
        .getRequests()
        .map((entry) => entry.body as { model?: string } | null)
        .filter((body) => of === undefined || body?.model === of)
        .map((body) => JSON.stringify(body)),
  }
}

export const question = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  locale: 'fr',
  scope: everything,
  history: [],
  ...more,
})

export const claim = (text: string, ...citations: readonly (readonly [string, string])[]) => ({
  text,
  citations: citations.map(([paragraph, quote]) => ({ paragraph, quote })),
})
export const answeredWith = (...claims: readonly object[]) => ({ verdict: 'answered', claims })
export const notInArticle = { verdict: 'not_in_article', claims: [] }

export const texts = (answer: Answer): readonly string[] => answer.claims.map((each) => each.text)
