import { describe, expect, test } from 'vitest'
import { readConfig, surveyConfig } from '../src/config.ts'
import { noCeilings } from '../src/limits.ts'

const key = 'sk-proj-0123456789'

describe('readConfig', () => {
  test('nothing set: no model, no bot, no secrets', () => {
    expect(readConfig({})).toEqual({
      ...{ allowHosts: new Set(), logLevel: 'info', verify: 'claims' },
      ...{ ceilings: noCeilings, retentionDays: 30, secrets: [] },
    })
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

  test('ceilings, each of its own variable', () => {
    const cap = (tokens: number, micros: number) => ({ tokens, micros })
    expect(
      readConfig({
        LIMIT_MEMBER_QUESTIONS_PER_HOUR: '20',
        LIMIT_SERVER_QUESTIONS_PER_HOUR: '500',
        LIMIT_TOTAL_DAILY_TOKENS: '9 000 000',
        LIMIT_TOTAL_MONTHLY_TOKENS: '90,000,000',
        LIMIT_TOTAL_DAILY_USD: '5',
        LIMIT_TOTAL_MONTHLY_USD: '99.50',
        LIMIT_SERVER_DAILY_TOKENS: '100000',
        LIMIT_SERVER_MONTHLY_TOKENS: '1000000',
        LIMIT_SERVER_DAILY_USD: '0,5',
        LIMIT_SERVER_MONTHLY_USD: '$6',
        LIMIT_MEMBER_DAILY_TOKENS: '30000',
        LIMIT_MEMBER_MONTHLY_TOKENS: '300000',
        LIMIT_MEMBER_DAILY_USD: '0.05',
        LIMIT_MEMBER_MONTHLY_USD: '0.000001',
      }).ceilings,
    ).toEqual({
      hourly: { member: 20, server: 500 },
      total: { day: cap(9_000_000, 5_000_000), month: cap(90_000_000, 99_500_000) },
      server: { day: cap(100_000, 500_000), month: cap(1_000_000, 6_000_000) },
      member: { day: cap(30_000, 50_000), month: cap(300_000, 1) },
    })
    expect(readConfig({ LIMIT_SERVER_DAILY_USD: '1' }).ceilings).toEqual({
      ...noCeilings,
      server: { day: { micros: 1_000_000 }, month: {} },
    })
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
    ['LIMIT_TOTAL_DAILY_TOKENS', '0'],
    ['LIMIT_TOTAL_DAILY_TOKENS', '1.5'],
    ['LIMIT_SERVER_MONTHLY_USD', '0'],
    ['LIMIT_SERVER_MONTHLY_USD', '5 €'],
    ['LIMIT_MEMBER_QUESTIONS_PER_HOUR', '10001'],
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
