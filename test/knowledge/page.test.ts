import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { readPage } from '../../src/knowledge/page.ts'
import { readArticle } from '../../src/knowledge/read.ts'
import type { Article } from '../../src/types.ts'
import fc from '../generated.ts'

const never = new AbortController().signal
const prose = (n: number): string =>
  `<p>Le pont de Namur numéro ${n} sera fermé pendant deux semaines, a annoncé lundi le bourgmestre de la ville.</p>`
const around = (body: string, head = ''): string =>
  `<!doctype html><html lang="fr"><head><title>Le pont</title>${head}</head><body><article>${prose(1)}${body}${prose(2)}${prose(3)}</article></body></html>`
/** The paragraphs between the first and the last two, which are always there. */
const between = async (body: string) => (await readPage(around(body), 'a.html', undefined)).parts.slice(1, -2)
const texts = async (body: string) => (await between(body)).map(({ text }) => text)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (content: Uint8Array | string, more: object = {}): Promise<Article> =>
  readArticle(
    { bytes: typeof content === 'string' ? bytes(content) : content, name: 'a.html', mediaType: 'text/html', ...more },
    never,
  )
const failure = async (promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(AppError)
  return error instanceof AppError ? error.code : ''
}

describe('the text is as a browser shows it', () => {
  test.each([
    ['white space is one space', '<p>Un  pont\n\t <b>de</b>\r\n pierre , dit-on.</p>', ['Un pont de pierre , dit-on.']],
    ['no-break spaces stay', '<p>Vraiment&nbsp;? 5\u202f% de plus.</p>', ['Vraiment\u00a0? 5\u202f% de plus.']],
    [
      'tags part no words',
      '<p>Le <em>Soir</em>, l’<a href="/x">aube</a>s et H<sub>2</sub>O.</p>',
      ['Le Soir, l’aubes et H2O.'],
    ],
    ['entities are characters', '<p>R&amp;D &lt;b&gt; &eacute;t&#233; &#x2026;</p>', ['R&D <b> été …']],
    ['a break is a line', '<p>Rue du Pont, 5<br>5000 Namur</p>', ['Rue du Pont, 5\n5000 Namur']],
    [
      'two breaks are two paragraphs',
      '<div>Un premier pont.<br><br>Un second pont.</div>',
      ['Un premier pont.', 'Un second pont.'],
    ],
    ['code keeps its lines', '<pre>un\n  deux\n</pre>', ['un\n  deux']],
    [
      'what nobody sees is left out',
      '<p>Vu.<span hidden>Non</span><span style="display:none">Non</span></p><p aria-hidden="true">Non plus.</p>',
      ['Vu.'],
    ],
    ['scripts, styles and comments', '<script>a()</script><style>p{}</style><!-- non --><p>Vu.</p>', ['Vu.']],
    ['marks of notes', '<p>Fermé<sup><a href="#n1">1</a></sup> depuis 12 m<sup>2</sup>.</p>', ['Fermé depuis 12 m2.']],
    ['paragraphs that are not closed', '<p>Un pont.<p>Deux ponts.', ['Un pont.', 'Deux ponts.']],
  ])('%s', async (_, body, expected) => {
    expect(await texts(body)).toEqual(expected)
  })
})

