/** The doctor as a test calls it: settings in, findings out, with a fake Discord, a mocked model and folders of its own. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { expect, onTestFinished } from 'vitest'
import { openCheckup } from '../../src/app.ts'
import { surveyConfig } from '../../src/config.ts'
import type { Finding } from '../../src/discord/checks/finding.ts'
import { examine } from '../../src/discord/doctor.ts'
import { neededPermissions } from '../../src/discord/permissions.ts'
import { capsMoney } from '../../src/limits.ts'
import { type FakeOptions, startFakeDiscord } from '../fakes/discord/server.ts'

const root = join(import.meta.dirname, '..', '..')
export const shipped = join(root, 'knowledge')
export const needed = neededPermissions.map(({ name }) => name)
export const key = 'sk-secret-of-the-model-0123456789'
/** Of a token's form, and nobody's. */
export const formed = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789ab'
export const verified = JSON.stringify({
  verdict: 'answered',
  claims: [
    {
      citations: [{ paragraph: 'P1', quote: 'The public library of Marlow opened in 1921' }],
      text: 'It opened in 1921.',
    },
  ],
})

export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export const startDiscord = async (options: FakeOptions = {}) => {
  const discord = await startFakeDiscord({ privileged: 0, name: 'Pilcrow', ...options })
  onTestFinished(() => discord.close())
  return discord
}

export const startModel = async (content: string): Promise<string> => {
  const mock = new LLMock({ port: 0 })
  mock.onMessage(/./, { content })
  await mock.start()
  onTestFinished(() => mock.stop())
  return `${mock.url}/v1`
}

export const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Discord with some of its answers changed, by path. */
export const altered = (api: string, changes: Readonly<Record<string, object>>): Promise<string> =>
  serve(async (request, response) => {
    const path = request.url ?? ''
    const found = await fetch(`${new URL(api).origin}${path}`, {
      headers: { authorization: request.headers.authorization ?? '' },
    })
    const change = Object.entries(changes).find(([end]) => path.endsWith(end))?.[1]
    const body: unknown = await found.json()
    response.writeHead(found.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(change ? { ...(body as object), ...change } : body))
  }).then((url) => `${url}/api`)

export type Variables = Readonly<Record<string, string>>

/** What the doctor finds with these variables set; what is printed must hold no secret and no trace of our code. */
export const examined = async (
  variables: Variables,
  { locale = 'en', within = 5_000 }: { readonly locale?: 'fr' | 'en'; readonly within?: number } = {},
): Promise<readonly Finding[]> => {
  const { config, misset } = surveyConfig({ KNOWLEDGE_DIR: shipped, ...variables })
  const data = config.data ?? join(await newFolder(), 'data')
  const { folder, read, openStore, tryModel, tryJudge } = openCheckup(config, { data })
  const errors: unknown[] = []
  const findings: Finding[] = []
  const options = {
    locale,
    within,
    capsMoney: capsMoney(config.ceilings),
    ...(config.discord && { discord: config.discord }),
  }
  const ports = {
    node: 'v26.1.0',
    misset,
    knowledge: { folder, read },
    data: { folder: data, open: openStore },
    ...(tryModel && { tryModel }),
    ...(tryJudge && { tryJudge }),
    log: { error: (event: string, facts: object) => void errors.push([event, facts]) },
  }
  for await (const finding of examine(options, ports, new AbortController().signal)) findings.push(finding)
  expect(errors).toEqual([])
  const printed = linesOf(findings).join('\n')
  for (const secret of [variables.DISCORD_TOKEN, variables.OPENAI_API_KEY])
    if (secret !== undefined) expect(printed).not.toContain(secret)
  expect(printed).not.toMatch(/undefined|\[object|\n\s+at |\.ts:\d|Error:/u)
  return findings
}

/** As they are printed, without a terminal's colours. */
export const linesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ mark, text, details }) => [`${mark}: ${text}`, ...details])

export const textsOf = (findings: readonly Finding[], mark: Finding['mark']): readonly string[] =>
  findings.filter((finding) => finding.mark === mark).map(({ text }) => text)

/** In both languages: the marked finding that these words are in, with its details. */
export const inBoth = async (
  variables: Variables,
  mark: Finding['mark'],
  { en, fr }: { readonly en: RegExp; readonly fr: RegExp },
  options: { readonly within?: number } = {},
): Promise<void> => {
  for (const [locale, words] of [
    ['en', en],
    ['fr', fr],
  ] as const) {
    const findings = await examined(variables, { ...options, locale })
    const found = findings.filter((finding) => finding.mark === mark)
    expect(found.map(({ text, details }) => [text, ...details].join('\n')).join('\n\n')).toMatch(words)
    const wrong = textsOf(findings, 'bad').length
    expect(findings.at(-1)?.mark).toBe(wrong === 0 ? 'good' : 'next')
  }
}

/** The program itself, in a world of its own. */
export const run = (
  args: readonly string[],
  variables: Variables,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly code: number }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', DOTENV_CONFIG_PATH: '/dev/null', LANG: 'C', ...variables }
    const child = execFile(process.execPath, [join(root, 'src', 'main.ts'), ...args], { env }, (_, stdout, stderr) =>
      resolve({ stdout, stderr, code: child.exitCode ?? -1 }),
    )
  })
