import { describe, expect, test } from 'vitest'
import { figureAsked } from '../../src/text/figure-asked.ts'

const holds = (question: string, language: string, text: string, spoken = language) =>
  figureAsked(question, language)?.isIn(text, spoken)

describe('a figure that a question asks for', () => {
  test.each([
    ['fr', 'Quand le phare a-t-il été construit ?', 'Construit en 1874.', 'Il compte 271 marches.'],
    ['fr', 'En quelle année ?', 'Entre 1998 et 2013.', 'Le 9 février.'],
    ['en', 'How many steps does it have?', 'It has 271 steps.', 'It was built in 1874.'],
    ['en', 'How many sailors died?', 'Seven sailors died.', 'One sailor died.'],
    ['de', 'Wie viele Stufen hat er?', 'Er hat fünf Stufen.', 'Er hat 1874 gebrannt.'],
    ['es', '¿Cuántos marineros murieron?', 'Murieron siete.', 'Murieron muchos.'],
  ])('%s: %s', (language, question, right, wrong) => {
    expect(holds(question, language, right)).toBe(true)
    expect(holds(question, language, wrong)).toBe(false)
  })

  test('is in a text of another language too', () => {
    expect(holds('How many sailors died?', 'en', 'Siete murieron.', 'es')).toBe(true)
  })

  test('is none that the question names', () => {
    expect(holds('Combien de visiteurs en 2016, sur 20 ?', 'fr', '20 en 2016')).toBe(false)
    expect(holds('Quand, après 2016 ?', 'fr', 'En 2016, puis en 2019.')).toBe(true)
  })

  test('is asked for by the words that ask', () => {
    const question = 'And how long did it burn?'
    const { start, end } = figureAsked(question, 'en') ?? { start: 0, end: 0 }
    expect(question.slice(start, end)).toMatch(/^how long/)
  })

  test('is not asked for by other questions, nor in an unknown language', () => {
    expect(figureAsked('Qui a rallumé le phare ?', 'fr')).toBeUndefined()
    expect(figureAsked('Why in 1874?', 'en')).toBeUndefined()
    expect(figureAsked('How many?', undefined)).toBeUndefined()
  })
})