describe('paragraphs as a reader counts them', () => {
  test('headings stand beside what is below them', async () => {
    const { parts } = await readPage(
      around(`<h2>Les navettes <a href="#n">#</a></h2>${prose(9)}<h3>Deux\n fois</h3>`),
      'a.html',
      undefined,
    )
    expect(parts.map(({ heading }) => heading)).toEqual([undefined, 'Les navettes', 'Deux fois', 'Deux fois'])
  })
  test('a line in bold alone is a heading, words in bold are not', async () => {
    const { parts } = await readPage(
      around(`<p><strong>Et demain</strong></p>${prose(9)}<p><b>Attention :</b> le pont reste fermé.</p>`),
      'a.html',
      undefined,
    )
    expect(parts.map(({ heading }) => heading)).toEqual([undefined, 'Et demain', 'Et demain', 'Et demain', 'Et demain'])
    expect(parts[2]?.text).toBe('Attention : le pont reste fermé.')
  })
  test.each([
    ['a list is one', '<ul><li>un</li><li>deux<ul><li>trois</li></ul></li></ul>', ['• un\n• deux\n• trois']],
    ['with its numbers', '<ol start="3"><li>un</li><li>deux</li></ol>', ['3. un\n4. deux']],
    [
      'sentences are paragraphs of their own',
      '<ul><li>Le premier pont est fermé depuis lundi matin.</li><li>Le second pont rouvre mardi, dit la mairie.</li></ul>',
      ['Le premier pont est fermé depuis lundi matin.', 'Le second pont rouvre mardi, dit la mairie.'],
    ],
    [
      'a quotation has its own',
      '<blockquote><p>Je le répète encore.</p><p>Et encore une fois.</p></blockquote>',
      ['Je le répète encore.', 'Et encore une fois.'],
    ],
    [
      'a table is one',
      '<table><tr><th>Pont</th><th>Âge</th></tr><tr><td>A</td><td>5</td></tr></table>',
      ['Pont\tÂge\nA\t5'],
    ],
    ['a term and its meaning are one', '<dl><dt>Pile</dt><dd>Ce qui porte.</dd></dl>', ['Pile\nCe qui porte.']],
    [
      'captions are none',
      '<figure><img src="a"><figcaption>Le pont, lundi.</figcaption></figure><div class="wp-caption"><p class="wp-caption-text">Le pont, mardi.</p></div>',
      [],
    ],
    ['nor lines that label a figure', '<p>Figure 2. Le pont en hiver.</p><p>Tableau 1 : les ponts.</p>', []],
    [
      'numbers of printed pages are no words',
      '<p>Le pont <span class="pagenum">[7]</span>ferme.</p>',
      ['Le pont ferme.'],
    ],
    [
      'nor is furniture',
      '<p>Lire aussi : <a href="/b">Un autre pont</a></p><p>Partager</p><p>Publicité</p><p><a href="/c">Le pont de Liège rouvre</a></p>',
      [],
    ],
    [
      'nor an invitation',
      '<div><h3>La lettre</h3><p>Chaque lundi, les ponts.</p><form><input type="email"></form></div>',
      [],
    ],
    [
      'a sentence with a link is',
      '<p><a href="/c">Le pont de Liège, lui, rouvre dès demain matin.</a></p>',
      ['Le pont de Liège, lui, rouvre dès demain matin.'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await texts(body)).toEqual(expected)
  })
})

describe('what the page says of itself', () => {
  const head = async (html: string, url?: string) => readPage(html, 'a.html', url)
  test('JSON-LD, with references, beside Open Graph', async () => {
    const ld = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Le pont ferme',
          author: [{ '@id': '#j' }, { name: 'Marc Roux' }],
          publisher: { '@id': '#p' },
          datePublished: '2021-03-04T23:30:00-05:00',
          inLanguage: 'fr-BE',
        },
        { '@type': 'Person', '@id': '#j', name: 'Jeanne Petit' },
        { '@type': 'Organization', '@id': '#p', name: 'Le Progrès' },
      ],
    }
    const page = await head(
      around(
        '',
        `<script type="application/ld+json">${JSON.stringify(ld)}</script><meta property="og:title" content="Autre">`,
      ),
    )
    expect(page).toMatchObject({
      title: 'Le pont ferme',
      author: 'Jeanne Petit, Marc Roux',
      source: 'Le Progrès',
      published: '2021-03-04',
      declared: 'fr',
    })
  })
  test.each([
    ['broken', '{"@type": "NewsArticle", "headline": '],
    ['of strange types', '{"@type": 5, "headline": {"a": 1}, "author": [[[[]]]], "@graph": "x"}'],
    ['null', 'null'],
    ['deep', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
  ])('JSON-LD that is %s is as none', async (_, script) => {
    const page = await head(
      around(
        '',
        `<script type="application/ld+json">${script}</script><meta property="og:title" content="Le pont de Namur">`,
      ),
    )
    expect(page.title).toBe('Le pont de Namur')
  })
  test.each([
    ['https://le.example/pont', '/pont-ferme', 'https://le.example/pont-ferme'],
    ['https://m.le.example/pont?x=1', 'https://www.le.example/pont', 'https://www.le.example/pont'],
    ['https://evil.example/pont', 'https://le.example/pont', 'https://evil.example/pont'],
    ['https://le.example/pont', 'javascript:alert(1)', 'https://le.example/pont'],
    [undefined, 'https://le.example/pont', 'https://le.example/pont'],
    [undefined, 'file:///etc/passwd', undefined],
  ])('from %s a canonical address %s means %s', async (url, canonical, expected) => {
    expect((await head(around('', `<link rel="canonical" href="${canonical}">`), url)).url).toBe(expected)
  })
  test('in any script a heading is the title only where something says so', async () => {
    const page = (title: string): string =>
      `<html><head><title>${title}</title><meta property="og:title" content="${title}"></head><body><h1>Новости</h1><article><h2>${title}</h2>${prose(1)}${prose(2)}${prose(3)}</article></body></html>`
    expect((await head(page('Мост закрыт на две недели'))).title).toBe('Мост закрыт на две недели')
  })
  test('a page that was saved behind an open dialog', async () => {
    const page = around('')
      .replace('<body>', '<body><div id="root" aria-hidden="true">')
      .replace('</body>', '</div><dialog open><p>Accepter ?</p></dialog></body>')
    expect((await head(page)).parts).toHaveLength(3)
  })
  test('a name by its host where nothing else tells it', async () => {
    expect((await head(around(''), 'https://www.le.example/pont')).source).toBe('le.example')
  })
  test('the language of the text goes before the one that a template declares', async () => {
    const html = around(prose(4)).replace('lang="fr"', 'lang="en-US"')
    expect((await read(html)).head.language).toBe('fr')
    expect((await read(html.replace('en-US', 'fr-BE'))).head.language).toBe('fr-BE')
    expect((await read(html.replace('en-US', 'not a tag'))).head.language).toBe('fr')
  })
  test('a fetched page is called by its title, a file by its name', async () => {
    expect((await read(around(''), { url: 'https://le.example/?p=12' })).head).toMatchObject({
      id: 'le-pont',
      url: 'https://le.example/?p=12',
    })
    expect((await read(around(''))).head.id).toBe('a')
  })
})

