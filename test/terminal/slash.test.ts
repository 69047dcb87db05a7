import { expect, test } from 'vitest'
import { parseSlash, slashNames } from '../../src/terminal/slash.ts'

test.each([
  ['/summary', { command: 'summary', length: 'medium' }],
  ['/summary tea', { command: 'summary', length: 'medium', article: 'tea' }],
  ['/summary tea long', { command: 'summary', length: 'long', article: 'tea' }],
  ['/summary short', { command: 'summary', length: 'short' }],
  ['/summary long tea', { command: 'summary', length: 'long', article: 'tea' }],
  ['/paragraph 8', { command: 'paragraph', number: 8 }],
  ['/paragraph ¶8', { command: 'paragraph', number: 8 }],
  ['/paragraph p8', { command: 'paragraph', number: 8 }],
  ['/paragraph tea 8', { command: 'paragraph', article: 'tea', number: 8 }],
  ['/paragraph 2024 8', { command: 'paragraph', article: '2024', number: 8 }],
  ['/paragraph', { command: 'paragraph' }],
  ['/paragraph tea', { command: 'paragraph' }],
  ['/paragraph -8', { command: 'paragraph' }],
  ['/paragraph 99999999999999999999', { command: 'paragraph' }],
  ['/articles', { command: 'articles' }],
  ['  /HELP  ', { command: 'help' }],
  ['/quit', { command: 'quit' }],
  ['/exit', { command: 'quit' }],
  ['/constructor', { command: 'unknown', given: '/constructor' }],
  ['/summary constructor', { command: 'summary', length: 'medium', article: 'constructor' }],
  ['/', { command: 'unknown', given: '/' }],
  ['/etc/passwd ?', { command: 'unknown', given: '/etc/passwd' }],
])('%s', (line, slash) => {
  expect(parseSlash(line)).toEqual({ slash })
})

test.each([
  ['/résumé tea court', { command: 'summary', length: 'short', article: 'tea' }],
  ['/re\u0301sume\u0301 moyen', { command: 'summary', length: 'medium' }],
  ['/resume', { command: 'summary', length: 'medium' }],
  ['/paragraphe tea 8', { command: 'paragraph', article: 'tea', number: 8 }],
  ['/aide', { command: 'help' }],
  ['/quitter', { command: 'quit' }],
])('%s says that the reader reads French', (line, slash) => {
  expect(parseSlash(line)).toEqual({ slash, locale: 'fr' })
})

test('every name that is completed is known', () => {
  for (const name of slashNames) expect(parseSlash(name).slash.command).not.toBe('unknown')
})
