/** The help of a command, or of all of them; pure. */
import type { CommandName } from '../locale/catalogue.ts'
import { words } from '../locale/words.ts'
import type { Locale } from '../types.ts'
import { optionsOf } from './arguments.ts'
import { joinBlocks, renderTerms } from './render.ts'
import { paint, type Style, wrap } from './style.ts'

const commandNames = Object.keys(optionsOf) as readonly CommandName[]

export const usageLine = (of: CommandName | undefined, locale: Locale): string => {
  const { help } = words(locale)
  return of === undefined ? help.more : help.usage(help.command[of].usage)
}

export const renderHelp = (of: CommandName | undefined, locale: Locale, style: Style): string => {
  const { help } = words(locale)
  const heading = (text: string) => paint(text, 'bold', style)
  if (of === undefined)
    return joinBlocks(
      [
        wrap(help.about, style),
        [
          heading(help.commands),
          ...renderTerms(
            commandNames.map((name) => [
              name === 'start' ? 'npm start' : `npm run ${name}`,
              help.command[name].meaning,
            ]),
            style,
          ),
        ],
        wrap(help.more, style),
      ],
      style,
    )
  return joinBlocks(
    [
      wrap(usageLine(of, locale), style, '', 2),
      wrap(help.command[of].meaning, style),
      [
        heading(help.options),
        ...renderTerms(
          optionsOf[of].map((name) => help.option[name]),
          style,
        ),
      ],
      ...(of === 'ask' || of === 'summary' || of === 'articles' || of === 'backup'
        ? [wrap(help.exitCodes, style)]
        : []),
    ],
    style,
  )
}
