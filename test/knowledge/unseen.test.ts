import { describe, expect, test } from 'vitest'
import { createLibrary } from '../../src/knowledge/library.ts'
import { readArticle } from '../../src/knowledge/read.ts'
import { fileSource } from '../../src/knowledge/source.ts'
import { createPassageIndex } from '../../src/search/passage-index.ts'
import { visible } from '../../src/terminal/style.ts'

const never = new AbortController().signal

/** What nobody sees in a text, put around its words and into them. */
describe.each([
  ['an override of direction', '\u202e'],
  ['an isolate', '\u2067'],
  ['a mark of direction', '\u200f'],
  ['a bell', '\u0007'],
  ['an escape', '\u001b'],
  ['a control of C1', '\u009b'],
  ['a zero-width space', '\u200b'],
  ['a soft hyphen', '\u00ad'],
])('%s', (_, character) => {
  const hidden = `Le ${character}bourg${character}mestre${character} ferme le pont de Na${character}mur, dit-il lundi. ${'Et il le répète, encore et encore, à qui veut bien l’entendre dans la ville. '.repeat(3).trim()}`
  const files = {
    'a.txt': hidden,
    'a.md': hidden,
    'a.html': `<article><p>${hidden}</p><p>Le maire de la ville voisine n’est pas du même avis, loin de là.</p></article>`,
  }
  test.each(Object.entries(files))('in %s stays in the text, and changes no search', async (file, content) => {
    const article = await readArticle(fileSource(new TextEncoder().encode(content), file), never)
    expect(article.paragraphs[0]?.text).toBe(hidden)
    const library = createLibrary(createPassageIndex())
    library.add(article)
    const found = library.for(undefined).articles()
    const index = createPassageIndex()
    index.add(found[0] ?? article)
    const query = { text: 'Que fait le bourgmestre de Namur ?', language: 'fr', limit: 1, scope: 'all' } as const
    expect(index.search(query as never)).toMatchObject({ coverage: 1, passages: [{ paragraph: { number: 1 } }] })
  })
  test('is shown escaped where it could mislead', () => {
    const shown = visible(hidden)
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(character)) expect(shown).not.toContain(character)
  })
})
