import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../src/knowledge/blocks.ts'
import fc from '../generated.ts'

const never = (_line: string): boolean => false
const blocks = (text: string, alone = never): readonly string[] => readBlocks(text, alone).map((block) => block.text)

const long = (start: string): string =>
  `${start} a dit le préfet à la foule venue l’écouter devant la grille du parc fermé ce jour-là, ${'a-t-il ajouté, '.repeat(4)}avant de partir.`

describe('paragraphs', () => {
  test('between blank lines', () => {
    expect(blocks('Un.\n\n  \n\u00a0\nDeux.\n')).toEqual(['Un.', 'Deux.'])
  })
  test('a line each, where lines are long and end in sentences', () => {
    const text = [long('Ce matin'), long('Ce soir'), 'Il avait 82 ans.']
    expect(blocks(text.join('\n'))).toEqual(text)
  })
  test('outer white space of a line goes, inner stays', () => {
    expect(blocks('\u00a0\t Deux  mots\u00a0et  un. \u00a0')).toEqual(['Deux  mots\u00a0et  un.'])
  })
  test('a line of signs is a blank one', () => {
    expect(blocks('Un.\n* * *\nDeux.\n-----\nTrois.\n⁂')).toEqual(['Un.', 'Deux.', 'Trois.'])
  })
})

describe('wrapped text', () => {
  const paragraph = [
    'The flood gates at Marlow, which have held back the river since 1949,',
    'are to be replaced over the next two summers at a cost of four million',
    'pounds. Engineers found cracks in three of the five gates last winter.',
  ].join('\n')
  const other = 'Work starts in June. The towpath will be closed between the lock and the\nbridge, and boats will wait.'

  test('is joined, its line ends and its indentation kept', () => {
    expect(blocks(`${paragraph}\n\n${other}\n`)).toEqual([paragraph, other])
    expect(blocks(`  ${paragraph.replaceAll('\n', '\n  ')}`)).toEqual([paragraph.replaceAll('\n', '\n  ')])
  })
  test('ends a paragraph at a short line that ends a sentence', () => {
    const first = `${paragraph}\nTwo are closed.`
    expect(blocks(`${first}\n${other}`)).toEqual([first, other])
  })
  test('keeps a heading above a paragraph apart', () => {
    expect(blocks(`${paragraph}\n\nContext\n${other}`)).toEqual([paragraph, 'Context', other])
  })
  test('goes on where a name begins a line', () => {
    const wrapped =
      'The gates were drawn up in 1947 by an engineer from the town, Mr\nHerbert Ashworth, who is said to\nhave lived on a barge.'
    expect(blocks(wrapped)).toEqual([wrapped])
  })
  test('lines far wider than the column were not wrapped', () => {
    const lines = [long('Ce matin'), long('Ce soir')]
    expect(blocks(`${paragraph}\n\n${lines.join('\n')}`)).toEqual([paragraph, ...lines])
  })
  test('a list of words in small letters is no column', () => {
    expect(blocks('Avant, il a plu.\nCe soir, il neige.\n\nœufs\nfarine\nsucre')).toEqual([
      'Avant, il a plu.',
      'Ce soir, il neige.',
      'œufs\nfarine\nsucre',
    ])
  })
  test('holds no line that stands alone', () => {
    const isShare = (line: string): boolean => line === 'Share'
    expect(blocks(`${paragraph}\nShare\n${other}`, isShare)).toEqual([paragraph, 'Share', other])
  })
})

describe('lists and stanzas', () => {
  test.each([
    ['- le pont\n- le fleuve\n- la rive'],
    ['• 300 people have left.\n• Schools stay shut.'],
    ['1. Dénoyautez les fruits\n2. Étalez la pâte'],
    ['800 g de mirabelles\n250 g de pâte\n100 g de sucre roux'],
    ['Ils ont voté trois mesures :\n- la première\n- la seconde'],
  ])('%j is one', (list) => {
    expect(blocks(`Avant, il a plu sur la ville.\n\n${list}\n\nAprès, il a fait beau.`)).toContain(list)
  })
  test('items that are paragraphs stay apart', () => {
    const items = ['- Le pont sera fermé pendant deux semaines.', '- La navette passera toutes les dix minutes.']
    expect(blocks(items.join('\n'))).toEqual(items)
  })
  test('people who speak in turn stay apart', () => {
    const lines = ['— Où allez-vous ?', '— À Namur.']
    expect(blocks(lines.join('\n'))).toEqual(lines)
  })
  test('a stanza is one', () => {
    const stanza = 'Sur la rive où le vent s’attarde\nJ’ai posé ma lampe et mon pain\nLe fleuve est large et me regarde'
    expect(blocks(`Titre\n\n${stanza}\n\n${stanza}.`)).toEqual(['Titre', stanza, `${stanza}.`])
  })
})

test('every block is a stretch of the text, in order, and no word is lost', () => {
  const line = fc.oneof(
    fc.constantFrom('', ' ', '---', '- item', '1. one', 'Partager', 'A short line', 'ends here.', 'and goes on with'),
    fc.string(),
    fc.lorem({ mode: 'sentences', maxCount: 3 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (parts) => {
      const text = parts.join('\n')
      let at = 0
      for (const block of blocks(text, (each) => each === 'Partager')) {
        const found = text.indexOf(block, at)
        expect(found).toBeGreaterThanOrEqual(at)
        expect(text.slice(at, found)).not.toMatch(/[\p{L}\p{N}]/u)
        at = found + block.length
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 500 },
  )
})
