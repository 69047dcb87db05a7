import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Metadata } from '../../src/knowledge/metadata.ts'
import { readPaste } from '../../src/knowledge/paste.ts'
import fc from '../generated.ts'

/**
 * A paste says itself what should come of it: `¶ ` begins a paragraph, `+ ` continues it, `§ ` begins a heading. All other
 * lines are none of the text. The marks are taken off before the paste is read.
 */
const folder = join(import.meta.dirname, 'pastes')
const readFixture = (name: string) => {
  const marked = readFileSync(join(folder, name), 'utf8')
  const paragraphs: { text: string; heading?: string }[] = []
  let heading: string | undefined
  for (const line of marked.split('\n')) {
    const text = line.slice(2)
    const last = paragraphs.at(-1)
    if (line.startsWith('§ ')) heading = text.replace(/^#+ /, '')
    if (line.startsWith('¶ ')) paragraphs.push(heading === undefined ? { text } : { text, heading })
    if (line.startsWith('+ ') && last !== undefined) last.text += `\n${text}`
  }
  return { text: marked.replace(/^[¶+§] /gm, ''), paragraphs }
}

const expected: Readonly<Record<string, Metadata>> = {
  'fr-regional.txt': {
    title: 'Le castor revient dans la vallée de la Drenne, un siècle après sa disparition',
    author: 'Hélène Marchand',
    published: '2021-03-03',
    credit: 'Un barrage de branches a été repéré près du moulin de Saint-Aubin. © Marc Vidal / Les Échos de la Drenne',
  },
  'fr-single-newlines.txt': {
    title: 'Mort du cinéaste Anselme Darcourt, peintre des gares et des départs',
    source: 'L’Avenir du Centre',
    credit: 'Photo : Jean-Pierre Lemoine',
  },
  'fr-untitled.txt': {},
  'fr-interview.txt': {
    title: 'Faut-il encore croire aux prévisions d’enneigement ?',
    source: 'Le Quotidien des Alpes',
    author: 'Sonia Belkacem',
    published: '2024-01-09',
  },
  'fr-subscribers.txt': {
    title: 'Au Liban, la livre s’effondre et les hôpitaux ferment leurs urgences',
    author: 'Hélène Sallier',
  },
  'fr-dispatch.txt': { title: 'Le pape attendu à Bangui, ville barricadée' },
  'fr-chronology.txt': { title: 'Chronologie d’une crise' },
  'fr-live.txt': { title: 'Direct. La tempête traverse le nord' },
  'fr-no-full-stop.txt': { title: 'Ce que l’on sait de l’accident de Trans' },
  'fr-transcript.txt': { title: 'Audition de la ministre' },
  'fr-encyclopedia.txt': { title: 'Pont de la Drenne' },
  'fr-markdown.txt': { title: 'Le musée rouvre' },
  'fr-agency.txt': {
    title: 'Le sénateur perd son siège, et sa chaise',
    source: 'Le Quotidien avec AFP',
    published: '2015-12-21',
    credit: 'STEPHANE MAHE / REUTERS',
  },
  'fr-caption.txt': {
    title: 'Tornade dans le Hainaut : une quinzaine de toits arrachés à Vellereille',
    author: 'Belga',
    published: '2018-08-03',
  },
  'fr-obituary.txt': {
    title: 'Mort de Suzanne Aubry, la voix qui annonçait les trains',
    source: 'Libération',
    author: 'Camille Renard',
    published: '2020-02-07',
    credit: 'Suzanne Aubry en 1961, dans sa cabine de la gare de Lyon. (Keystone-France/Gamma-Rapho)',
  },
  'fr-port.txt': {
    title: 'Brest. Le grand voilier est rentré au port',
    author: 'Yann LE GALL.',
    published: '2017-05-14',
  },
  'fr-release.txt': { title: 'La SNCB remet en service douze trains de nuit', published: '2019-03-12' },
  'fr-recipe.txt': { title: 'La tarte aux mirabelles de Gisèle' },
  'fr-poem.txt': { title: 'Chanson du passeur' },
  'fr-lookalikes.txt': { title: 'Comment les journaux nous retiennent' },
  'en-broadcaster.txt': {
    title: 'Lighthouse keepers return to Skerry Point after forty years',
    source: 'BBC Highlands',
    author: 'Martha Quill',
    credit: 'Image source, Reuters',
  },
  'en-wrapped.txt': {
    title: 'Flood gates at Marlow to be replaced after seventy years of service',
    source: 'The Marlow Courier',
    author: 'Peter Hale',
    published: '2019-05-03',
  },
  'en-print.txt': {},
  'en-paywall.txt': {
    title: 'The quiet end of the pocket calculator',
    source: 'The Weekly Ledger',
    author: 'Dana Whitlock and Omar Reyes',
    published: '2023-11-20',
  },
  'en-pull-quote.txt': { title: 'Why the ferry to Inish stopped at noon', source: 'The Harbour Times' },
  'en-domain.txt': {
    title: 'Town clock strikes thirteen, and nobody minds',
    source: 'northernpost.com',
    url: 'https://www.northernpost.example/2016/08/clocks',
    author: 'Jo Appleby',
    published: '2016-08-12',
  },
  'en-old-article.txt': {
    title: 'Rare moth found in Kent garden is first in Britain since 1951',
    author: 'Sam Wolder',
    published: '2015-08-04',
  },
  'en-blog.txt': { title: 'Why I stopped keeping a diary', author: 'Nora Feld', published: '2022-03-02' },
  'en-magazine.txt': {
    title: 'A Village Votes Itself Out of Existence',
    author: 'Katrin Bennhold',
    published: '2017-05-02',
    url: 'https://www.example.org/2017/05/02/world/europe/village.html',
    credit: 'The church of Altmoor on Sunday. It will keep its bell.Credit...Lena Mucha for The Evening Record',
  },
  'en-dispatch.txt': {
    title: 'French minister in Moscow for talks on grain',
    author: 'Reuters Staff',
    published: '2015-12-21',
  },
  'en-letter.txt': {
    title: 'What a ferry timetable knows',
    source: 'The Slow Letter',
    author: 'Ines Korhonen',
    published: '2023-06-04',
  },
  'en-broadcast.txt': {
    title: 'Town bans leaf blowers, then rakes',
    author: 'Holly Yan, CNN',
    published: '2022-10-14',
  },
  'en-essay.txt': {},
  'es-cartas.txt': {
    title: '¿Quién se llevó la campana de Arlanzón?',
    source: 'LA VANGUARDIA DEL NORTE',
    published: '2019-03-22',
  },
  'de-zeitung.txt': {
    title: 'Der alte Bahnhof von Lindenau wird zur Schule',
    author: 'Anna Schreiber',
    published: '2022-04-12',
    credit: 'Foto: dpa/Bernd Kolb',
  },
  'de-magazin.txt': {
    title: 'Feuer zerstört Lagerhaus am Hafen',
    published: '2019-06-03',
    credit: 'Foto: Bodo Marks / DPA',
  },
  'de-online.txt': {
    title: 'Straßenbahn fährt 24 Stunden im Kreis',
    source: 'ZEIT ONLINE, dpa, jsp',
    published: '2021-01-08',
  },
  'es-diario.txt': {
    title: 'El último molino de papel de Valdehoz cierra tras tres siglos',
    source: 'Diario de la Ribera',
    author: 'Lucía Ferrer',
    published: '2020-10-08',
  },
  'it-cronaca.txt': {
    title: 'Il ponte di Valferro riapre dopo otto anni',
    author: 'Chiara Benedetti',
    published: '2018-06-15',
  },
  'nl-krant.txt': {
    title: 'De veerpont van Oosterwijk vaart voortaan op stroom',
    author: 'Pieter de Graaf',
    published: '2021-09-02',
  },
  'pt-jornal.txt': {
    title: 'A última telefonista de Monsaraz reforma-se',
    source: 'Jornal da Beira',
    author: 'Teresa Valadares',
    published: '2017-03-14',
  },
}

test('every paste is expected', () => {
  expect(Object.keys(expected).sort()).toEqual(readdirSync(folder).sort())
})

describe.each(Object.entries(expected))('%s', (name, metadata) => {
  const { text, paragraphs } = readFixture(name)
  const { parts, ...found } = readPaste(text)

  test('its paragraphs, with their headings, and nothing else', () => {
    expect(paragraphs.length).toBeGreaterThan(1)
    expect(parts).toEqual(paragraphs)
  })
  test('what it says of itself', () => {
    expect(found).toEqual(metadata)
  })
})

const article = join(import.meta.dirname, '../../../shared/articles/le-drian-moscou.txt')

/** As a mail program wraps it. */
const wrap = (paragraph: string, column: number): string => {
  const lines: string[] = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length > column) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines.join('\n')
}

