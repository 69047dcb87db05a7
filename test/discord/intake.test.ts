import { describe, expect, test } from 'vitest'
import { parseCustomId } from '../../src/discord/custom-id.ts'
import { PASTE_LIMIT, renderForm, renderIntake, renderRemoval } from '../../src/discord/render/intake.ts'
import { article, bakery, lighthouse } from '../fakes/articles.ts'
import { modalForm } from '../fakes/discord/form/modal.ts'
import { newForm } from '../fakes/discord/refusal.ts'
import fc from '../generated.ts'
import { buttonsOf, idsOf, labelsOf, marksIn, wordsOf } from './checked.ts'
import { hostileText } from './hostile.ts'

const locales = ['fr', 'en'] as const

describe('an article that was added', () => {
  test('shows what it was read as: title, source, language, count, the first and the last words', () => {
    expect(wordsOf(renderIntake(lighthouse, 'added', 'en'))).toBe(
      [
        'Article added',
        'Un phare remis à neuf',
        'Le Courrier de Kerlann',
        'French · 5 paragraphs',
        'Beginning · ¶1',
        lighthouse.paragraphs[0]?.text,
        'End · ¶5',
        lighthouse.paragraphs[4]?.text,
      ].join('\n'),
    )
  })

  test('names language and count in the reader’s language; an unknown language not at all', () => {
    expect(wordsOf(renderIntake(bakery, 'added', 'fr'))).toContain('\nanglais · 3 paragraphes\n')
    const strange = (language: string) =>
      wordsOf(renderIntake(article('a', ['Un mot.'], { language }), 'added', 'fr')).split('\n')[2]
    expect(strange('und')).toBe('1 paragraphe')
    expect(strange('x')).toBe('x · 1 paragraphe')
  })

  test('can be undone only where it was added; its one paragraph is shown once', () => {
    const one = article('a', ['Un mot.'], { url: 'https://press.example/a' })
    expect(labelsOf(renderIntake(one, 'added', 'en'))).toEqual(['Undo', 'Use in this channel', '¶1', 'original page'])
    for (const came of ['already', 'refreshed', 'unchanged'] as const)
      expect(labelsOf(renderIntake(one, came, 'en'))).toEqual(['Use in this channel', '¶1', 'original page'])
    expect(wordsOf(renderIntake(one, 'added', 'en')).match(/Un mot/gu)).toHaveLength(1)
    expect(wordsOf(renderIntake(one, 'added', 'en'))).not.toContain('End')
    expect(idsOf(renderIntake(one, 'already', 'en'))).toMatchObject([{ kind: 'use' }, { kind: 'read', paragraph: 1 }])
  })

  test('fits and stays literal, whatever the article says', () => {
    fc.assert(
      fc.property(
        hostileText(60),
        hostileText(60),
        fc.array(hostileText(300), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...locales),
        fc.constantFrom('added', 'already', 'refreshed', 'unchanged'),
        (title, fact, texts, locale, came) => {
          const head = { title, source: fact, author: fact, published: fact, language: fact.slice(0, 20) }
          const body = renderIntake(article('a', texts, head), came, locale)
          expect(marksIn(body).every(({ kind }) => ['bold', 'subtext', 'quote'].includes(kind))).toBe(true)
          expect(buttonsOf(body).length).toBeGreaterThan(1)
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('before an article is removed it is named, literally', () => {
  const body = renderRemoval(article('a', ['x'], { title: '**Le** [phare](https://evil.example)' }).head, 'fr')
  expect(wordsOf(body)).toContain(
    '« **Le** [phare](https://evil.example) »'.replaceAll(/« | »/gu, (mark) => mark.replace(' ', '\u00a0')),
  )
  expect(marksIn(body)).toEqual([])
  expect(idsOf(body)).toMatchObject([{ kind: 'remove' }, { kind: 'keep' }])
})

test.each(locales)('the form for a text is one that Discord takes: %s', (locale) => {
  const form = newForm()
  const modal = modalForm(form, JSON.parse(JSON.stringify(renderForm(locale))))
  form.check()
  expect(parseCustomId(modal.customId)).toEqual({ kind: 'paste' })
  expect(modal.components.map(({ component }) => component?.max_length)).toEqual([PASTE_LIMIT, 200])
})
