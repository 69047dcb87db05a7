import { describe, expect, test } from 'vitest'
import { readConfig, surveyConfig } from '../src/config.ts'

const key = 'sk-proj-0123456789'

describe('readConfig', () => {
  test('nothing set: no model, no bot, no secrets', () => {
    expect(readConfig({})).toEqual({ allowHosts: new Set(), logLevel: 'info', verify: 'claims', secrets: [] })
  })

  test('empty and blank mean unset, as in a copied .env.example', () => {
    expect(readConfig({ OPENAI_API_KEY: '', OPENAI_BASE_URL: ' ', DISCORD_TOKEN: '', LOG_LEVEL: '' })).toEqual(
      readConfig({}),
    )
  })

  test('a key alone, or an address alone, sets a model', () => {
    expect(readConfig({ OPENAI_API_KEY: key }).model).toEqual({ apiKey: key, timeoutMs: 60_000, concurrency: 40 })
    const local = {
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
      OPENAI_MODEL: 'qwen',
      OPENAI_TIMEOUT_SECONDS: '5',
      OPENAI_CONCURRENCY: '2',
    }
    expect(readConfig(local).model).toEqual({
      baseURL: local.OPENAI_BASE_URL,
      model: 'qwen',
      timeoutMs: 5_000,
      concurrency: 2,
    })
    expect(readConfig({ OPENAI_MODEL: 'qwen' }).model).toBeUndefined()
  })

  test('a judge is a model beside the model', () => {
    expect(readConfig({ OPENAI_API_KEY: key, OPENAI_JUDGE_MODEL: 'strict' }).model).toMatchObject({ judge: 'strict' })
    expect(readConfig({ OPENAI_JUDGE_MODEL: 'strict' }).model).toBeUndefined()
  })

  test('quotations alone, where that is wanted', () => {
    expect(readConfig({ VERIFY: 'quotations' }).verify).toBe('quotations')
  })

  test('a token makes a bot', () => {
    expect(readConfig({ DISCORD_TOKEN: 'abc', DISCORD_MESSAGE_CONTENT: 'true' }).discord).toEqual({
      token: 'abc',
      messageContent: true,
    })
    expect(readConfig({ DISCORD_GUILD_ID: '123456789012345678' }).discord).toBeUndefined()
  })

  test('the system’s locale, strongest variable first', () => {
    expect(readConfig({ LANG: 'en_US.UTF-8', LC_ALL: 'fr_FR.UTF-8' }).systemLocale).toBe('fr_FR.UTF-8')
    expect(readConfig({ LANG: 'en_US.UTF-8', LC_MESSAGES: 'fr_FR' }).systemLocale).toBe('fr_FR')
  })

  test('hosts that pages may come from, as an address has them', () => {
    const { allowHosts } = readConfig({ PILCROW_ALLOW_HOSTS: ' Wiki.Intern,0x7f000001 , [::1], bücher.test,' })
    expect([...allowHosts]).toEqual(['wiki.intern', '127.0.0.1', '[::1]', 'xn--bcher-kva.test'])
  })

  test('what must stay out of the log', () => {
    expect(readConfig({ OPENAI_API_KEY: key, DISCORD_TOKEN: 'abc' }).secrets).toEqual([key, 'abc'])
  })

  test.each([
    ['OPENAI_BASE_URL', 'localhost:11434'],
    ['OPENAI_BASE_URL', 'file:///etc/passwd'],
    ['OPENAI_TIMEOUT_SECONDS', '0'],
    ['OPENAI_TIMEOUT_SECONDS', 'soon'],
    ['OPENAI_CONCURRENCY', '-1'],
    ['PILCROW_LOCALE', 'de'],
    ['LOG_LEVEL', 'loud'],
    ['VERIFY', 'nothing'],
    ['PILCROW_ALLOW_HOSTS', 'https://wiki.intern'],
    ['PILCROW_ALLOW_HOSTS', 'wiki.intern:8080'],
    ['PILCROW_ALLOW_HOSTS', 'wiki.intern/page'],
    ['PILCROW_ALLOW_HOSTS', 'me@wiki.intern'],
    ['PILCROW_ALLOW_HOSTS', 'two words'],
    ['DISCORD_MESSAGE_CONTENT', 'maybe'],
    ['DISCORD_GUILD_ID', 'my server'],
    ['DISCORD_API_BASE', 'discord'],
    ['OPENAI_API_KEY', 'x'.repeat(501)],
  ])('%s=%s is refused, naming the variable and never its value', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad_config', facts: expect.objectContaining({ variable: name }) }),
    )
    try {
      readConfig({ [name]: value })
    } catch (error) {
      expect(String(error)).not.toContain(value.length > 3 ? value : 'no such text')
    }
  })

  test('frozen', () => {
    const config = readConfig({ OPENAI_API_KEY: key, DISCORD_TOKEN: 'abc' })
    for (const part of [config, config.model, config.discord]) expect(Object.isFrozen(part)).toBe(true)
  })
})

describe('surveyConfig', () => {
  test('what is right is as ever', () => {
    const right = { DISCORD_TOKEN: 'abc', LOG_LEVEL: 'warn' }
    expect(surveyConfig(right)).toEqual({ config: readConfig(right), misset: [] })
  })

  test('tells all that is wrong, and counts it as unset', () => {
    const { config, misset } = surveyConfig({ DISCORD_TOKEN: 'abc', DISCORD_GUILD_ID: 'x', LOG_LEVEL: 'loud' })
    expect(config).toEqual(readConfig({ DISCORD_TOKEN: 'abc' }))
    expect(misset.map(({ facts }) => facts)).toMatchObject([
      { variable: 'DISCORD_GUILD_ID' },
      { variable: 'LOG_LEVEL' },
    ])
  })
})
