/** Gives a handler the options of its command, with types derived from the command's own data. */
import { ApplicationCommandOptionType } from 'discord.js'
import { type CommandName, commands } from './commands.ts'

type Declared = {
  readonly type: ApplicationCommandOptionType
  readonly name: string
  readonly required?: boolean
  readonly choices?: readonly { readonly value: string }[]
  readonly options?: readonly Declared[]
}

type ValueOf<O extends Declared> = O extends { readonly choices: readonly { readonly value: infer V }[] }
  ? V
  : O['type'] extends ApplicationCommandOptionType.Boolean
    ? boolean
    : O['type'] extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
      ? number
      : string

type Required<O extends Declared> = O extends { readonly required: true } ? O : never

type Values<Options extends readonly Declared[]> = {
  readonly [O in Required<Options[number]> as O['name']]: ValueOf<O>
} & {
  readonly [O in Exclude<Options[number], Required<Options[number]>> as O['name']]?: ValueOf<O>
}

type Subcommand = Declared & { readonly type: ApplicationCommandOptionType.Subcommand }

type OptionsOfList<Options extends readonly Declared[]> = Options[number] extends never
  ? Record<never, never>
  : Options[number] extends Subcommand
    ? {
        [S in Options[number] as S['name']]: { readonly subcommand: S['name'] } & Values<NonNullable<S['options']>>
      }[Options[number]['name']]
    : Values<Options>

/** What a command is called with: `OptionsOf<'ask'>` is `{ question: string, article?: string, private?: boolean }`. */
export type OptionsOf<N extends CommandName> = OptionsOfList<(typeof commands)[N]['options']>

/** An option as an interaction has it, in Discord's form and in discord.js's (`interaction.options.data`). */
export type GivenOption = {
  readonly name: string
  readonly value?: string | number | boolean | undefined
  readonly options?: readonly GivenOption[] | undefined
}

const fits = (declared: Declared, value: unknown): boolean => {
  switch (declared.type) {
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean'
    case ApplicationCommandOptionType.Integer:
      return Number.isSafeInteger(value)
    case ApplicationCommandOptionType.Attachment:
      // Its id; the file itself stands beside the options.
      return typeof value === 'string'
    case ApplicationCommandOptionType.String:
      return typeof value === 'string' && (declared.choices?.some((choice) => choice.value === value) ?? true)
    default:
      return false
  }
}

const read = (
  declared: readonly Declared[],
  given: readonly GivenOption[],
): Readonly<Record<string, unknown>> | undefined => {
  const values: Record<string, unknown> = {}
  for (const { name, value, options } of given) {
    const option = declared.find((each) => each.name === name)
    if (!option) return undefined
    if (option.type === ApplicationCommandOptionType.Subcommand) {
      const inner = read(option.options ?? [], options ?? [])
      return inner && { subcommand: name, ...inner }
    }
    if (!fits(option, value)) return undefined
    values[name] = value
  }
  const missing = declared.some((option) => option.required === true && !Object.hasOwn(values, option.name))
  const unchosen = declared.some((option) => option.type === ApplicationCommandOptionType.Subcommand)
  return missing || unchosen ? undefined : values
}

/**
 * The options a command was called with; undefined where they are not those it declares, as when an older version of
 * the command was still on somebody's screen.
 */
export const readOptions = <N extends CommandName>(name: N, given: readonly GivenOption[]): OptionsOf<N> | undefined =>
  read(commands[name].options, given) as OptionsOf<N> | undefined
