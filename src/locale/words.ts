/** Gives the words of a language, and finds which of ours a reader's tag means. */
import type { AppError, FailureCode } from '../failures.ts'
import type { Locale } from '../types.ts'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const catalogues: { readonly [L in Locale]: Catalogue } = { fr, en }

export const words = (locale: Locale): Catalogue => catalogues[locale]

/**
 * The locale that a tag means: `fr_FR.UTF-8` (the environment's form), `fr-CA` (BCP 47, Discord's form).
 * Undefined when the tag is none of ours, `C` and `POSIX` included.
 */
export const localeOf = (tag: string | undefined): Locale | undefined => {
  switch (tag?.split(/[-_.@]/u, 1)[0]?.toLowerCase()) {
    case 'fr':
      return 'fr'
    case 'en':
      return 'en'
    default:
      return undefined
  }
}

/** A failure in the reader's language; it may hold text from outside, so a face still escapes it. */
export const failureWords = <C extends FailureCode>(failure: AppError<C>, locale: Locale): string =>
  words(locale).failures[failure.code](failure.facts)
