/** A message as it is sent, as HTML: the components we use, drawn the way Discord draws them. */
import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { MessageBody } from '../../src/discord/budget.ts'
import { markdownHtml, plain, type Reader } from './markdown.ts'

export type Server = Reader & { readonly roles: Readonly<Record<string, string>> }

const looks: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'secondary',
}

const controlHtml = (control: APIComponentInMessageActionRow, server: Server): string => {
  const chosen = (names: readonly string[], placeholder: string | undefined): string => {
    const shown = names.map((name) => `<span class="chosen">${plain(name)}</span>`).join('')
    return `<div class="menu">${shown === '' ? `<span class="placeholder">${plain(placeholder ?? '')}</span>` : shown}<i>⌄</i></div>`
  }
  switch (control.type) {
    case ComponentType.Button: {
      if (control.style === ButtonStyle.Premium) throw new Error('a premium button')
      const emoji = control.emoji?.name === undefined ? '' : `<span class="emoji">${plain(control.emoji.name)}</span>`
      const away = control.style === ButtonStyle.Link ? '<i>↗</i>' : ''
      return `<span class="button ${looks[control.style] ?? ''}">${emoji}${plain(control.label ?? '')}${away}</span>`
    }
    case ComponentType.StringSelect:
      return chosen(
        control.options.flatMap((option) => (option.default === true ? [option.label] : [])),
        control.placeholder,
      )
    case ComponentType.ChannelSelect:
      return chosen(
        (control.default_values ?? []).map(({ id }) => `# ${server.channels[id] ?? id}`),
        control.placeholder,
      )
    case ComponentType.RoleSelect:
      return chosen(
        (control.default_values ?? []).map(({ id }) => `@ ${server.roles[id] ?? id}`),
        control.placeholder,
      )
    default:
      throw new Error(`a control of type ${control.type}`)
  }
}

const rowHtml = (row: APIActionRowComponent<APIComponentInMessageActionRow>, server: Server): string =>
  `<div class="row">${row.components.map((control) => controlHtml(control, server)).join('')}</div>`

const componentHtml = (component: APIMessageTopLevelComponent | APIComponentInContainer, server: Server): string => {
  switch (component.type) {
    case ComponentType.Container: {
      const colour = (component.accent_color ?? 0).toString(16).padStart(6, '0')
      const inside = component.components.map((each) => componentHtml(each, server)).join('')
      return `<div class="container" style="--accent: #${colour}">${inside}</div>`
    }
    case ComponentType.TextDisplay:
      return `<div class="display">${markdownHtml(component.content, server)}</div>`
    case ComponentType.Separator:
      return '<hr>'
    case ComponentType.ActionRow:
      return rowHtml(component, server)
    default:
      // What we do not send we do not draw.
      throw new Error(`a component of type ${component.type}`)
  }
}

/** As it goes over the wire, so that nothing is drawn that is not sent. */
export const messageHtml = (body: MessageBody, server: Server): string => {
  const sent = JSON.parse(JSON.stringify(body)) as MessageBody
  return sent.components.map((component) => componentHtml(component, server)).join('')
}
