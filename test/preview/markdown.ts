/** Discord's markdown as HTML: what our messages use of it, and nothing else. All else is text. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const plain = (text: string): string => text.replace(/[&<>"]/gu, (character) => entities[character] ?? '')

/** What stands for what Discord looks up: channels by their ids, and the time it is. */
export type Reader = {
  readonly locale: 'fr' | 'en'
  readonly channels: Readonly<Record<string, string>>
}

type Rule = readonly [pattern: RegExp, html: (match: RegExpExecArray, reader: Reader) => string]

const rules: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/u, ([, character = '']) => plain(character)],
  [/^\*\*((?:\\[\s\S]|[^\\*])+)\*\*/u, ([, inside = ''], reader) => `<b>${inline(inside, reader)}</b>`],
  [
    /^\[((?:\\[\s\S]|[^\\\]])+)\]\(<(https?:[^<>\s]+)>\)/u,
    ([, label = '', url = ''], reader) => `<a href="${plain(url)}">${inline(label, reader)}</a>`,
  ],
  [
    /^<t:(\d+)(?::[a-zA-Z])?>/u,
    ([, seconds = ''], { locale }) => {
      const shown = new Date(Number(seconds) * 1_000).toLocaleString(locale, { dateStyle: 'long', timeZone: 'UTC' })
      return `<span class="time">${plain(shown)}</span>`
    },
  ],
  [/^<#(\d+)>/u, ([, id = ''], { channels }) => `<span class="mention"># ${plain(channels[id] ?? 'unknown')}</span>`],
  [/^<\/([^:<>]+):\d+>/u, ([, name = '']) => `<span class="mention">/${plain(name)}</span>`],
]

const inline = (text: string, reader: Reader): string => {
  let html = ''
  let rest = text
  while (rest !== '') {
    const rule = rules.find(([pattern]) => pattern.test(rest))
    const match = rule?.[0].exec(rest)
    const length = match?.[0].length ?? 1
    html += rule && match ? rule[1](match, reader) : plain(rest.slice(0, 1))
    rest = rest.slice(length)
  }
  return html
}

const blocks = [
  ['subtext', /^-# /u],
  ['quote', /^> /u],
  ['item', /^- /u],
] as const

/** Lines of one kind in a row make one block, as quotations and lists do in Discord. */
export const markdownHtml = (markdown: string, reader: Reader): string => {
  const groups: { readonly kind: string; readonly lines: string[] }[] = []
  for (const line of markdown.split('\n')) {
    const [kind, mark] = blocks.find(([, pattern]) => pattern.test(line)) ?? ['text', /^/u]
    const words = line.replace(mark, '')
    const last = groups.at(-1)
    if (last?.kind === kind && kind !== 'item') last.lines.push(words)
    else groups.push({ kind, lines: [words] })
  }
  return groups.map(({ kind, lines }) => `<div class="${kind}">${inline(lines.join('\n'), reader)}</div>`).join('')
}
