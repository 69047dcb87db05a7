import { describe, expect, test } from 'vitest'
import { renderAnswer, renderArticle, renderArticles, renderParagraph, renderTerms } from '../../src/terminal/render.ts'
import { columns } from '../../src/terminal/style.ts'
import fc from '../generated.ts'
import {
  answered,
  article,
  cite,
  claim,
  hostileText,
  lighthouse,
  notFound,
  paragraphOf,
  quoted,
  summary,
  tea,
} from './samples.ts'

const terminal = { colour: false, width: 60, spaced: true }
const script = { colour: false, width: Number.POSITIVE_INFINITY, spaced: false }
/** Plain spaces, so that what is expected can be read. */
const lines = (text: string) => text.replaceAll('\u00a0', ' ').split('\n')

const lit = claim('Le phare brille de nouveau.', cite(lighthouse, 1, 'rallumé mardi soir'))
const seen = claim(
  'Il se voit à 38 kilomètres, depuis mardi.',
  cite(lighthouse, 2, 'Sa lanterne porte à 38 kilomètres'),
  cite(lighthouse, 1, 'rallumé mardi soir'),
)

describe('an answer', () => {
  test('has a marker for each claim, and the evidence beneath', () => {
    expect(lines(renderAnswer(answered([lit]), terminal))).toEqual([
      'Le phare brille de nouveau. [1]',
      '',
      '[1] ¶1 · Le phare des Brumes rallumé (La Gazette du cap) —',
      '    « rallumé mardi soir »',
    ])
  })

  test('names the page where the source has pages', () => {
    const paged = { ...lighthouse, paragraphs: lighthouse.paragraphs.map((each) => ({ ...each, page: 12 })) }
    const quotedThere = claim('Le phare brille de nouveau.', cite(paged, 1, 'rallumé mardi soir'))
    expect(lines(renderAnswer(answered([quotedThere]), script))[1]).toMatch(/^\[1\] ¶1, p\. 12 · Le phare/)
    expect(lines(renderAnswer(notFound([paragraphOf(paged, 2)]), script)).at(-1)).toMatch(/^- ¶2, p\. 12 · Le phare/)
    expect(lines(renderParagraph(paragraphOf(paged, 2), script))[0]).toMatch(/^¶2, p\. 12 · Le phare/)
  })

  test('numbers places in reading order, a place cited twice once, and names the article where it changes', () => {
    const mules = claim('Le thé venait à dos de mulet.', cite(tea, 1, 'carried downhill by mule'))
    const steps = claim('On y monte.', cite(lighthouse, 2, '214 marches'))
    expect(lines(renderAnswer(answered([lit, seen, mules, steps]), script))).toEqual([
      '• Le phare brille de nouveau. [1]',
      '• Il se voit à 38 kilomètres, depuis mardi. [2] [1]',
      '• Le thé venait à dos de mulet. [3]',
      '• On y monte. [4]',
      '[1] ¶1 · Le phare des Brumes rallumé (La Gazette du cap) — « rallumé mardi soir »',
      '[2] ¶2 — « Sa lanterne porte à 38 kilomètres »',
      '[3] ¶1 · How tea came down the hill — « carried downhill by mule »',
      '[4] ¶2 · Le phare des Brumes rallumé — « 214 marches »',
    ])
  })

  test('counts two quotations of one paragraph as two places', () => {
    const both = claim('Deux.', cite(lighthouse, 2, '214 marches'), cite(lighthouse, 2, '38 kilomètres'))
    expect(lines(renderAnswer(answered([both]), script))[0]).toBe('Deux. [1] [2]')
  })

  test('shows one place that a claim cites twice once', () => {
    const twice = claim('Un.', cite(lighthouse, 2, '214 marches'), cite(lighthouse, 2, '214 marches'))
    expect(lines(renderAnswer(answered([twice]), script))[0]).toBe('Un. [1]')
  })

  test('by extraction is shown once, and says that it is quotations only', () => {
    const answer = answered([quoted(lighthouse, 2, '214 marches mènent à la galerie')], { by: 'extract' })
    expect(lines(renderAnswer(answer, terminal))).toEqual([
      '« 214 marches mènent à la galerie » [1]',
      '',
      '[1] ¶2 · Le phare des Brumes rallumé (La Gazette du cap)',
      '',
      'Citations seules, telles que l’article les écrit.',
    ])
  })

  test('by a model says so too when nothing but quotations is left, and that it is partial', () => {
    const answer = answered([quoted(tea, 1, 'in 1861')], { locale: 'en', partial: true })
    expect(lines(renderAnswer(answer, script))).toEqual([
      '“in 1861” [1]',
      '[1] ¶1 · How tea came down the hill',
      'Quotations only, in the article’s own words.',
      'Partial: what could not be verified was left out, or replaced by its quotation.',
    ])
  })

  test('does not repeat a quotation below that stands above as a claim', () => {
    const also = claim('On y monte à pied.', cite(lighthouse, 2, '214 marches'))
    const text = renderAnswer(answered([also, quoted(lighthouse, 2, '214 marches')]), script)
    expect(text.split('214 marches')).toHaveLength(2)
    expect(text).not.toContain('Citations seules')
  })

  test('lets nothing but our own markers look like markers', () => {
    const forged = claim('Prouvé [2], et aussi [17].', cite(lighthouse, 1, 'rallumé mardi soir'))
    expect(lines(renderAnswer(answered([forged]), script))[0]).toBe('Prouvé (2), et aussi (17). [1]')
  })

  test('aligns markers of two digits', () => {
    const wide = article({ id: 'wide' }, ['alpha beta gamma delta epsilon zeta eta theta iota kappa lambda'])
    const letters = (paragraphOf(wide, 1).text.match(/\w+/gu) ?? []).map((word) => cite(wide, 1, word))
    const [first, ...others] = letters
    const text = first ? renderAnswer(answered([claim('Greek.', first, ...others)]), { ...terminal, width: 20 }) : ''
    expect(text).toContain('[10] ¶1')
  })
})

