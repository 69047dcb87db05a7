/** The committed cases in the form that the curve over the threshold reads. */
import type { Library } from '../ports.ts'
import type { Case } from './cases.ts'
import type { Material } from './silence.ts'

/** The cases whose article one of the libraries has. */
export const committed = (cases: readonly Case[], libraries: readonly Library[]): Material => {
  const articles = libraries.flatMap((library) => library.articles())
  const known = new Set(articles.map(({ head }) => head.id))
  const questions = cases
    .filter(({ article }) => known.has(article))
    .map(({ article, question, language, answer }) => ({
      article,
      question,
      language,
      answers: answer?.words ?? [],
      all: true,
    }))
  return { articles: articles.filter(({ head }) => questions.some(({ article }) => article === head.id)), questions }
}
