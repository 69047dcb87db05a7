/** The chat on a terminal, and over a pipe for scripts: one question a line in, one answer each out. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { words } from '../locale/words.ts'
import { QUESTION_LIMIT } from '../types.ts'
import { createConversation } from './conversation.ts'
import { INTERRUPTED } from './exit.ts'
import { lines } from './input.ts'
import { type Io, showProgress, write } from './output.ts'
import type { Session } from './session.ts'
import { slashNames } from './slash.ts'
import { paint, type Screen, styleOf, visible, wrap } from './style.ts'

/** Lines that the arrow keys bring back. */
const HISTORY = 100

/** Resolves to the exit code: 0 at the end of the input, 130 when interrupted. */
export const chat = (session: Session, io: Io): Promise<number> =>
  io.input.isTTY === true && io.output.isTTY === true ? converse(session, io) : script(session, io)

const script = async (session: Session, io: Io): Promise<number> => {
  const { signal } = session
  const conversation = createConversation(session, signal)
  const style = { ...styleOf(io.output, false), spaced: false }
  const interrupt = () => io.input.destroy()
  if (signal.aborted) interrupt()
  signal.addEventListener('abort', interrupt, { once: true })
  let first = true
  try {
    for await (const line of lines(io.input, QUESTION_LIMIT)) {
      if (line.text.trim() === '' && line.length <= QUESTION_LIMIT) continue
      const reply = await conversation.reply(line, style, () => {})
      if (signal.aborted) break
      if (reply.text !== '' && !(await write(io.output, `${first ? '' : '\n'}${reply.text}\n`))) break
      if (reply.ends) break
      first = false
    }
  } catch (error) {
    // A destroyed input ends its reader with an error of its own.
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', interrupt)
  }
  return signal.aborted ? INTERRUPTED : 0
}

const greeting = (session: Session, screen: Screen, colour: boolean): string => {
  const style = styleOf(screen, colour)
  const { chat } = words(session.locale)
  const articles = chat.greeting(session.library.articles().length)
  const model = session.model === undefined ? chat.withoutModel : chat.withModel(visible(session.model))
  const head = `${paint('¶ Pilcrow', 'bold', style)} · ${articles} · ${model}`
  const hint =
    session.library.articles().length === 0 ? words(session.locale).failures.no_articles({}) : chat.invitation
  return `${[...wrap(head, style), ...wrap(paint(hint, 'dim', style), style)].join('\n')}\n\n`
}

/** What the Tab key offers: a command's name, then the articles' ids. */
const completer =
  (session: Session) =>
  (line: string): [string[], string] => {
    const word = line.slice(line.lastIndexOf(' ') + 1)
    const offers = word === line ? slashNames : session.library.articles().map(({ head }) => visible(head.id))
    return [line.startsWith('/') ? offers.filter((offer) => offer.startsWith(word)) : [], word]
  }

/** A screen for what is being typed: dark while an answer is in the making, so that both do not mix. */
const darkened = (screen: Screen, isDark: () => boolean): Writable => {
  const typed = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      // At once, not when the screen is ready: what was typed before the dark is still to be seen.
      if (!isDark()) screen.write(chunk)
      done()
    },
  })
  Object.defineProperty(typed, 'columns', { get: () => screen.columns })
  return typed
}

const converse = async (session: Session, io: Io): Promise<number> => {
  const interrupted = new AbortController()
  const signal = AbortSignal.any([session.signal, interrupted.signal])
  const conversation = createConversation(session, signal)
  let working = false
  const typed = darkened(io.output, () => working)
  const prompt = `${paint('›', 'cyan', styleOf(io.output, io.colour))} `

  await write(io.output, greeting(session, io.output, io.colour))
  // A reader that is closed before it is listened to never ends: from here to the loop nothing is awaited.
  if (signal.aborted) return INTERRUPTED
  const reader = createInterface({
    input: io.input,
    output: typed,
    terminal: true,
    prompt,
    completer: completer(session),
    historySize: HISTORY,
    removeHistoryDuplicates: true,
  })
  const resize = () => typed.emit('resize')
  const close = () => reader.close()
  let open = true
  /** For each line that waits whether it came before its turn, so that its answer needs it shown again. */
  const early: boolean[] = []
  io.output.on('resize', resize)
  reader.on('SIGINT', () => interrupted.abort())
  reader.on('line', () => early.push(working || early.length > 0))
  reader.once('close', () => {
    open = false
  })
  signal.addEventListener('abort', close, { once: true })

  try {
    reader.prompt()
    for await (const line of reader) {
      if (signal.aborted) break
      working = true
      if (early.shift()) await write(io.output, `${prompt}${visible(line)}\n`)
      if (line.trim() !== '') {
        const style = styleOf(io.output, io.colour)
        let done = () => {}
        const reply = await conversation.reply({ text: line, length: line.length }, style, (what) => {
          done = showProgress(io.output, what)
        })
        done()
        if (signal.aborted || reply.ends) break
        if (!(await write(io.output, `\n${reply.text}\n\n`))) break
      }
      working = false
      if (open && early.length === 0) reader.prompt(true)
    }
  } finally {
    working = false
    reader.close()
    io.output.removeListener('resize', resize)
    signal.removeEventListener('abort', close)
  }
  await write(io.output, '\n')
  return signal.aborted ? INTERRUPTED : 0
}
