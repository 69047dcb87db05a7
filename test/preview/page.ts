/** The page that shows the bot's main messages, on a computer in both languages and on a phone. */
import type { Locale } from '../../src/types.ts'
import { plain } from './markdown.ts'
import { messageHtml, type Server } from './message.ts'
import type { Scene } from './scenes.ts'

export type Column = { readonly locale: Locale; readonly scenes: readonly Scene[]; readonly server: Server }

/** What Discord's own client says around messages. */
const client: {
  readonly [L in Locale]: Readonly<Record<'computer' | 'phone' | 'used' | 'pressed' | 'private' | 'app', string>>
} = {
  fr: {
    computer: 'Sur un ordinateur',
    phone: 'Sur un téléphone',
    used: 'a utilisé',
    pressed: 'a touché',
    private: '👁 Visible de vous seul',
    app: 'APP',
  },
  en: {
    computer: 'On a computer',
    phone: 'On a phone',
    used: 'used',
    pressed: 'pressed',
    private: '👁 Only you can see this',
    app: 'APP',
  },
}

/** On the phones: which scenes, of which column. */
const phones: readonly (readonly [locale: Locale, scenes: readonly number[]])[] = [
  ['fr', [0]],
  ['en', [4]],
  ['fr', [1, 12]],
]

const line = (avatar: string, name: string, inside: string, badge = ''): string =>
  `<div class="message"><div class="avatar ${avatar}">${avatar === 'bot' ? '¶' : plain(name.slice(0, 1))}</div>
<div class="body"><div class="name">${plain(name)}${badge}<time>12:04</time></div>${inside}</div></div>`

const sceneHtml = ({ by, bodies, isPrivate }: Scene, { locale, server }: Column): string => {
  const said = client[locale]
  const asked =
    'says' in by
      ? line('member', 'Ada', `<div class="said"><span class="mention">@Pilcrow</span> ${plain(by.says)}</div>`)
      : ''
  const above =
    'says' in by
      ? `<div class="reference"><b>@Ada</b> ${plain(by.says)}</div>`
      : `<div class="reference"><b>Ada</b> ${'uses' in by ? said.used : said.pressed} <span class="mention">${plain('uses' in by ? by.uses : by.presses)}</span></div>`
  const badge = `<span class="app">${said.app}</span>`
  const shown = bodies.map((body) => messageHtml(body, server)).join('')
  const below = isPrivate ? `<div class="private">${said.private}</div>` : ''
  return `${asked}${above}${line('bot', 'Pilcrow', shown + below, badge)}`
}

const chat = (scene: Scene, column: Column): string =>
  `<section lang="${column.locale}"${scene.isPictured === true ? '' : ' data-more'}><h2>${plain(scene.title)}</h2><div class="chat">${sceneHtml(scene, column)}</div></section>`

