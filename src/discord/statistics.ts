/** What admins see of their server's questions and costs. Who may is checked at every press. */
import { type ButtonInteraction, type Interaction, MessageFlags } from 'discord.js'
import { capsUnder, dayOf } from '../limits.ts'
import type { Locale } from '../types.ts'
import { overseen } from './admin.ts'
import type { MessageBody } from './budget.ts'
import type { CustomId } from './custom-id.ts'
import type { BotPorts } from './ports.ts'
import { renderProblem } from './render/notice.ts'
import { forClient } from './render/parts.ts'
import {
  QUESTIONS_PER_PAGE,
  renderDays,
  renderOverview,
  renderUnanswered,
  STATISTICS_DAYS,
  type StatisticsView,
} from './render/statistics.ts'

export type StatisticsId = Extract<CustomId, { kind: 'stats' }>

export const createStatistics = (ports: BotPorts) => {
  const { budget, counting, settings, ceilings } = ports

  const unansweredPage = async (server: string, locale: Locale, page: number): Promise<MessageBody> => {
    const { keepUnanswered: kept } = await settings.settings(server)
    const limit = QUESTIONS_PER_PAGE
    const of = (at: number) => ports.unanswered.unanswered(server, { limit, offset: (at - 1) * limit })
    const first = await of(page)
    // Some may be gone since the button was drawn.
    const at = Math.min(page, Math.max(1, Math.ceil(first.total / limit)))
    const { total, questions } = at === page ? first : await of(at)
    return renderUnanswered(questions, { locale, page: at, total, kept })
  }

  const body = async (server: string, locale: Locale, view: StatisticsView, page: number): Promise<MessageBody> => {
    if (view === 'unanswered') return unansweredPage(server, locale, page)
    const now = ports.now()
    const today = dayOf(now)
    const [statistics, { total: unanswered }] = await Promise.all([
      counting.statistics({ server }, today - STATISTICS_DAYS + 1, today),
      ports.unanswered.unanswered(server, { limit: 1, offset: 0 }),
    ])
    if (view === 'days') return renderDays(statistics, { locale, page, today, unanswered })
    const spent = await budget.spent({ kind: 'server', id: server }, now)
    const caps = capsUnder(await settings.settings(server), ceilings.server)
    return renderOverview({ locale, statistics, today, spent, caps, unanswered })
  }

  const adminRolesOf = async (server: string): Promise<readonly string[]> =>
    (await settings.settings(server)).adminRoles

  return {
    /** What a member who asks for the statistics gets to see. */
    async home(interaction: Interaction, locale: Locale): Promise<MessageBody> {
      const may = await overseen(interaction, adminRolesOf)
      return 'problem' in may ? renderProblem(may.problem, {}, locale) : body(may.server, locale, 'overview', 1)
    },

    async press(press: ButtonInteraction, { view, page }: StatisticsId, locale: Locale): Promise<void> {
      const may = await overseen(press, adminRolesOf)
      if ('problem' in may) {
        const given = forClient(renderProblem(may.problem, {}, locale))
        await press.reply({ ...given, flags: [...given.flags, MessageFlags.Ephemeral] })
        return
      }
      await press.update(forClient(await body(may.server, locale, view, page)))
    },
  }
}

export type StatisticsPages = ReturnType<typeof createStatistics>
