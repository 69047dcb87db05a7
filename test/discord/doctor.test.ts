/** The doctor on all that is good, on the token, the model and this machine. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { LLMock } from '@copilotkit/aimock'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCheckup } from '../../src/app.ts'
import { surveyConfig } from '../../src/config.ts'
import type { Finding } from '../../src/discord/checks/finding.ts'
import { globalCommands } from '../../src/discord/commands.ts'
import { examine } from '../../src/discord/doctor.ts'
import { inviteLink, userInstallLink } from '../../src/discord/permissions.ts'
import { startBot } from '../bot/bot.ts'
import {
  examined,
  formed,
  inBoth,
  key,
  linesOf,
  needed,
  newFolder,
  run,
  serve,
  shipped,
  startDiscord,
  startModel,
  textsOf,
  type Variables,
  verified,
} from './doctor-scene.ts'

describe('all good', () => {
  const everything = async () => {
    const { discord } = await startBot({ fake: { name: 'Pilcrow', token: formed } })
    discord.guild({ name: 'Readers', bot: needed }).channel({ name: 'general' })
    const url = await startModel(verified)
    return {
      discord,
      variables: {
        DISCORD_TOKEN: discord.token,
        DISCORD_API_BASE: discord.api,
        DISCORD_MESSAGE_CONTENT: 'true',
        OPENAI_BASE_URL: url,
        OPENAI_API_KEY: key,
        OPENAI_MODEL: 'small',
      },
    }
  }

  test('every line says so, the links come before the end', async () => {
    const { discord, variables } = await everything()
    const findings = await examined(variables)
    expect(linesOf(findings)).toEqual([
      'good: Node 26.1.0',
      'good: The settings can be read.',
      `good: 2 articles with 27 paragraphs can be read in ${shipped}`,
      expect.stringMatching(/^good: Answers, settings and feedback can be kept in .+data$/u),
      expect.stringMatching(
        /^good: The model “small” answers with quotations that could be verified \(\d+ tokens in, \d+ out\)\.$/u,
      ),
      'note: The price of “small” is not known, so only its tokens are counted.',
      'good: The token works: the bot is pilcrow, of the application “Pilcrow”.',
      expect.stringMatching(
        /^good: The message content intent is granted, as to any bot that fewer than 10,000 people/u,
      ),
      'good: Discord’s connection for messages can be opened; 999 of 1,000 starts are left today.',
      'good: The bot is in 1 server.',
      'good: “Readers”: the bot may do all it needs in the only channel that it sees.',
      `good: The ${globalCommands.length} commands are registered everywhere.`,
      'next: To add the bot to a server, with the permissions it needs and no others:',
      inviteLink(discord.applicationId),
      'next: To install its commands for yourself alone, anywhere on Discord:',
      userInstallLink(discord.applicationId),
      'good: All is well. npm start runs the bot.',
    ])
    expect(discord.unknown).toEqual([])
    expect(discord.refused).toEqual([])
    expect(discord.sessions.identified(), 'looking counts as no start').toBe(1)
  })

  test('in French too', async () => {
    const { variables } = await everything()
    const findings = await examined(variables, { locale: 'fr' })
    expect(textsOf(findings, 'bad')).toEqual([])
    expect(linesOf(findings)).toContain(
      'good: Le jeton fonctionne\u00a0: le bot est pilcrow, de l’application «\u00a0Pilcrow\u00a0».',
    )
    expect(linesOf(findings).at(-1)).toBe('good: Tout va bien. npm start lance le bot.')
  })

  test('the command prints it and ends with 0', async () => {
    const { variables } = await everything()
    const data = await newFolder()
    const { stdout, stderr, code } = await run(['doctor', '--locale', 'en'], { ...variables, DATA_DIR: data })
    expect(stdout).toMatch(/^✔ Node 26\./u)
    expect(stdout).toContain(`\n  https://discord.com/oauth2/authorize?client_id=`)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('✔ All is well. npm start runs the bot.')
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })
})

describe('the token', () => {
  test('none: what to do first, in order', async () => {
    await inBoth({}, 'bad', {
      en: /DISCORD_TOKEN is not set.*\n1\. Open .*New Application.*\n2\. .*Reset Token.*\n3\. .*\.env.*\n4\. .*npm run doctor/u,
      fr: /DISCORD_TOKEN n’est pas réglé.*\n1\. Ouvrez .*New Application.*\n2\. .*Reset Token.*\n3\. .*\.env.*\n4\. .*npm run doctor/u,
    })
  })

  test('refused: where to get another; nothing more is asked', async () => {
    const discord = await startDiscord()
    const variables = { DISCORD_TOKEN: formed, DISCORD_API_BASE: discord.api }
    await inBoth(variables, 'bad', {
      en: /^Discord refused the token\..*reset it and copy it into DISCORD_TOKEN\.$/u,
      fr: /^Discord a refusé le jeton\..*DISCORD_TOKEN\.$/u,
    })
    expect(discord.requests.map(({ route }) => route)).toEqual(['GET /users/@me', 'GET /users/@me'])
  })

  test.each([
    '1234567890abcdef1234567890abcdef',
    'señor token',
    'Bot ',
  ])('something else in its place: %s', async (token) => {
    const discord = await startDiscord()
    await inBoth({ DISCORD_TOKEN: token, DISCORD_API_BASE: discord.api }, 'bad', {
      en: /Discord refused the token.*\n.*three parts/u,
      fr: /Discord a refusé le jeton.*\n.*trois parties/u,
    })
  })

  test('with "Bot" before it, as the client takes it', async () => {
    const discord = await startDiscord()
    const findings = await examined({ DISCORD_TOKEN: `Bot ${discord.token}`, DISCORD_API_BASE: discord.api })
    expect(textsOf(findings, 'bad')).toEqual([])
  })
})

describe('the model', () => {
  test('none: answers are quotations, which is no fault', async () => {
    await inBoth({}, 'note', {
      en: /No model is set: answers will be quotations/u,
      fr: /Aucun modèle.*seront des citations/u,
    })
  })

  test('down', async () => {
    await inBoth({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'small' }, 'bad', {
      en: /cannot be reached\. Check .*OPENAI_BASE_URL\.\nUntil then answers are quotations/u,
      fr: /injoignable\. Vérifiez .*OPENAI_BASE_URL\.\nD’ici là/u,
    })
  })

  test('refuses the key', async () => {
    const url = await serve((_, response) => response.writeHead(401, { 'content-type': 'application/json' }).end('{}'))
    await inBoth({ OPENAI_BASE_URL: `${url}/v1`, OPENAI_API_KEY: key, OPENAI_MODEL: 'small' }, 'bad', {
      en: /refused the key\. Check OPENAI_API_KEY/u,
      fr: /refusé la clé\. Vérifiez OPENAI_API_KEY/u,
    })
  })

  test.each([
    ['prose', 'The library opened in 1921, I believe.'],
    ['other JSON', '{"answer":"1921"}'],
    ['an invented quotation', verified.replace('public library', 'old library')],
    ['nothing found', '{"verdict":"not_in_article","claims":[]}'],
  ])('does not write what is asked for: %s', async (_, content) => {
    const url = await startModel(content)
    await inBoth({ OPENAI_BASE_URL: url, OPENAI_MODEL: 'small' }, 'bad', {
      en: /“small” can be reached, and does not answer in the form asked for.*tokens in.*\nSet another model in OPENAI_MODEL/u,
      fr: /«\u00a0small\u00a0» est joignable, mais ne répond pas dans la forme demandée.*tokens envoyés.*\nChoisissez un autre modèle/u,
    })
  })
})

describe('the judge', () => {
  const objections = (...rejected: readonly string[]) => JSON.stringify({ rejected })
  /** The model that writes is able; the judge replies so. */
  const both = async (judged: string): Promise<Variables> => {
    const mock = new LLMock({ port: 0 })
    mock.on({ model: 'strict' }, { content: judged })
    mock.on({ userMessage: /./ }, { content: verified })
    await mock.start()
    onTestFinished(() => mock.stop())
    return { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: 'small', OPENAI_JUDGE_MODEL: 'strict' }
  }

  test('reads claims', async () => {
    await inBoth(await both(objections()), 'good', {
      en: /The judge “strict” reads claims beside their quotations \(\d+ tokens in/u,
      fr: /Le juge «\u00a0strict\u00a0» relit les affirmations/u,
    })
  })

  test.each([
    ['prose', 'All is well.'],
    ['other JSON', '{"verdict":"fine"}'],
    ['an objection to what is plainly said', objections('C1')],
  ])('does not judge as it has to: %s', async (_, judged) => {
    await inBoth(await both(judged), 'bad', {
      en: /The judge “strict” can be reached, and does not judge.*\nSet another model in OPENAI_JUDGE_MODEL/u,
      fr: /Le juge «\u00a0strict\u00a0» est joignable, mais ne juge pas.*\nChoisissez un autre modèle dans OPENAI_JUDGE_MODEL/u,
    })
  })

  test('cannot be asked', async () => {
    const url = await serve(async (request, response) => {
      const asked = await text(request)
      const judging = asked.includes('"strict"')
      response.writeHead(judging ? 401 : 200, { 'content-type': 'application/json' })
      const message = { role: 'assistant', content: verified }
      response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] }))
    })
    await inBoth({ OPENAI_BASE_URL: `${url}/v1`, OPENAI_MODEL: 'small', OPENAI_JUDGE_MODEL: 'strict' }, 'bad', {
      en: /The judge could not be asked \(OPENAI_JUDGE_MODEL\)\. .*refused the key.*\nUntil then nobody reads the claims/u,
      fr: /Le juge n’a pas pu être interrogé.*refusé la clé.*\nD’ici là, personne ne relit/u,
    })
  })
})

