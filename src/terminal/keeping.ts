/** The commands that change what is kept; each resolves to the exit code. They reject only on what nobody expected. */

import { AppError } from '../failures.ts'
import { words } from '../locale/words.ts'
import type { Handed, Keeper, OwnFile } from '../ports.ts'
import type { Article, Locale } from '../types.ts'
import type { ArticlesOptions, BackupOptions, KeepingOptions } from './arguments.ts'
import { type How, runArticles, told, whileShowing } from './commands.ts'
import { exitOfFailure } from './exit.ts'
import { articlesJson, errorJson, printed } from './json.ts'
import { failureText, type Io, tellFailure, write } from './output.ts'
import { articleNamed, findArticle } from './session.ts'
import { styleOf, visible, wrap } from './style.ts'

/** Wrapped as any other text; with --json there are none. */
const say = async (line: string, how: How, io: Io): Promise<void> => {
  const style = styleOf(io.output, io.colour)
  if (!how.json) await write(io.output, `${wrap(visible(line), style).join('\n')}\n`)
}

const sourceOf = (given: string): Handed | OwnFile =>
  /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? { kind: 'url', url: given } : { kind: 'file', path: given }

type Failed = { readonly given: string; readonly failure: AppError }

/**
 * Does the work for each, goes on where one fails, and tells each at once. The exit code is that of the first failure.
 * With --json all is told at the end, under `done`.
 */
const forEach = async (
  of: readonly string[],
  done: string,
  how: How,
  io: Io,
  work: (given: string) => Promise<readonly [line: string, json: object]>,
): Promise<number> => {
  const results: object[] = []
  const failed: Failed[] = []
  for (const given of of) {
    try {
      const [line, json] = await whileShowing(words(how.locale).progress.fetching, how, io, work(given))
      results.push(json)
      await say(line, how, io)
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'aborted') throw failure
      failed.push({ given, failure })
      if (!how.json) await tellFailure(failure, how, io)
    }
  }
  if (how.json) {
    const failures = failed.map(({ given, failure }) => ({
      given,
      ...errorJson(failure.code, failureText(failure, how.locale)),
    }))
    await write(io.output, `${printed({ kind: 'articles', [done]: results, failed: failures })}\n`)
  }
  const [first] = failed
  return first ? exitOfFailure(first.failure) : 0
}

const articleFacts = (article: Article): object => articlesJson([article])[0] ?? {}

const runKeeping = async (
  options: KeepingOptions,
  keeper: Keeper,
  how: How,
  signal: AbortSignal,
  io: Io,
): Promise<number> =>
  told(how, io, async () => {
    const said = words(how.locale).keeping
    const { shelf, library, intake } = keeper
    const finding = (given: string): string => findArticle(library, given).head.id
    switch (options.action) {
      case 'add':
        return forEach(options.of, 'added', how, io, async (given) => {
          const { article, already } = await intake.add(shelf, sourceOf(given), signal)
          const { id, title } = article.head
          const line = already ? said.already(title, id) : said.added(title, article.paragraphs.length, id)
          return [line, { ...articleFacts(article), already }]
        })
      case 'remove':
        return forEach(options.of, 'removed', how, io, async (given) => {
          const { head } = await intake.remove(shelf, articleNamed(library, given).head.id)
          return [said.removed(head.title), { id: head.id, title: head.title }]
        })
      case 'refresh': {
        const of = options.of.length > 0 ? options.of : await keeper.refreshable()
        if (of.length === 0) await say(said.nothingToRefresh, how, io)
        return forEach(of, 'refreshed', how, io, async (given) => {
          const { article, changed } = await intake.refresh(shelf, finding(given), signal)
          const { title } = article.head
          const line = changed ? said.refreshed(title, article.paragraphs.length) : said.unchanged(title)
          return [line, { ...articleFacts(article), changed }]
        })
      }
      case 'export': {
        const articles = await keeper.export(options.file)
        await say(said.exported(articles, options.file), how, io)
        if (how.json) await write(io.output, `${printed({ kind: 'export', file: options.file, articles })}\n`)
        return 0
      }
      case 'import': {
        const work = keeper.import(options.file)
        const { added, already } = await whileShowing(words(how.locale).progress.storing, how, io, work)
        await say(said.imported(added, already), how, io)
        if (how.json) await write(io.output, `${printed({ kind: 'import', file: options.file, added, already })}\n`)
        return 0
      }
    }
  })

/** The articles of the shelf: looked at, or changed. */
export const runKept = (
  options: ArticlesOptions | KeepingOptions,
  keeper: Keeper,
  how: How,
  signal: AbortSignal,
  io: Io,
): Promise<number> =>
  options.command === 'articles'
    ? runArticles(options, { library: keeper.library, locale: how.locale }, io)
    : runKeeping(options, keeper, how, signal, io)

/** `backUp` copies the database to the file, or rejects with `AppError`. */
export const runBackup = async (
  { file, json }: BackupOptions,
  backUp: (file: string) => Promise<void>,
  locale: Locale,
  io: Io,
): Promise<number> => {
  const how = { json, locale }
  return told(how, io, async () => {
    const { progress, keeping } = words(locale)
    await whileShowing(progress.storing, how, io, backUp(file))
    await say(keeping.backedUp(file), how, io)
    if (json) await write(io.output, `${printed({ kind: 'backup', file })}\n`)
    return 0
  })
}