const style = `
  :root { color-scheme: dark }
  * { box-sizing: border-box }
  body { margin: 0; background: #111214; color: #dfe0e2; font: 16px/1.375 'gg sans', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif }
  main { width: 1280px; margin: 0 auto; padding: 24px 0 32px }
  h1 { font-size: 22px; margin: 0 0 4px }
  h1 + p { margin: 0 0 8px; color: #9b9ca3; font-size: 14px }
  h2 { font-size: 13px; font-weight: 600; color: #9b9ca3; margin: 20px 0 6px 4px }
  .computer { display: grid; grid-template-columns: 1fr 1fr; gap: 0 24px; align-items: start }
  .phones { display: grid; grid-template-columns: repeat(3, 390px); gap: 0 54px; align-items: start }
  .phone { border: 1px solid #2e2f34; border-radius: 28px; overflow: hidden; background: #1a1a1e }
  .chat { background: #1a1a1e; border-radius: 12px; padding: 14px 16px }
  .phone .chat { border-radius: 0; padding: 14px 12px }
  .message { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 14px; margin-top: 4px }
  .phone .message { gap: 10px }
  .reference + .message { margin-top: 0 }
  .avatar { width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-weight: 600; color: #fff }
  .avatar.member { background: #5d6bb0 }
  .avatar.bot { background: #2f855a; font-size: 22px }
  .name { font-weight: 600; color: #f2f2f3; line-height: 22px }
  .name time { font-weight: 400; font-size: 12px; color: #81828a; margin-left: 8px }
  .app { background: #5865f2; color: #fff; font-size: 10px; font-weight: 600; border-radius: 4px; padding: 1px 5px; margin-left: 6px; vertical-align: 2px }
  .reference { position: relative; margin: 14px 0 2px 54px; font-size: 14px; color: #9b9ca3; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
  .chat > .reference:first-child { margin-top: 0 }
  .reference b { color: #c4c5c9; font-weight: 600 }
  .mention { background: #3b3f78; color: #c9cdfb; border-radius: 3px; padding: 0 3px; font-weight: 500 }
  .private { font-size: 12px; color: #9b9ca3; margin-top: 6px }
  .container { position: relative; max-width: 600px; margin-top: 4px; padding: 14px 16px 14px 20px; background: #242429; border: 1px solid #2e2e34; border-radius: 8px; overflow: hidden }
  .container::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--accent) }
  .container > * + * { margin-top: 8px }
  .container > hr { border: 0; border-top: 1px solid #35363c; margin: 12px 0 }
  .display { overflow-wrap: anywhere }
  .text { white-space: pre-wrap }
  .text:empty::after { content: '\\200b' }
  .subtext { font-size: 13px; color: #9b9ca3; white-space: pre-wrap }
  .quote { position: relative; padding-left: 14px; white-space: pre-wrap }
  .quote::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 4px; border-radius: 4px; background: #4e5058 }
  .item { position: relative; padding-left: 20px }
  .item::before { content: '•'; position: absolute; left: 6px }
  a { color: #5197ed; text-decoration: none }
  .row { display: flex; flex-wrap: wrap; gap: 8px }
  .button { display: inline-flex; align-items: center; gap: 6px; min-height: 32px; padding: 2px 12px; border-radius: 8px; background: #3a3b42; border: 1px solid #44454d; font-size: 14px; font-weight: 500; color: #f2f2f3 }
  .button.danger { background: #c83a41; border-color: #c83a41 }
  .button.primary { background: #5865f2; border-color: #5865f2 }
  .emoji { font-size: 16px }
  .menu { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; width: 100%; max-width: 400px; min-height: 40px; padding: 6px 12px; border-radius: 8px; background: #1a1a1e; border: 1px solid #35363c; font-size: 14px }
  .menu i { margin-left: auto; font-style: normal; color: #9b9ca3 }
  .chosen { background: #3a3b42; border-radius: 4px; padding: 1px 6px }
  .placeholder { color: #81828a }
  .time { background: #35363c; border-radius: 3px; padding: 0 3px }
  .picture [data-more] { display: none }
  @media (max-width: 1300px) {
    main { width: auto; max-width: 700px; padding: 16px 12px }
    .computer, .phones { grid-template-columns: minmax(0, 1fr) }
  }
`

export const pageHtml = (columns: readonly Column[]): string => {
  const rows = (columns[0]?.scenes ?? []).map((_, row) =>
    columns.map((column) => {
      const scene = column.scenes[row]
      return scene ? chat(scene, column) : ''
    }),
  )
  const onPhones = phones.map(([locale, list]) => {
    const column = columns.find((each) => each.locale === locale)
    const shown = column ? list.flatMap((index) => column.scenes[index] ?? []) : []
    const chats = column ? shown.map((scene) => `<div class="chat">${sceneHtml(scene, column)}</div>`) : []
    return `<div class="phone" lang="${locale}">${chats.join('')}</div>`
  })
  const both = (key: 'computer' | 'phone'): string => `${client.fr[key]} · ${client.en[key]}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pilcrow on Discord</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>¶ Pilcrow</h1>
<p>Dessiné à partir des messages mêmes que le bot envoie ; Discord les montre à peu près ainsi. · Drawn from the very messages the bot sends; Discord shows them much like this.</p>
<h2>${both('computer')}</h2>
<div class="computer">${rows.flat().join('\n')}</div>
<h2>${both('phone')} (390 px)</h2>
<div class="phones">${onPhones.join('\n')}</div>
</main>
<script>
if (location.search === '?picture') document.documentElement.className = 'picture'
document.documentElement.dataset.height = document.documentElement.scrollHeight
</script>
</body>
</html>
`
}
