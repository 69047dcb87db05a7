/** `npm run preview`: writes the page of the bot's messages, and a picture of it where a Chromium is to be found. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { pageHtml } from './page.ts'
import { readPng, writePng } from './palette.ts'
import { scenesIn, serverOf } from './scenes.ts'

const run = promisify(execFile)
const docs = join(import.meta.dirname, '..', '..', 'docs')
const page = join(docs, 'preview.html')
const picture = join(docs, 'preview.png')

const WIDTH = 1_328
/** Milliseconds, for Chromium to draw the page. */
const WITHIN = 60_000

const chromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/homebrew/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const draw = async (chromium: string): Promise<void> => {
  const profile = await mkdtemp(join(tmpdir(), 'pilcrow-preview-'))
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-scrollbars',
    `--user-data-dir=${profile}`,
  ]
  const url = `${pathToFileURL(page).href}?picture`
  try {
    // The page says how high it is; a screenshot is as high as the window.
    const { stdout } = await run(chromium, [...flags, `--window-size=${WIDTH},1000`, '--dump-dom', url], {
      timeout: WITHIN,
      maxBuffer: 16 * 2 ** 20,
    })
    const height = Number(/data-height="(\d+)"/.exec(stdout)?.[1])
    if (!Number.isInteger(height)) throw new Error('the page has no height')
    await run(chromium, [...flags, `--window-size=${WIDTH},${height}`, `--screenshot=${picture}`, url], {
      timeout: WITHIN,
    })
    await writeFile(picture, writePng(readPng(await readFile(picture))))
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}

await mkdir(docs, { recursive: true })
const locales = ['fr', 'en'] as const
const columns = await Promise.all(
  locales.map(async (locale) => ({ locale, server: serverOf(locale), scenes: await scenesIn(locale) })),
)
await writeFile(page, pageHtml(columns))
console.log(`The page: ${page}`)
const chromium = chromiums.find((path) => existsSync(path))
if (chromium === undefined) console.log('No picture: there is no Chromium here. On Debian: apt-get install chromium')
else {
  await draw(chromium)
  console.log(`The picture: ${picture} (${Math.ceil((await stat(picture)).size / 1_000)} kB)`)
}
