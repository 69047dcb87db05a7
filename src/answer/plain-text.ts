/** What no claim may hold, whatever it says: text that shows otherwise than it reads, addresses somebody or leads away. */
import { invisible } from '../text/typography.ts'
import type { Rejection } from './problem.ts'

/**
 * Control characters, direction overrides and isolates, annotations and tag characters: they can make a reader see
 * another text than the one that was checked.
 */
const unsafe =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

const alphabets: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
]
/** Letters of mathematics and of full width, which look like Latin ones. */
const dressed = /[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a]/u
/** Greek letters that look like no Latin one stand beside them in units and formulas: μm, kΩ. */
const unit = /^(?:[μΩβγδθλπσφψω]\p{Script=Latin}{1,3}|\p{Script=Latin}{1,4}[μΩβγδθλπσφψω])$/u

/**
 * Letters of the Latin alphabet alone, with the marks and signs beside them: nearly every claim. The patterns by script
 * are slow to compile, and a cold answer is spared them.
 */
const latinAlone = /^[\0-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf]*$/

const unseen = new RegExp(invisible, 'gu')

const mixedAlphabets = (text: string, sources: readonly string[]): readonly string[] => {
  if (latinAlone.test(text)) return []
  const written = (text: string): string => text.normalize('NFC').replace(unseen, '')
  const latin = (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0)
  return (text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).filter((word) => {
    if (/^[\p{ASCII}]*$/u.test(word) || unit.test(word.normalize('NFC'))) return false
    const used = alphabets.filter((alphabet) => alphabet.test(word))
    const foreign = latin && used.length === 1 && used[0] !== alphabets[0]
    return (
      (used.length > 1 || foreign || dressed.test(word)) &&
      !sources.some((source) => written(source).includes(written(word)))
    )
  })
}

const mentions = [
  /<(?:[@#][!&]?\d+|a?:\w{1,40}:\d+|\/[^<>\n]{1,60}:\d+|t:-?\d+(?::\w)?|id:\w{1,20})>/gu,
  /@(?:everyone|here)(?![\p{L}\p{N}_])/giu,
]
/** A name on a network, an address for letters: only as the source writes it. */
const handle = /(?<![\p{L}\p{N}.])[\w.+-]{0,64}@[\p{L}_][\w.-]{0,64}/gu

const link =
  /\[[^\][\n]{0,300}\]\([^()\n]{0,500}\)|\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s<>]{1,500}|\b(?:javascript|vbscript|data|mailto):[^\s<>]{1,500}|\bwww\.[^\s<>]{1,300}|\b(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|info|gov|edu|io|gg|xyz|app|dev|ly|fr|de|es|ru|eu|ch|uk|ca|cn|jp|br|pl|nl|biz|site|online|shop|club|link|live|top|рф)\b(?:\/[^\s<>]{0,300})?|(?<![\p{L}\p{N}.])(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?::\d{1,5})?\/[^\s<>]{1,300}|(?<![\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?:\/[^\s<>]{0,300})?|(?<![:\p{L}\p{N}/])\/\/[\p{L}\p{N}-]{1,63}\.[^\s<>]{2,300}/giu

/** What every mention, name and link has of its own; few claims have any of it, and those alone are read for them. */
const leading = /[@<[]|[:/]\S|\.[^\s\d.»”"'’)\]]|www\./i

const wanting = (found: readonly string[], sources: readonly string[]): readonly string[] =>
  found.filter((words) => !sources.some((source) => source.includes(words.toLowerCase())))

/** A text as it looks: compatibility forms undone, nothing invisible. */
const seen = (text: string): string => text.normalize('NFKC').replace(unseen, '')

/**
 * What is wrong with a claim's text as such. `sources` are the cited paragraphs as published; `places` what else may
 * be linked to: the article's own address and its publication. Never throws.
 */
export const plainTextProblems = (
  text: string,
  sources: readonly string[],
  places: readonly string[],
): readonly Rejection[] => {
  if (!/[a-z\d]/i.test(text) && !/[\p{L}\p{N}]/u.test(text))
    return [{ code: 'invalid_claim', detail: 'text says nothing' }]
  if (unsafe.test(text) || !text.isWellFormed()) return [{ code: 'unsafe_text' }]
  const visible = seen(text)
  const mixed = mixedAlphabets(text, sources).map((word) => ({ code: 'mixed_alphabets', word }) as const)
  if (!leading.test(visible)) return mixed
  const called = mentions.flatMap((pattern) => visible.match(pattern) ?? [])
  const handles = (visible.match(handle) ?? []).filter((each) => !called.includes(each))
  const links = (visible.match(link) ?? []).map((each) => each.replace(/[.,;:!?)»”"'’]+$/u, ''))
  const named = [...handles, ...links]
  const held = named.length === 0 ? [] : sources.map((source) => seen(source).toLowerCase())
  const others = wanting(handles, held)
  const away = wanting(links, named.length === 0 ? [] : [...held, ...places.map((place) => seen(place).toLowerCase())])
  return [
    ...mixed,
    ...[...called, ...others].map((words) => ({ code: 'mention', words }) as const),
    ...away.map((each) => ({ code: 'foreign_link', link: each }) as const),
  ]
}