describe('encodings', () => {
  const page = (charset: string): string => around('<p>Été, « œuvre » à 5 €, dit-il à la mairie.</p>', charset)
  const latin = (text: string): Uint8Array =>
    Uint8Array.from([...text].map((letter) => ({ '€': 0x80, œ: 0x9c })[letter] ?? letter.charCodeAt(0)))
  const expected = 'Été, « œuvre » à 5 €, dit-il à la mairie.'
  test.each([
    ['declared by the server', latin(page('')), { charset: 'windows-1252' }],
    ['declared as another name of it', latin(page('')), { charset: 'ISO-8859-1' }],
    ['declared in the page', latin(page('<meta charset="windows-1252">')), {}],
    [
      'declared in the page as of old',
      latin(page('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">')),
      {},
    ],
    ['declared nowhere', latin(page('')), {}],
    ['UTF-8, whatever the server says', bytes(page('')), { charset: 'iso-8859-1' }],
    ['UTF-8, whatever the page says', bytes(page('<meta charset="iso-8859-1">')), {}],
    ['not UTF-8, whatever the server says', latin(page('')), { charset: 'utf-8' }],
    ['declared as what is none', latin(page('<meta charset="windows-1252">')), { charset: 'klingon' }],
    ['UTF-8 with a mark', bytes(`\ufeff${page('')}`), { charset: 'windows-1252' }],
    ['UTF-16 with a mark', Uint8Array.from(Buffer.from(`\ufeff${page('')}`, 'utf16le')), {}],
    ['UTF-16 without one', Uint8Array.from(Buffer.from(page(''), 'utf16le')), { charset: 'utf-16le' }],
  ])('%s', async (_, content, more) => {
    expect((await read(content, more)).paragraphs[1]?.text).toBe(expected)
  })
  test('a Russian page, as its server says', async () => {
    const koi8 = Uint8Array.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4])
    const html = [bytes('<html><body><article><p>'), koi8, bytes(`, ${'a b c d e f g h, '.repeat(10)}.</p></article>`)]
    const { paragraphs } = await read(Uint8Array.from(Buffer.concat(html)), { charset: 'koi8-r' })
    expect(paragraphs[0]?.text).toMatch(/^Привет, /)
  })
})

