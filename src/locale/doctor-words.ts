/** Gives the words of a language for `npm run doctor`. */
import type { Locale } from '../types.ts'
import type { DoctorCatalogue } from './doctor-catalogue.ts'
import { doctorEn } from './doctor-en.ts'
import { doctorFr } from './doctor-fr.ts'

const catalogues: { readonly [L in Locale]: DoctorCatalogue } = { fr: doctorFr, en: doctorEn }

export const doctorWords = (locale: Locale): DoctorCatalogue => catalogues[locale]
