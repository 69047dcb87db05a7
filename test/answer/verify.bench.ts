/** What it costs to verify a draft of twenty claims: figures for people, never asserted. */
import { test } from 'vitest'
import { judge } from '../../src/answer/verify.ts'
import type { Paragraph } from '../../src/types.ts'
import { passages } from '../verify/case.ts'

const article = { id: 'a', title: 'Paris veut convaincre Moscou', language: 'fr', hash: '' }
const evidence = new Map(
  passages.fr.map(({ id, text }, index): [string, Paragraph] => [id, { article, number: index + 1, text }]),
)
const claims = [
  ['P1', 'Jean-Yves Le Drian s’envole pour Moscou', 'Le Drian part pour Moscou avec deux demandes.'],
  [
    'P5',
    'les attentats du 13 novembre ont coûté la vie à 130 personnes',
    'Cent trente personnes sont mortes le 13 novembre.',
  ],
  ['P8', 'embarque 26 chasseurs-bombardiers', 'Le Charles de Gaulle embarque vingt-six chasseurs-bombardiers.'],
  ['P11', '80 % des bombardements continuent', 'Quatre-vingts pour cent des bombardements touchent d’autres rebelles.'],
  ['P13', 'la guerre a tué plus de 250 000 personnes', 'La guerre a fait plus de 250.000 morts en quatre ans et demi.'],
].map(([paragraph = '', quote = '', text = '']) => ({ text, citations: [{ paragraph, quote }] }))
const draft = Array.from({ length: 20 }, (_, index) => claims[index % claims.length] ?? claims[0])

test('a draft of twenty claims', async ({ bench }) => {
  await bench('verify', () => {
    for (const claim of draft) if (claim) judge(claim, 'fr', evidence)
  }).run()
})
