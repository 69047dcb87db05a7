/**
 * Replies that were written down, given back over HTTP by a mocked server: the real client, prompts and verifier work
 * on them as on a model's. What comes of it says how the line treats such replies, and nothing of any model.
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const replaySchema = z.strictObject({
  by: z.enum(['hand', 'model']),
  note: z.string(),
  model: z.string(),
  replies: z.array(
    z.strictObject({
      question: z.string(),
      /** To the first call, and to the retry where it comes to one. */
      replies: z.array(z.string()).min(1).max(2),
    }),
  ),
})

export type Replay = z.infer<typeof replaySchema>

/** Throws a `ZodError` where the file is not of this form: it is ours, and that is a mistake of ours. */
export const parseReplay = (json: string): Replay => replaySchema.parse(JSON.parse(json))

export type ReplayServer = {
  readonly replay: Replay
  /** For OPENAI_BASE_URL. */
  readonly baseURL: string
  /** The prompt texts of all requests so far. */
  prompts(): readonly string[]
  stop(): Promise<void>
}

const bodySchema = z.object({ messages: z.array(z.object({ role: z.string(), content: z.unknown() })) })

/** The messages of a request's body; none where it has not that form. Parts of text are joined. */
export const messagesOf = (body: unknown): readonly { readonly role: string; readonly text: string }[] => {
  const { success, data } = bodySchema.safeParse(body)
  const part = z.object({ text: z.string() })
  const textOfContent = (content: unknown): string =>
    typeof content === 'string'
      ? content
      : Array.isArray(content)
        ? content.map((each) => part.safeParse(each).data?.text ?? '').join('')
        : ''
  return success ? data.messages.map(({ role, content }) => ({ role, text: textOfContent(content) })) : []
}

const textOf = (body: unknown): string =>
  messagesOf(body)
    .map(({ text }) => text)
    .join('\n')

/** Loads the mock only here: it is no part of an installation without development tools. */
export const startReplay = async (file: string): Promise<ReplayServer> => {
  const replay = parseReplay(await readFile(file, 'utf8'))
  const { LLMock } = await import('@copilotkit/aimock')
  const mock = new LLMock({ port: 0 })
  /** What was asked first for each question: whatever else asks it again is a retry. */
  const firsts = new Map<string, string>()
  const isTurn = (question: string, index: number, text: string): boolean => {
    if (!text.includes(`<question>\n${question}\n</question>`)) return false
    if (!firsts.has(question)) firsts.set(question, text)
    return (text === firsts.get(question)) === (index === 0)
  }
  for (const { question, replies } of replay.replies)
    for (const [index, content] of replies.entries())
      mock.on(
        { predicate: (body) => isTurn(question, index, textOf(body)) },
        content.startsWith('{"') && !content.endsWith('}') ? { content, finishReason: 'length' } : { content },
      )
  await mock.start()
  return {
    replay,
    baseURL: `${mock.url}/v1`,
    prompts: () => mock.getRequests().map((entry) => textOf(entry.body)),
    stop: async () => {
      await mock.stop()
    },
  }
}