describe('what the model costs', () => {
  test('is not known of every model: caps in dollars have no effect then', async () => {
    const url = await startModel(verified)
    const variables = { OPENAI_BASE_URL: url, OPENAI_MODEL: 'small', LIMIT_SERVER_DAILY_USD: '1' }
    await inBoth(variables, 'note', {
      en: /price of “small” is not known.*\nThe caps in dollars have no effect\. Set those in tokens/u,
      fr: /prix de «\u00a0small\u00a0» n’est pas connu.*\nLes plafonds en dollars restent sans effet/u,
    })
  })
})

describe('what is on this machine', () => {
  test('settings: each that is wrong, by name, never its value', async () => {
    await inBoth({ LOG_LEVEL: 'loud-secret', OPENAI_TIMEOUT_SECONDS: '-1' }, 'bad', {
      en: /OPENAI_TIMEOUT_SECONDS is not set right.*LOG_LEVEL is not set right/su,
      fr: /OPENAI_TIMEOUT_SECONDS est mal réglée.*LOG_LEVEL est mal réglée/su,
    })
    expect(linesOf(await examined({ LOG_LEVEL: 'loud-secret' })).join()).not.toContain('loud-secret')
  })

  test('the knowledge folder is missing, or empty', async () => {
    const folder = await newFolder()
    const missing = join(folder, 'nowhere')
    await inBoth({ KNOWLEDGE_DIR: missing }, 'bad', {
      en: /nowhere” cannot be read\. Create it/u,
      fr: /nowhere\u00a0» ne peut pas être lu/u,
    })
    await inBoth({ KNOWLEDGE_DIR: folder }, 'bad', {
      en: /No article is known yet/u,
      fr: /Aucun article n’est encore connu/u,
    })
  })

  test('articles that could not be read are named, ten of them', async () => {
    const folder = await newFolder()
    await writeFile(
      join(folder, 'good.txt'),
      'A title\n\nA paragraph that says something, and says it at some length.\n',
    )
    for (let count = 0; count < 12; count += 1) await writeFile(join(folder, `bad-${count}.txt`), '')
    await inBoth({ KNOWLEDGE_DIR: folder }, 'note', {
      en: /Not everything there could be read \(12\):\n.*bad-0\.txt is empty(?:.*\n){10}…/u,
      fr: /Tout n’a pas pu y être lu \(12\)\u00a0:\n.*bad-0\.txt est vide(?:.*\n){10}…/u,
    })
  })

  test('the data folder cannot be used', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'file'), '')
    await inBoth({ DATA_DIR: join(folder, 'file', 'data') }, 'bad', {
      en: /cannot be opened for writing\. .*DATA_DIR/u,
      fr: /ne peut pas être ouvert en écriture\. .*DATA_DIR/u,
    })
    await mkdir(join(folder, 'other'))
    await writeFile(join(folder, 'other', 'pilcrow.db'), 'This is no database, but a text of some length.'.repeat(40))
    await inBoth({ DATA_DIR: join(folder, 'other') }, 'bad', {
      en: /is damaged, or is no database/u,
      fr: /est endommagé/u,
    })
  })

  test('the command ends with 2 and says it on standard output', async () => {
    const { stdout, stderr, code } = await run(['doctor', '--locale', 'fr'], {
      DATA_DIR: await newFolder(),
      KNOWLEDGE_DIR: '/nowhere',
    })
    expect(code).toBe(2)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/✖ Le dossier .*\n✔ Réponses.*\n! Aucun modèle.*\n {2}.*\n✖ DISCORD_TOKEN.*\n {2}1\./u)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('→ 2 choses à régler\u00a0: voir ✖ plus haut.')
  })
})