describe('what holds no article', () => {
  const teaser = (n: number): string =>
    `<article><h2><a href="/${n}">Le pont numéro ${n} rouvre enfin ses portes</a></h2><p>Deux semaines de travaux, et la mairie se dit satisfaite du résultat. <a href="/${n}">Lire la suite</a></p></article>`
  test.each([
    ['nothing', '<html><body></body></html>'],
    ['a form', '<html><body><form><label>Nom</label><input><button>Entrer</button></form></body></html>'],
    [
      'a list of links',
      `<html><body><ul>${'<li><a href="/x">Un pont de plus, et une page de plus</a></li>'.repeat(60)}</ul></body></html>`,
    ],
    ['a home page', `<html><body><main>${[1, 2, 3, 4, 5, 6].map(teaser).join('')}</main></body></html>`],
    [
      'an application',
      '<html><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
    ],
  ])('%s', async (_, html) => {
    expect(await failure(read(html))).toBe('no_article')
  })
})

describe('a stub for those who have not paid', () => {
  test.each([
    [
      'says so in words',
      around('<div class="wall"><p>La suite est réservée aux abonnés. Déjà abonné ? Connectez-vous</p></div>'),
    ],
    ['in English', around('<div><p>Subscribe to continue reading. Already a subscriber? Log in</p></div>')],
    [
      'to machines',
      around('', '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'),
    ],
    ['says how much is left', around('<p>Il vous reste 75.5% de cet article à lire.</p>')],
  ])('%s', async (_, html) => {
    expect(await failure(read(html))).toBe('paywall')
  })
  test('a whole article that machines are told is not free is read', async () => {
    const whole = Array.from({ length: 20 }, (_, n) => prose(n)).join('')
    const ld = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    expect((await read(around(whole, ld))).paragraphs).toHaveLength(23)
  })
  test.each([
    '<aside><a href="/x">Abonnés</a></aside>',
    '<script>const wall = "Subscribe to continue reading"</script>',
    '<div hidden><p>La suite est réservée aux abonnés.</p></div>',
  ])('a short one that is free is read, whatever else stands there: %s', async (body) => {
    expect((await read(around(body))).paragraphs).toHaveLength(3)
  })
})

describe('hostile markup', () => {
  const p = prose(1)
  test.each([
    ['100,000 nested tags', `<body>${'<div>'.repeat(100_000)}${p}`],
    ['nested tags of no name that is known', `<body>${'<x-a>'.repeat(50_000)}${p}`],
    ['more tags than any page', `<body>${'<br>'.repeat(150_000)}${p}`],
  ])('%s are refused at once', async (_, html) => {
    expect(await failure(read(html))).toBe('too_complex')
  })
  test('entities that laugh a billion times stay as they are', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const html = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">${entities}]>${around('<p>&l9; rit le bourgmestre de la ville, encore et encore.</p>')}`
    const { paragraphs } = await read(html)
    expect(paragraphs.map(({ text }) => text).join().length).toBeLessThan(1_000)
  })
  test('control and direction characters are kept as data, and change no count', async () => {
    const { paragraphs } = await read(around('<p>Le pont \u202eedrob\u202c est\u0007 fermé depuis lundi matin.</p>'))
    expect(paragraphs).toHaveLength(4)
    expect(paragraphs[1]?.text).toBe('Le pont \u202eedrob\u202c est\u0007 fermé depuis lundi matin.')
  })
  test('anything gives an article or an AppError', async () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<div',
      '>',
      '<table>',
      '<td>',
      '<h1>',
      '<ul><li>',
      '<!--',
      '-->',
      '<pre>',
      '&amp',
      '<a href=',
      '"',
      prose(1),
      '<script>',
      '</script>',
      '\0',
      '<svg>',
      ']]>',
      '<article>',
      '<br><br>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const found = await readPage(parts.join(''), 'a.html', undefined).then(
          (page) => page.parts.every(({ text }) => text.trim() !== ''),
          (error: unknown) => error instanceof AppError,
        )
        expect(found).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
