/** What every engine must do with the settings of servers. */
import { beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings, type ServerSettings, type Store } from '../../src/store/contract.ts'

export const settings = (current: () => Store): void => {
  let store: Store
  beforeEach(() => {
    store = current()
  })

  describe('settings', () => {
    const settings: ServerSettings = {
      channels: ['1', '2'],
      roles: ['3'],
      adminRoles: ['4'],
      curators: ['5'],
      questionChannels: [],
      defaultArticles: { '1': 'le-phare', '18446744073709551615': 'été' },
      locale: 'fr',
      privateByDefault: true,
      hourlyLimit: 20,
      serverHourlyLimit: 200,
      dailyTokens: 100_000,
      monthlyTokens: 999_999_999_999,
      dailyMicros: 1,
      monthlyMicros: 999_999_000_000,
      keepUnanswered: true,
    }

    test('are the default ones, which nobody can change, until they are changed', async () => {
      const present = await store.settings('server')
      expect(present).toEqual(defaultSettings)
      expect(() => Object.assign(present, { hourlyLimit: 1 })).toThrow()
      expect(() => Object.assign(present.channels, ['1'])).toThrow()
      expect(() => Object.assign(present.defaultArticles, { '1': 'le-phare' })).toThrow()
    })

    test('are kept by server', async () => {
      expect(await store.changeSettings('server', () => settings)).toEqual(settings)
      await store.changeSettings('other', (present) => ({ ...present, hourlyLimit: 5 }))
      expect(await store.settings('server')).toStrictEqual(settings)
      expect(await store.settings('other')).toStrictEqual({ ...defaultSettings, hourlyLimit: 5 })
      expect(await store.settings('third')).toEqual(defaultSettings)
    })

    test('a setting that was taken away is gone', async () => {
      await store.changeSettings('server', () => settings)
      await store.changeSettings('server', ({ locale: _, ...rest }) => rest)
      expect(await store.settings('server')).not.toHaveProperty('locale')
    })

    test('changes at once are all made', async () => {
      const add = (channel: string) =>
        store.changeSettings('server', (present) => ({ ...present, channels: [...present.channels, channel] }))
      const channels = Array.from({ length: 100 }, (_, index) => `${index}`)
      await Promise.all(channels.map(add))
      expect(new Set((await store.settings('server')).channels)).toEqual(new Set(channels))
    })

    test('a change that fails changes nothing, and says why', async () => {
      await store.changeSettings('server', () => settings)
      const problem = new Error('no such channel')
      const failing = store.changeSettings('server', () => {
        throw problem
      })
      await expect(failing).rejects.toBe(problem)
      await expect(store.changeSettings('server', (present) => ({ ...present, hourlyLimit: -1 }))).rejects.toThrow()
      expect(await store.settings('server')).toEqual(settings)
      await store.changeSettings('server', (present) => ({ ...present, hourlyLimit: 1 }))
      expect((await store.settings('server')).hourlyLimit).toBe(1)
    })
  })
}
