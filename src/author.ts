/** Constructs what a model writes with: the prompts, the model, its queue and its judge. Loaded where one is set. */
import PQueue from 'p-queue'
import { createFairQueue, fairModel } from './answer/fair-queue.ts'
import { chooseModel, openaiModel } from './answer/model.ts'
import type { Model } from './answer/model-request.ts'
import { type PriceEntry, priceOf } from './answer/prices.ts'
import { probe, probeJudge } from './answer/probe.ts'
import { loadPrompts } from './answer/prompt.ts'
import type { Config, ModelConfig } from './config.ts'
import { AppError } from './failures.ts'
import type { Log } from './log.ts'
import { UNKNOWN_MODEL, type Usage } from './types.ts'

/** After the first try; the whole call has its own limit in time. */
const MODEL_RETRIES = 2

/**
 * A model whose server need not be up yet: which model it serves is asked when first needed, and again until it
 * answers. Rejects now with `AppError` several_models or no_models, which waiting would not mend.
 */
const lateModel = async (
  config: ModelConfig,
  schemaPrompt: (schema: string) => string,
  log: Log,
  signal: AbortSignal,
) => {
  const make = async (until: AbortSignal): Promise<Model> =>
    openaiModel({ ...config, model: await chooseModel(config, until), maxRetries: MODEL_RETRIES, schemaPrompt })
  let made = await make(signal).catch((failure: unknown) => {
    if (!(failure instanceof AppError) || !/^model_/.test(failure.code)) throw failure
    log.warn('model not reachable yet', { failure })
    return undefined
  })
  const model: Model = {
    get name() {
      return made?.name ?? UNKNOWN_MODEL
    },
    async complete(request, until, onText) {
      made ??= await make(until)
      return made.complete(request, until, onText)
    },
  }
  const { judge } = config
  return {
    model,
    queue: createFairQueue(new PQueue({ concurrency: config.concurrency })),
    known: made?.name,
    ...(judge !== undefined && {
      judge: openaiModel({ ...config, model: judge, maxRetries: MODEL_RETRIES, schemaPrompt }),
    }),
  }
}

/** `prompts`: the folder they are in. Rejects with `AppError`: bad_prompt, several_models, no_models. */
export const openAuthor = async (
  config: ModelConfig,
  verify: Config['verify'],
  options: { readonly prompts: string; readonly log: Log; readonly signal: AbortSignal },
) => {
  const prompts = await loadPrompts(options.prompts)
  const model = await lateModel(config, prompts.schema, options.log, options.signal)
  return { prompts, quotationsOnly: verify === 'quotations', ...model }
}

export type Author = Awaited<ReturnType<typeof openAuthor>>

/** The same where each call waits its turn with the others of `whose`. */
export const queued = (author: Author, whose: string): Author => {
  const fair = (model: Model): Model => fairModel(model, whose, author.queue)
  return { ...author, model: fair(author.model), ...(author.judge && { judge: fair(author.judge) }) }
}

export type Tried = {
  readonly name: string
  /** Whether it wrote an answer that stands, or judged one as it has to. */
  readonly able: boolean
  readonly usage: Usage
  readonly price?: PriceEntry
}

const tried = async (
  config: ModelConfig,
  prompts: string,
  signal: AbortSignal,
  name: string,
  by: typeof probe,
): Promise<Tried> => {
  const loaded = await loadPrompts(prompts)
  const model = openaiModel({ ...config, model: name, maxRetries: MODEL_RETRIES, schemaPrompt: loaded.schema })
  const price = priceOf(name, config.baseURL)
  return { name, ...(await by(model, loaded, signal)), ...(price && { price }) }
}

/** Asks the model one short question. Rejects with `AppError`. */
export const tryModel = async (config: ModelConfig, prompts: string, signal: AbortSignal): Promise<Tried> =>
  tried(config, prompts, signal, await chooseModel(config, signal), probe)

/** The same of the one that judges. */
export const tryJudge = (config: ModelConfig, judge: string, prompts: string, signal: AbortSignal): Promise<Tried> =>
  tried(config, prompts, signal, judge, probeJudge)
