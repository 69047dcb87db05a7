/** How claims are made of a sentence, whose quotation is true, and what both kinds of them read in it. */
import { spellEnglish, spellFrench, spellGerman, spellSpanish } from '../../answer/spellers.ts'
import { type Change, type Given, pick } from './change.ts'
import { tonguesData } from './words.ts'

type Texts = (given: Given) => string | readonly (string | undefined)[] | undefined

export const claiming =
  (make: Texts): Change =>
  (given) => {
    const made = make(given)
    const list = made === undefined || typeof made === 'string' ? [made] : made
    return list.flatMap((text) => (text === undefined || text === given.text ? [] : [{ draft: saying(given, text) }]))
  }
export const saying = ({ paragraph, text: quote }: Given, text: string): unknown => ({
  verdict: 'answered',
  claims: [{ text, citations: [{ paragraph: paragraph.id, quote }] }],
})
export const bare = (text: string): string => text.replace(/[.!?…\s»”"]+$/u, '')
export const of = ({ language }: Given) => tonguesData[language]
export const told = (given: Given, text: string): string => `${pick(of(given).leads, given.index)}${text}`
export const spellers = { fr: spellFrench, en: spellEnglish, de: spellGerman, es: spellSpanish }
/** A whole number as its language groups it, no year, no part of a date, decimal, code or range. */
export const grouped = {
  fr: /(?<![\d.,\p{L}–-] ?)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d|[ \u00a0\u202f]\d)/u,
  en: /(?<![\d.,$£€\p{L}–-])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)/u,
  de: /(?<![\d.,\p{L}–-])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)/u,
  es: /(?<![\d.,\p{L}–-])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)/u,
} as const
export const small =
  /(?<![\d.,:/\p{L}$£€%°–—-][ \u00a0]?|\b(?:n|no|nr|p)[.°º] ?|[[(])[1-9]\d?(?![\d\p{L}°%’'\])–—-]|[.,:/]\d|[ \u00a0\u202f](?:\d|%|°|€|\$|£|m|km|cm|mm|kg|ha|h|min|[A-Z]))/u