describe('an answer that was not found', () => {
  test('says so, and names the nearest passages as no evidence', () => {
    const answer = notFound([paragraphOf(lighthouse, 3), paragraphOf(tea, 2)])
    expect(lines(renderAnswer(answer, terminal))).toEqual([
      'Les articles ne le disent pas.',
      '',
      'À lire peut-être (ce n’est pas une réponse) :',
      '- ¶3 · Le phare des Brumes rallumé (La Gazette du cap) — La',
      '  gardienne, Ophélie Carnec, a coupé le ruban devant une',
      '  petite foule.',
      '- ¶2 · How tea came down the hill — A railway opened twenty',
      '  years later, and the mules were sold.',
    ])
    expect(renderAnswer(answer, terminal)).not.toMatch(/\[\d|«/u)
  })

  test('with nothing near is one sentence', () => {
    expect(renderAnswer(notFound([], { locale: 'en' }), terminal)).toBe('The articles do not say.')
  })

  test('says when a draft was thrown away', () => {
    const text = renderAnswer(notFound([], { by: 'model', partial: true, locale: 'en' }), script)
    expect(text.split('\n')).toEqual([
      'The articles do not say.',
      'What was drafted could not be verified, so it is not shown.',
    ])
  })
})

test('a summary has its length and article on top, and its points as bullets', () => {
  expect(lines(renderAnswer(summary(lighthouse, [lit], { length: 'long' }), terminal))).toEqual([
    'Résumé long · Le phare des Brumes rallumé (La Gazette du',
    'cap)',
    '',
    '• Le phare brille de nouveau. [1]',
    '',
    '[1] ¶1 — « rallumé mardi soir »',
  ])
})

describe('what is hostile to a terminal', () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u202eevil\b\b\u009b31m'
  const hostile = article({ id: 'evil', title: evil, source: evil, author: evil, url: evil }, [`${evil} said ${evil}`])
  const paragraph = { ...paragraphOf(hostile, 1), heading: evil }
  const everything = (style: typeof terminal) =>
    [
      renderAnswer(answered([claim(evil, cite(hostile, 1, evil)), quoted(hostile, 1, `${evil} said`)]), style),
      renderAnswer(notFound([paragraph]), style),
      renderAnswer(summary(hostile, [claim(evil, cite(hostile, 1, 'said'))]), style),
      renderArticles([hostile], 'fr', style),
      renderArticle({ ...hostile, paragraphs: [paragraph] }, 'en', style),
      renderParagraph(paragraph, style),
    ].join('\n')

  test('is shown escaped and never sent', () => {
    expect(everything(terminal)).not.toMatch(/[\p{Cc}\u202a-\u202e](?<!\n)/u)
    expect(everything(script)).toContain('\\u{1b}]0;owned\\u{7}\\u{1b}[2J\\u{202e}evil\\u{8}\\u{8}\\u{9b}31m')
  })

  test('leaves only our own colours', () => {
    const text = everything({ ...terminal, colour: true })
    expect(text).toContain('\u001b[36m[1]\u001b[39m')
    expect(text.replace(/\u001b\[(?:1|2|22|36|39)m/gu, '')).not.toMatch(/[\p{Cc}\u202a-\u202e](?<!\n)/u)
  })

  test('whatever the text, at any width', () => {
    fc.assert(
      fc.property(
        hostileText,
        hostileText,
        hostileText,
        fc.integer({ min: 20, max: 100 }),
        (title, body, words, width) => {
          const from = article({ id: 'any', title }, [body])
          const shown = renderAnswer(answered([claim(words, cite(from, 1, body))]), { ...terminal, width })
          expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029](?<!\n)/u)
          expect(shown).toMatch(/\[1\]/u)
        },
      ),
    )
  })
})

