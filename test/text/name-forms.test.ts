import { expect, test } from 'vitest'
import { otherForms } from '../../src/text/name-forms.ts'

test('what a name is called in other languages, in one word', () => {
  expect(otherForms('england')).toContain('inglaterra')
  expect(otherForms('moskau')).toEqual(expect.arrayContaining(['moscou', 'moscow', 'moscu']))
  expect(otherForms('onu')).toContain('un')
  expect(otherForms('england').filter((form) => form.includes(' '))).toEqual([])
})

test('nothing for what is no name, or a property of every object', () => {
  expect(otherForms('lighthouse')).toEqual([])
  expect(otherForms('constructor')).toEqual([])
})
