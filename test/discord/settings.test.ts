import { describe, expect, test } from 'vitest'
import { articleKey, type CustomId } from '../../src/discord/custom-id.ts'
import { READERS_LANGUAGE, renderDefaultArticle, renderSettings } from '../../src/discord/render/settings.ts'
import type { ServerSettings } from '../../src/ports.ts'
import { defaultSettings } from '../../src/store/contract.ts'
import { article } from '../fakes/articles.ts'
import { checked, componentsOf, idsOf, labelsOf, wordsOf } from './checked.ts'

const settings: ServerSettings = {
  ...defaultSettings,
  channels: ['100000000000000001', '100000000000000002'],
  roles: ['200000000000000001'],
  questionChannels: [],
  defaultArticles: { '100000000000000001': 'phare' },
  locale: 'fr',
  privateByDefault: true,
  hourlyLimit: 15,
}
const untouched: ServerSettings = defaultSettings
const panel = {
  locale: 'en',
  contentIntent: true,
  titleOf: (id: string) => (id === 'phare' ? 'A *lighthouse*' : undefined),
} as const

/** Menus by what they are for. */
const menus = (body: Parameters<typeof componentsOf>[0]) =>
  new Map(
    componentsOf(checked(body)).flatMap((each) =>
      'custom_id' in each && 'min_values' in each
        ? [[each.custom_id, each as unknown as Record<string, unknown>]]
        : 'options' in each
          ? [[each.custom_id, each as unknown as Record<string, unknown>]]
          : [],
    ),
  )

describe('the settings', () => {
  test('show what is set, each under its name', () => {
    const body = renderSettings(settings, panel)
    const shown = menus(body)
    expect(shown.get('settings.channels')).toMatchObject({
      default_values: [
        { id: '100000000000000001', type: 'channel' },
        { id: '100000000000000002', type: 'channel' },
      ],
      min_values: 0,
      max_values: 25,
    })
    expect(shown.get('settings.roles')).toMatchObject({ default_values: [{ id: '200000000000000001', type: 'role' }] })
    expect(shown.get('settings.questions')).not.toHaveProperty('default_values')
    expect(shown.get('settings.language')?.options).toContainEqual({ label: 'French', value: 'fr', default: true })
    expect(shown.get('settings.limit')?.options).toContainEqual({
      label: '15 questions an hour',
      value: '15',
      default: true,
    })
    expect(wordsOf(body)).toMatch(/Answers to slash commands · Only the asker sees them\n/u)
    expect(wordsOf(body)).toContain('<#100000000000000001> · A *lighthouse*')
    expect(labelsOf(body)).toEqual([
      'Answer publicly',
      'Article of a channel',
      'Limits and costs',
      'Delete everything…',
    ])
  })

  test('show what is not set', () => {
    const body = renderSettings(untouched, panel)
    const shown = menus(body)
    expect(shown.get('settings.channels')).toMatchObject({ placeholder: 'Every channel' })
    expect(shown.get('settings.roles')).toMatchObject({ placeholder: 'Everybody' })
    expect(shown.get('settings.language')?.options).toContainEqual({
      label: 'Each reader’s own',
      value: READERS_LANGUAGE,
      default: true,
    })
    expect(wordsOf(body)).toMatch(/None: all articles are searched/u)
    expect(labelsOf(body)).toContain('Answer privately')
  })

  test('say when question channels need an intent, and offer to undo', () => {
    expect(wordsOf(renderSettings(untouched, { ...panel, contentIntent: false }))).toMatch(
      /DISCORD_MESSAGE_CONTENT=true/u,
    )
    expect(wordsOf(renderSettings(untouched, panel))).not.toMatch(/DISCORD_MESSAGE_CONTENT/u)
    const undo = renderSettings(untouched, { ...panel, undo: 'AZaz09-_AZaz09-_' })
    expect(idsOf(undo)).toContainEqual({ kind: 'undo', token: 'AZaz09-_AZaz09-_' })
    expect(wordsOf(undo)).toMatch(/Saved\./u)
  })

  test.each(['fr', 'en'] as const)('fit in %s, however many there are', (locale) => {
    const ids = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `${from}${String(index).padStart(17, '0')}`)
    const full: ServerSettings = {
      ...settings,
      channels: ids(1, 40),
      roles: ids(2, 40),
      questionChannels: ids(3, 40),
      defaultArticles: Object.fromEntries(ids(4, 200).map((id) => [id, `_*${'x'.repeat(300)}`])),
      hourlyLimit: 9_999,
    }
    const body = renderSettings(full, {
      locale,
      contentIntent: false,
      titleOf: () => undefined,
      undo: 'AZaz09-_AZaz09-_',
    })
    expect(() => checked(body)).not.toThrow()
    expect(wordsOf(body)).toContain('(200)')
  })
})

describe('the article of a channel', () => {
  const articles = Array.from({ length: 60 }, (_, index) => article(`a${index}`, ['x'], { title: `Title ${index}` }))
  const channel = '100000000000000001'

  test('is chosen after the channel', () => {
    const body = renderDefaultArticle(untouched, { locale: 'en', articles, page: 1 })
    expect(idsOf(body)).toEqual([
      { kind: 'settings', control: 'channel' },
      { kind: 'settings', control: 'home' },
    ])
  })

  test('is chosen from a menu of 25, in pages, by keys that fit whatever the ids', () => {
    const long = article('x'.repeat(500), ['x'], { title: 'y'.repeat(500) })
    const body = renderDefaultArticle(
      { defaultArticles: { [channel]: 'a1' } },
      { locale: 'en', articles: [long, ...articles], channel, page: 1 },
    )
    const options = menus(body).get(`default_article.${channel}`)?.options
    expect(options).toHaveLength(25)
    expect(options).toContainEqual({ label: 'Title 1', value: articleKey('a1'), default: true })
    expect(idsOf(body).slice(2)).toEqual([
      { kind: 'default_page', channel, page: 2 },
      { kind: 'default_none', channel },
      { kind: 'settings', control: 'home' },
    ] satisfies CustomId[])
    const last = renderDefaultArticle(untouched, { locale: 'en', articles, channel, page: 9 })
    expect(menus(last).get(`default_article.${channel}`)?.options).toHaveLength(10)
  })

  test('cannot be chosen where there is no article', () => {
    expect(labelsOf(renderDefaultArticle(untouched, { locale: 'fr', articles: [], channel, page: 1 }))).toEqual([
      'Retour',
    ])
  })
})
