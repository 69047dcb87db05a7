/** What a short line is by its own words: furniture of the page, a credit, a byline, an address; or nothing special. */
import { type Byline, readByline } from './byline.ts'
import {
  agencies,
  buttons,
  calls,
  counted,
  creditLeads,
  homes,
  leads,
  linkOpeners,
  networks,
  notices,
  offers,
  ours,
  readAlso,
  rights,
  sections,
  wholeLines,
} from './furniture.ts'
import { after, beginning, holds, isOneOf, type Phrases } from './phrases.ts'
import { endsSentence, isName, LONG, plain, startsUpper } from './prose.ts'

export type Mark =
  /** `opens`: titles of other pages follow. */
  | { readonly kind: 'furniture'; readonly opens: boolean }
  | { readonly kind: 'credit' }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'byline'; readonly byline: Byline }

/** Notices and calls may be two sentences; nothing longer is furniture. */
const LONGEST_FURNITURE = 300
const LONGEST_CREDIT = 100

const pageNumber = /^(?:(?:page|seite|pagina) )?\d{1,3}(?: ?(?:\/|sur|of|von|de|di|van) ?\d{1,3})?$/

const furniture = (opens: boolean): Mark => ({ kind: 'furniture', opens })

/** The initials of who wrote and who checked a dispatch: `jd/abc/ml`, `A.F.` */
const initials = /^(?:[a-z]{2,4}(?:\/[a-z]{2,4}){1,5}|[A-Z]\.(?:[ -]?[A-Z]\.){1,3})$/

