import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Metadata } from '../../src/knowledge/metadata.ts'
import { readPaste } from '../../src/knowledge/paste.ts'

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

describe.skipIf(!existsSync(article))('a paste of a real page', () => {
  const { parts, ...found } = readPaste(existsSync(article) ? readFileSync(article, 'utf8') : '')

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
})
