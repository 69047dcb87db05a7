/**
 * Writes down what a model replies: aimock stands between the client and the model's server, passes everything on, and
 * what came back is kept in the form that a replay reads.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { messagesOf, type Replay } from './replay.ts'

export type Recorder = {
  /** For OPENAI_BASE_URL. */
  readonly baseURL: string
  /** What was replied to these questions so far, each with its retry. */
  replay(model: string, questions: readonly string[]): Promise<Replay>
  stop(): Promise<void>
}

/** What aimock writes of an exchange. A reply that was no text, a refusal, is none to replay. */
const fixtureSchema = z.object({
  fixtures: z.array(
    z.object({ match: z.object({ userMessage: z.string() }), response: z.object({ content: z.string() }) }),
  ),
})

/** A replay knows a first call and one retry. */
const REPLIES = 2
/** Small models think long before the first byte. In milliseconds. */
const PATIENCE = 120_000

/** `upstream`: the configured OPENAI_BASE_URL, which aimock's own path follows. */
export const startRecorder = async (upstream: string): Promise<Recorder> => {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-record-'))
  const { LLMock } = await import('@copilotkit/aimock')
  const openai = upstream.replace(/\/v1\/?$/u, '')
  const record = { providers: { openai }, fixturePath: folder, upstreamTimeoutMs: PATIENCE, bodyTimeoutMs: PATIENCE }
  const mock = new LLMock({ port: 0, record })
  await mock.start()

  const kept = async (): Promise<ReadonlyMap<string, string>> => {
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'))
    const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    return new Map(
      files.flatMap((file) => {
        const { success, data } = fixtureSchema.safeParse(JSON.parse(file))
        const fixtures = success ? data.fixtures : []
        return fixtures.map(({ match, response }) => [match.userMessage, response.content] as const)
      }),
    )
  }

  return {
    baseURL: `${mock.url}/v1`,
    async replay(model, questions) {
      const contents = await kept()
      const replies = new Map<string, string[]>()
      for (const { body } of mock.getRequests()) {
        const messages = messagesOf(body)
        const question = questions.find((each) =>
          messages.some(({ text }) => text.includes(`<question>\n${each}\n</question>`)),
        )
        const last = messages.findLast(({ role }) => role === 'user')?.text ?? ''
        const reply = contents.get(last)
        // Searching for other words and the like is no draft.
        if (question === undefined || reply === undefined || !reply.includes('"verdict"')) continue
        const list = replies.get(question) ?? []
        if (list.length < REPLIES && !list.includes(reply)) list.push(reply)
        replies.set(question, list)
      }
      const note = `Recorded from ${model}.`
      return {
        by: 'model',
        note,
        model,
        replies: [...replies].map(([question, list]) => ({ question, replies: list })),
      }
    },
    async stop() {
      await mock.stop()
      await rm(folder, { recursive: true })
    },
  }
}
