/** The bot registers its commands. Source: Discord's documentation, "Application Commands". */
import { type CommandForm, commandForm, MOST_COMMANDS } from '../form/command.ts'
import { list } from '../form/field.ts'
import { newForm, refuse } from '../refusal.ts'
import type { Command, Guild, World } from '../world.ts'
import { type Call, created, done, guildOf, ok, type Reply, type Routes } from './call.ts'

export const commandPayload = (world: World, command: Command) => {
  const { form, guild } = command
  return {
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    description: '',
    default_member_permissions: null,
    nsfw: false,
    options: [],
    ...form,
    ...(guild
      ? { guild_id: guild.id }
      : { integration_types: form.integration_types ?? [0, 1], contexts: form.contexts ?? null }),
  }
}

export const commandRoutes = (world: World) => {
  /** The commands of the scope that the route names: everywhere, or one server. */
  const scopeOf = (call: Call): { readonly guild?: Guild; readonly commands: Map<string, Command> } => {
    if (call.params.application !== world.application.id) throw refuse('unknown_application')
    const guild = call.params.guild === undefined ? undefined : guildOf(world, call)
    const key = guild?.id ?? 'global'
    const commands = world.commands.get(key) ?? new Map<string, Command>()
    world.commands.set(key, commands)
    return { commands, ...(guild && { guild }) }
  }
  const show = (command: Command) => commandPayload(world, command)
  const same = (form: CommandForm) => (command: Command) =>
    command.form.name === form.name && command.form.type === form.type

  const put = (scope: ReturnType<typeof scopeOf>, form: CommandForm, known: Command | undefined): Command => {
    const command: Command = {
      id: known?.id ?? world.clock.snowflake(),
      version: world.clock.snowflake(),
      form,
      ...(scope.guild && { guild: scope.guild }),
    }
    scope.commands.set(command.id, command)
    world.changed()
    return command
  }
  const read = (call: Call, body: unknown, isGlobal: boolean): CommandForm => {
    const form = newForm()
    const found = commandForm(form, body, isGlobal)
    form.check()
    if (!found) throw new Error(`A command passed its checks and is none: ${JSON.stringify(call.body)}`)
    return found
  }

  const overwrite = (call: Call): Reply => {
    const scope = scopeOf(call)
    const form = newForm()
    const forms: CommandForm[] = []
    const names = new Set<string>()
    const most = Object.values(MOST_COMMANDS).reduce((sum, count) => sum + count, 0)
    for (const [index, each] of list(form, call.body, { max: most, required: true }).entries()) {
      const found = commandForm(form.at(index), each, !scope.guild)
      if (!found) continue
      const name = `${found.type} ${found.name}`
      if (names.has(name))
        form.at(index).fail('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
      names.add(name)
      forms.push(found)
    }
    form.check()
    for (const [type, count] of Object.entries(MOST_COMMANDS))
      if (forms.filter((each) => each.type === Number(type)).length > count) throw refuse('too_many_commands')
    const before = [...scope.commands.values()]
    scope.commands.clear()
    return ok(forms.map((each) => show(put(scope, each, before.find(same(each))))))
  }
  const all = (call: Call): Reply => {
    const shown = [...scopeOf(call).commands.values()].map(show)
    return ok(call.query.get('with_localizations') === 'true' ? shown : withoutTranslations(shown))
  }
  const add = (call: Call): Reply => {
    const scope = scopeOf(call)
    const form = read(call, call.body, !scope.guild)
    const known = [...scope.commands.values()].find(same(form))
    return (known ? ok : created)(show(put(scope, form, known)))
  }
  const one = (call: Call) => {
    const scope = scopeOf(call)
    const command = scope.commands.get(call.params.command ?? '')
    if (!command) throw refuse('unknown_command')
    return { scope, command }
  }
  const change = (call: Call): Reply => {
    const { scope, command } = one(call)
    const body = { ...command.form, ...(call.body as object), type: command.form.type }
    return ok(show(put(scope, read(call, body, !scope.guild), command)))
  }
  const drop = (call: Call): Reply => {
    const { scope, command } = one(call)
    scope.commands.delete(command.id)
    return done
  }

  return {
    'GET /applications/:application/commands': all,
    'PUT /applications/:application/commands': overwrite,
    'POST /applications/:application/commands': add,
    'GET /applications/:application/commands/:command': (call) => ok(show(one(call).command)),
    'PATCH /applications/:application/commands/:command': change,
    'DELETE /applications/:application/commands/:command': drop,
    'GET /applications/:application/guilds/:guild/commands': all,
    'PUT /applications/:application/guilds/:guild/commands': overwrite,
    'POST /applications/:application/guilds/:guild/commands': add,
    'GET /applications/:application/guilds/:guild/commands/:command': (call) => ok(show(one(call).command)),
    'PATCH /applications/:application/guilds/:guild/commands/:command': change,
    'DELETE /applications/:application/guilds/:guild/commands/:command': drop,
  } satisfies Routes
}

/** A list leaves translations out unless asked for them. */
const withoutTranslations = (commands: unknown): unknown =>
  JSON.parse(JSON.stringify(commands, (key, value) => (key.endsWith('_localizations') ? undefined : value)))
