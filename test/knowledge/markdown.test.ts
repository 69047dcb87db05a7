import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../src/knowledge/markdown.ts'

const read = (text: string, title?: string) => readMarkdown(text, title)
const paragraphs = async (text: string): Promise<readonly string[]> => (await read(text)).parts.map((part) => part.text)

describe('paragraphs are their rendered text', () => {
  test.each([
    ['emphasis', 'Un *deux* **trois** _quatre_ ~~cinq~~', 'Un deux trois quatre cinq'],
    [
      'links',
      'Voir [le pont](https://example.org "x") et <https://example.org/a>',
      'Voir le pont et https://example.org/a',
    ],
    [
      'reference links',
      '[Le pont][1] est [fermé].\n\n[1]: https://a.org\n[fermé]: https://b.org',
      'Le pont est fermé.',
    ],
    ['images', 'Avant ![une photo](a.png) après', 'Avant  après'],
    ['code', 'Tapez `npm *start*` ici', 'Tapez npm *start* ici'],
    ['entities and escapes', '5\u00a0&lt; 6 &amp; \\*non\\* &eacute;&nbsp;!', '5\u00a0< 6 & *non* é\u00a0!'],
    ['soft breaks', 'Une ligne\nsur deux', 'Une ligne sur deux'],
    ['hard breaks', 'Un vers  \npuis un autre\\\net un', 'Un vers\npuis un autre\net un'],
    ['HTML within', 'Un <b>mot</b> et<br>un <!-- rien --> autre', 'Un mot et\nun  autre'],
    ['HTML around', '<div align="center">\n  Un &amp; <i>deux</i>\n  <!-- <p>rien</p> -->\n</div>', 'Un & deux'],
    ['marks of no meaning', '« Non », dit-il : 2 * 3 < 7 & a_b_c', '« Non », dit-il : 2 * 3 < 7 & a_b_c'],
    ['inner spaces', 'Deux  espaces\u00a0; et\u202ffin', 'Deux  espaces\u00a0; et\u202ffin'],
  ])('%s', async (_, source, rendered) => {
    expect(await paragraphs(source)).toEqual([rendered])
  })
  test.each([
    ['an image alone', '![une photo](a.png)'],
    ['a comment', '<!-- a\n\nb -->'],
    ['an unclosed comment', '<!-- a b c'],
    ['a script', '<script>\nalert(1)\n</script>'],
    ['a rule', '---\n\n***'],
    ['a definition', '[a]: https://example.org'],
  ])('%s is none', async (_, source) => {
    expect(await paragraphs(source)).toEqual([])
  })
  test('a quotation is made of paragraphs', async () => {
    expect(await paragraphs('Il dit :\n\n> Un.\n>\n> Deux\n> lignes.')).toEqual(['Il dit :', 'Un.', 'Deux lignes.'])
  })
  test('code is one, its lines as they are', async () => {
    expect(await paragraphs('```js\nlet a = 1\n\n  let b\n```\n\n    plus\n')).toEqual(['let a = 1\n\n  let b', 'plus'])
  })
  test('a table is one, a row to a line', async () => {
    const table = '| Ville | Morts |\n|---|--:|\n| *Paris* | 130 |\n| Nice | 86 |'
    expect(await paragraphs(table)).toEqual(['Ville\tMorts\nParis\t130\nNice\t86'])
  })
})

describe('lists', () => {
  test('of short items are one paragraph', async () => {
    expect(await paragraphs('- le pont\n- le *fleuve*\n  - la rive\n')).toEqual(['• le pont\n• le fleuve\n• la rive'])
  })
  test('keep their numbers', async () => {
    expect(await paragraphs('3. le pont\n4. le fleuve')).toEqual(['3. le pont\n4. le fleuve'])
  })
  test('of items set apart are paragraphs', async () => {
    expect(await paragraphs('- Un.\n\n  Encore un.\n\n- Deux.')).toEqual(['Un.', 'Encore un.', 'Deux.'])
  })
  test('of sentences are paragraphs', async () => {
    const items = ['Le pont sera fermé pendant deux semaines.', 'La navette passera toutes les dix minutes.']
    expect(await paragraphs(`- ${items.join('\n- ')}`)).toEqual(items)
    expect(await paragraphs(`1. ${items[0]}\n2. ${items[1]}`)).toEqual([`1. ${items[0]}`, `2. ${items[1]}`])
  })
  test('one after another stay two', async () => {
    expect(await paragraphs('- a\n- b\n\nPuis :\n\n* c\n* d')).toEqual(['• a\n• b', 'Puis :', '• c\n• d'])
  })
})

describe('headings and title', () => {
  test('the first of the first level is the title, the others stand beside what follows', async () => {
    expect(
      await read('# Le *pont*\n\nUn.\n\n## Avant\n\nDeux.\n\nTrois.\n\nAprès\n---\n\nQuatre.\n\n# Fin\n\nCinq.'),
    ).toEqual({
      title: 'Le pont',
      parts: [
        { text: 'Un.' },
        { text: 'Deux.', heading: 'Avant' },
        { text: 'Trois.', heading: 'Avant' },
        { text: 'Quatre.', heading: 'Après' },
        { text: 'Cinq.', heading: 'Fin' },
      ],
    })
  })
  test('a title given elsewhere makes it a heading, unless it says the same', async () => {
    expect(await read('# Le pont\n\nUn.', 'Le fleuve')).toEqual({ parts: [{ text: 'Un.', heading: 'Le pont' }] })
    expect((await read('# Le  pont\n\nUn.', 'le pont !')).parts).toEqual([{ text: 'Un.' }])
  })
  test('none of the first level is no title', async () => {
    expect(await read('## Avant\n\nUn.')).toEqual({ parts: [{ text: 'Un.', heading: 'Avant' }] })
  })
})

test('a heading without a word is none', async () => {
  expect(await read('# \n\nUn.\n\n## ***\n\nDeux.')).toEqual({ parts: [{ text: 'Un.' }, { text: 'Deux.' }] })
})

describe('footnotes', () => {
  test('their marks go, and they are paragraphs', async () => {
    const text = 'Le pont[^1] est vieux[^vieux].\n\n[^1]: De Namur.\n[^vieux]: Il date\n    de 1890.\n'
    expect(await paragraphs(text)).toEqual(['Le pont est vieux.', 'De Namur.', 'Il date de 1890.'])
  })
  test('what is no footnote is left alone', async () => {
    expect(await paragraphs('Une classe [^a-z] et [^1].')).toEqual(['Une classe [^a-z] et [^1].'])
  })
  test('one that is an address only', async () => {
    expect(await paragraphs('Le pont[^1].\n\n[^1]: https://example.org/a\n')).toEqual([
      'Le pont.',
      'https://example.org/a',
    ])
  })
})