/** Whether after a phrase the line ends, or goes on with a mark, a name or a figure: then it is no sentence. */
const breaksOff = (rest: string, line: string): boolean =>
  /^\s*(?:$|[:|>→›»–—\-#@?!.…(])/.test(rest) || (startsUpper(rest.replace(/^[\s"“«‘„]+/, '')) && !/\.\s*$/.test(line))

/** `12 commentaires`, `Comments (3)`. */
const isCounter = (folded: string): boolean => {
  const noun = beginning(folded, counted)
  const number = /^\d[\d., ]*(?:[km](?![a-z]))? ?/.exec(folded)?.[0]
  return noun === undefined
    ? number !== undefined && isOneOf(folded.slice(number.length), counted)
    : /^[ (:]+\d+$/.test(folded.slice(noun.length))
}

const isCall = (folded: string, edge: boolean): boolean => {
  if (beginning(folded, calls) === undefined) return false
  const own = holds(folded, ours)
  return ((edge || own) && holds(folded, offers)) || (own && holds(folded, networks))
}

const isButtons = (folded: string, edge: boolean): boolean => {
  const labels = folded.split(/[\s,;:/|•·]+/)
  return labels.length > (edge ? 0 : 1) && labels.every((label) => isOneOf(label, buttons))
}

/** A breadcrumb, a row of departments, or one of buttons. */
const isMenu = (line: string): boolean => {
  const parts = line.split(/[>›»/|•·]/).map(plain)
  if (parts.length < 2) return false
  const named = parts.filter((part) => isOneOf(part, sections)).length
  const isShort = parts.every((part) => part.split(' ').length <= 2)
  return (
    isOneOf(parts[0] ?? '', homes) ||
    (isShort && named * 2 >= parts.length) ||
    parts.every((part) => isOneOf(part, wholeLines))
  )
}

const isTags = (line: string): boolean => line.split(/\s+/).every((token) => /^[#@][^\s#@\d.]/.test(token))

/** A single word (`Tags`) needs a colon; after several (`Share on`) a name will do. */
const isLead = (folded: string, rest: string, line: string): boolean =>
  /[ -]/.test(beginning(folded, leads) ?? '') ? breaksOff(rest, line) : /^\s*(?:$|:)/.test(rest)

const follows = (line: string, table: Phrases, is: (rest: string) => boolean): boolean => {
  const rest = after(line, table)
  return rest !== undefined && is(rest)
}

const readFurniture = (line: string, folded: string, edge: boolean): Mark | undefined => {
  if (isOneOf(folded, readAlso) || isOneOf(folded, linkOpeners)) return furniture(true)
  // « Comment ? » is a heading in French, and « OK. » an answer.
  if (isOneOf(folded, wholeLines) && !/(?:^|[^.])[.?!]$/.test(line)) return furniture(false)
  if (isCounter(folded) || pageNumber.test(folded) || initials.test(line)) return furniture(false)
  if (isButtons(folded, edge) || isMenu(line) || isTags(line)) return furniture(false)
  if (/^["“«‘„]/.test(line)) return undefined
  const found =
    beginning(folded, notices) !== undefined ||
    holds(folded, rights) ||
    isCall(folded, edge) ||
    follows(line, readAlso, (rest) => breaksOff(rest, line) || !endsSentence(line)) ||
    follows(line, linkOpeners, (rest) => /^\s*[:|>→›–—-]/.test(rest)) ||
    follows(line, leads, (rest) => isLead(folded, rest, line))
  return found ? furniture(false) : undefined
}

/** `(avec AFP)`, `Reuters/Belga` */
const isSignOff = (folded: string): boolean =>
  folded
    .replace(/^(?:avec|with|mit|con|met|com) /, '')
    .split(/\s*(?:[,/&+]| et | and | und )\s*/)
    .every((part) => isOneOf(part, agencies))

/** A caption that ends in a credit: `Le port, lundi. Photo : Jean Dupont` */
const closingCredit =
  /(?:^|[\s.(–—-])(?:Photos?|PHOTOS?|Crédits?|CRÉDITS?|Credits?|CREDITS?|Foto|Bild) ?(?:[:©/|]|\.{2,3}|by ) *(\S.{1,60})$/

const isCredit = (line: string): boolean => {
  const copyright = line.indexOf('©')
  const holder = line.slice(copyright + 1).replace(/^\s*(?:\d{4}\s+)?/, '')
  if (copyright !== -1 && (startsUpper(holder) || /^[\d@]/.test(holder)))
    return copyright === 0 || holder.length <= LONGEST_CREDIT
  const signed = closingCredit.exec(line)?.[1]
  if (signed !== undefined && isName(signed.replace(/[)\]]$/, ''))) return true
  const bracketed = /\(([^()]{1,60})\)$/.exec(line)?.[1] ?? ''
  if (bracketed.includes('/') && isName(bracketed) && holds(plain(bracketed), agencies)) return true
  if (line.length > LONGEST_CREDIT) return false
  const bare = line.replace(/[\s)\]*_.]{1,9}$/, '').replace(/\s[-–—|]\s/g, ' / ')
  if (isSignOff(plain(bare)) || (bare.includes('/') && isName(bare) && holds(plain(bare), agencies))) return true
  const name = after(bare, creditLeads)
  const named = name?.replace(/^\s*(?:[:,©/|–—-]|(?:by|par|von|por|di|door)(?=\s))\s*/i, '')
  if (named === undefined) return false
  return (named !== name && isName(named)) || (holds(plain(named), agencies) && !endsSentence(line))
}

/** `edge`: whether the line stands before or after all of the article's prose, where less proof is needed. */
export const recognise = (line: string, edge: boolean): Mark | undefined => {
  if (line.length > LONGEST_FURNITURE) return undefined
  const mark = readFurniture(line, plain(line), edge)
  if (mark !== undefined) return mark
  if (line.length <= LONG && isCredit(line)) return { kind: 'credit' }
  if (/^https?:\/\/\S+$/i.test(line) && URL.canParse(line)) return { kind: 'address', url: line }
  const byline = readByline(line)
  return byline === undefined ? undefined : { kind: 'byline', byline }
}

/** Names of departments only, as they stand above a title or in a menu. */
export const isSection = (line: string): boolean => {
  const folded = plain(line)
  const isPart = (text: string): boolean => isOneOf(text, sections) || isOneOf(text, homes)
  return line.length <= LONG && (isPart(folded) || folded.split(' ').every(isPart))
}
