/** Gives the words of a language for Discord. */
import type { Locale } from '../types.ts'
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { discordEn } from './discord-en.ts'
import { discordFr } from './discord-fr.ts'

const catalogues: { readonly [L in Locale]: DiscordCatalogue } = { fr: discordFr, en: discordEn }

export const discordWords = (locale: Locale): DiscordCatalogue => catalogues[locale]
