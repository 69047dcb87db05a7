/** What a check found out, as one entry of the doctor's list, and how the outcomes of lookups are told. */

import { AppError } from '../../failures.ts'
import type { DoctorCatalogue, Told } from '../../locale/doctor-catalogue.ts'
import { failureWords } from '../../locale/words.ts'
import type { Locale } from '../../types.ts'
import type { Trouble } from './lookup.ts'

/** In plain text: server and file names in it come from outside. `bad` keeps the bot from doing its work; `next` is what to do then. */
export type Finding = {
  readonly mark: 'good' | 'bad' | 'note' | 'next'
  readonly text: string
  readonly details: readonly string[]
}

export const good = (text: string): Finding => ({ mark: 'good', text, details: [] })
export const bad = ({ text, details }: Told): Finding => ({ mark: 'bad', text, details })
export const note = ({ text, details }: Told): Finding => ({ mark: 'note', text, details })

export const troubleWords = (trouble: Trouble, { trouble: said }: DoctorCatalogue): string => {
  switch (trouble.kind) {
    case 'timeout':
      return said.timeout(trouble.seconds)
    case 'network':
      return said.network(trouble.code)
    case 'failing':
      return said.failing(trouble.status)
    case 'limited':
      return said.limited(trouble.seconds)
    case 'refused':
      return said.refused(trouble.status)
    case 'unauthorized':
      return said.refused(401)
    case 'strange':
      return said.strange
  }
}

/** A lookup that gave nothing: the network's fault is named first, whatever else answered says what it is. */
export const unreachable = (trouble: Trouble, words: DoctorCatalogue, locale: Locale): Finding => {
  const why = troubleWords(trouble, words)
  return trouble.kind === 'network' || trouble.kind === 'timeout'
    ? bad({ text: failureWords(new AppError('discord_unavailable', {}), locale), details: [why] })
    : bad({ text: why, details: [] })
}