test.each([20, 40, 60, 80])('no line is wider than %i columns', (width) => {
  const style = { ...terminal, width }
  const text = [
    renderAnswer(answered([lit, seen], { partial: true }), style),
    renderAnswer(notFound([paragraphOf(lighthouse, 1)]), style),
    renderArticle(lighthouse, 'fr', style),
    renderParagraph(paragraphOf(lighthouse, 2), style),
  ].join('\n')
  expect(Math.max(...text.split('\n').map(columns))).toBeLessThanOrEqual(width)
})

describe('articles', () => {
  test('are listed by title with their id and size', () => {
    expect(lines(renderArticles([lighthouse, tea], 'fr', script))).toEqual([
      'Le phare des Brumes rallumé (La Gazette du cap)',
      '  phare-des-brumes · fr · 3 paragraphes',
      'How tea came down the hill',
      '  tea-trade · en · 2 paragraphes',
    ])
  })

  test('when there are none, it is said what to do', () => {
    expect(renderArticles([], 'en', script)).toMatch(/^No article is known yet\. Put an article \(\.txt/u)
  })

  test('are shown whole, with headings where they change and paragraph numbers', () => {
    const { head, paragraphs } = article({ id: 'parts', title: 'Parts', author: 'A. Nonyme' }, [
      'One.',
      'Two.',
      'Three.',
    ])
    const headed = paragraphs.map((paragraph) =>
      paragraph.number === 1 ? paragraph : { ...paragraph, heading: 'Later' },
    )
    expect(lines(renderArticle({ head, paragraphs: headed }, 'fr', script))).toEqual([
      'Parts',
      'Identifiant · parts',
      'Auteur · A. Nonyme',
      'Langue · fr',
      '¶1 One.',
      'Later',
      '¶2 Two.',
      '¶3 Three.',
    ])
  })
})

test('terms stand beside their meanings where there is room, else above', () => {
  const terms = [['/help', 'this list of commands']] as const
  expect(renderTerms(terms, { ...terminal, width: 60 })).toEqual(['  /help  this list of commands'])
  expect(renderTerms(terms, { ...terminal, width: 30 })).toEqual(['  /help', '    this list of commands'])
})