describe.skipIf(!existsSync(article))('a paste of a real page', () => {
  const published = existsSync(article) ? readFileSync(article, 'utf8') : ''
  const { parts, ...found } = readPaste(published)

  test('is its thirteen paragraphs', () => {
    expect(parts).toHaveLength(13)
    expect(parts[0]?.text).toMatch(/^Le ministre français/)
    expect(parts[12]?.text).toMatch(/quatre ans et demi\.$/)
    expect(parts.every(({ heading }) => heading === undefined)).toBe(true)
  })
  test('gives its title, source and credit', () => {
    expect(found).toEqual({
      title: expect.stringMatching(/^Le ministre français .* anti-EI$/),
      source: 'Le Vif',
      credit: '© BELGAIMAGE',
    })
  })
  const blocks = published.split('\n\n')
  test.each([
    ['no blank lines', blocks.join('\n')],
    ['blank lines that are not empty', blocks.join('\n\u00a0\n')],
    ['its source first', ['Le Vif', ...blocks.filter((block) => block !== 'Le Vif')].join('\n\n')],
    ['its title in capitals', blocks.map((block, index) => (index === 1 ? block.toUpperCase() : block)).join('\n\n')],
    ['a byline and a date', published.replace('\nLe Vif\n', '\nLe Vif\nPar Jeanne Petit\n21/12/2015 à 10:22\n')],
  ])('is the same with %s', (_, text) => {
    const again = readPaste(text)
    expect(again.parts).toEqual(parts)
    expect(again.source).toBe('Le Vif')
    expect(again.title?.toLowerCase()).toBe(found.title?.toLowerCase())
  })
  test.each([60, 72, 80])('is the same wrapped at column %i', (column) => {
    const again = readPaste(blocks.map((block) => wrap(block, column)).join('\n\n'))
    expect(again.parts.map(({ text }) => text)).toEqual(parts.map(({ text }) => wrap(text, column)))
    expect(again.title).toBe(found.title)
  })
})

test('prose is never taken for furniture', () => {
  const words = fc.array(fc.lorem({ maxCount: 1 }), { minLength: 8, maxLength: 25 })
  const sentence = words.map(
    ([first = '', ...others]) => `${first.charAt(0).toUpperCase()}${first.slice(1)} ${others.join(' ')}.`,
  )
  const paragraphs = fc.array(sentence, { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(paragraphs, fc.constantFrom('\n', '\n\n', '\n \n\n'), fc.boolean(), (texts, gap, titled) => {
      const title = 'Le pont qui ne menait nulle part'
      const paste = readPaste([...(titled ? [title] : []), ...texts].join(gap))
      expect(paste.parts).toEqual(texts.map((text) => ({ text })))
      expect(paste.title).toBe(titled ? title : undefined)
    }),
    { numRuns: 300 },
  )
})
