/** Checks what Discord says of the bot's account and application: the token, how it can be added, the intent. */
import { ApplicationFlags, ApplicationIntegrationType, Routes } from 'discord.js'
import { z } from 'zod'
import { AppError } from '../../failures.ts'
import type { DoctorCatalogue } from '../../locale/doctor-catalogue.ts'
import { failureWords } from '../../locale/words.ts'
import type { Locale } from '../../types.ts'
import { bad, type Finding, good, note, unreachable } from './finding.ts'
import type { Found, Lookup } from './lookup.ts'

export const snowflake = z.string().regex(/^\d{1,20}$/)

const userShape = z.object({ id: snowflake, username: z.string() })

const applicationShape = z.object({
  id: snowflake,
  name: z.string(),
  flags: z.int().nonnegative().optional(),
  bot_require_code_grant: z.boolean().optional(),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
})

export type Account = {
  readonly user: z.infer<typeof userShape>
  readonly application: z.infer<typeof applicationShape>
}

export type Settings = {
  readonly token: string
  readonly guild?: string
  readonly messageContent: boolean
  readonly apiBase?: string
}

/** A bot's token: its id in base64, a time, a signature. */
const tokenForm = /^(?:Bot\s+)?[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/i

export const findAccount = async (look: Lookup): Promise<Found<Account>> => {
  const user = await look(Routes.user(), userShape)
  if (user.kind !== 'found') return user
  const application = await look(Routes.currentApplication(), applicationShape)
  if (application.kind !== 'found') return application
  return { kind: 'found', value: { user: user.value, application: application.value } }
}

const canBeAdded = (application: Account['application'], to: ApplicationIntegrationType): boolean =>
  !application.integration_types_config || Object.hasOwn(application.integration_types_config, String(to))

const contentIntent = (flags: number, wanted: boolean, { intent }: DoctorCatalogue): Finding => {
  // Discord's flag still says by its name that few servers are the condition; since June 2026 few people are.
  const small = (flags & ApplicationFlags.GatewayMessageContentLimited) !== 0
  const granted = small || (flags & ApplicationFlags.GatewayMessageContent) !== 0
  if (wanted) return granted ? good(small ? intent.grantedWhileSmall : intent.granted) : bad(intent.missing)
  return granted ? note(intent.unused) : good(intent.notNeeded)
}

export const checkAccount = (
  found: Found<Account>,
  { token, messageContent }: Settings,
  words: DoctorCatalogue,
  locale: Locale,
): readonly Finding[] => {
  if (found.kind === 'unauthorized')
    return [
      bad({
        text: failureWords(new AppError('discord_unauthorized', {}), locale),
        details: tokenForm.test(token) ? [] : [words.token.otherThing],
      }),
    ]
  if (found.kind !== 'found') return [unreachable(found, words, locale)]
  const { application, user } = found.value
  const said = words.application
  return [
    good(words.token.works(user.username, application.name)),
    ...(application.interactions_endpoint_url ? [bad(said.endpoint)] : []),
    ...(application.bot_require_code_grant ? [bad(said.codeGrant)] : []),
    ...(canBeAdded(application, ApplicationIntegrationType.GuildInstall) ? [] : [bad(said.noServers)]),
    ...(canBeAdded(application, ApplicationIntegrationType.UserInstall) ? [] : [note(said.noUsers)]),
    contentIntent(application.flags ?? 0, messageContent, words),
  ]
}