test('a check that fails for no known reason is told, logged, and stops no other', async () => {
  const errors: unknown[] = []
  const findings: Finding[] = []
  const boom = () => Promise.reject(new TypeError('boom at secret.ts:1'))
  const ports = {
    node: 'v26.1.0',
    misset: [],
    knowledge: { folder: '/k', read: boom },
    data: { folder: '/d', open: boom },
    tryModel: boom,
    log: { error: (event: string, facts: object) => void errors.push([event, facts]) },
  }
  for await (const finding of examine({ locale: 'en' }, ports, new AbortController().signal)) findings.push(finding)
  expect(textsOf(findings, 'bad')).toEqual([
    ...Array.from({ length: 3 }, () => expect.stringContaining('Something went wrong')),
    expect.stringContaining('DISCORD_TOKEN is not set'),
  ])
  expect(errors).toHaveLength(3)
  expect(linesOf(findings).join()).not.toContain('boom')
})

test('Ctrl-C ends it at once', async () => {
  const url = await serve(() => {})
  const interrupted = new AbortController()
  const checkup = openCheckup(surveyConfig({}).config, { knowledge: shipped, data: await newFolder() })
  const ports = {
    node: 'v26.1.0',
    misset: [],
    knowledge: { folder: checkup.folder, read: checkup.read },
    data: { folder: '', open: checkup.openStore },
    log: { error: () => {} },
  }
  const discord = { token: 'a.b.c', apiBase: `${url}/api`, messageContent: false }
  const all = examine({ locale: 'en', discord }, ports, interrupted.signal)
  const ended = (async () => {
    for await (const { text } of all) if (text.startsWith('No model')) setTimeout(() => interrupted.abort(), 20)
  })()
  await expect(ended).rejects.toMatchObject({ code: 'aborted' })
})
