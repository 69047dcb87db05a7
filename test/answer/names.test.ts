import { describe, expect, test } from 'vitest'
import { unsupportedNames } from '../../src/answer/names.ts'

const moscow =
  'Jean-Yves Le Drian s’envole pour Moscou avec deux demandes. Reçu lundi par Sergueï Choïgou, qui dirige la défense ' +
  'russe, le ministre français parlera de l’organisation État islamique (EI) en Syrie et de Vladimir Poutine.'
const bridge =
  'The company hired John Augustus Roebling, born in the German town of Mühlhausen. Emily Warren Roebling crossed to ' +
  'New York with the mayor of Brooklyn, while E. F. Farrington of the National Aeronautics and Space Administration rode.'
const moon = 'El presidente de Alemania visitó La Coruña con el ministro japonés. Lo recibió Lucía Fernández.'
const sources = { fr: moscow, en: bridge, es: moon }

const missing = (language: string, claim: string, source: keyof typeof sources): readonly string[] =>
  unsupportedNames({ text: claim, language }, [{ text: sources[source], language: source }]).map(({ name }) => name)

type Row = readonly [language: string, claim: string, source: keyof typeof sources]

const held: readonly Row[] = [
  ['fr', 'Le Drian part pour Moscou.', 'fr'],
  ['fr', 'Selon l’article, Choigou dirige la défense de la Russie.', 'fr'],
  ['fr', 'LE DRIAN S’ENVOLE POUR MOSCOU', 'fr'],
  ['fr', 'Interrogé avant son départ, le Premier ministre a répondu.', 'fr'],
  ['fr', 'Daech est visé.', 'fr'],
  ['fr', 'Les Russes et les Français se parlent.', 'fr'],
  ['fr', 'Le mardi 3 mars, M. Le Drian était à Moscou au XXIe siècle.', 'fr'],
  ['en', 'Putin, Shoigu and Le Drian met in Moscow.', 'fr'],
  ['en', 'The French Defence Minister wants Russia to fight ISIS.', 'fr'],
  ['es', 'Shoigú dirige la defensa de Rusia.', 'fr'],
  ['es', 'El Estado Islámico está en Siria, dijo Putin.', 'fr'],
  ['en', 'The Roeblings built it. Construction began later.', 'en'],
  ['en', 'Emily Roebling Was First to Cross to Brooklyn', 'en'],
  ['en', 'A mid-January claim: I saw Farrington’s ride on Monday.', 'en'],
  ['en', 'J. A. Roebling came from Germany.', 'en'],
  ['en', 'NASA’s Farrington rode.', 'en'],
  ['en', "Don’t ask who rode. Didn't Farrington?", 'en'],
  ['en', 'Preheat the oven.', 'en'],
  ['en', 'The gross adjusted income (GAI) and her free tax days (FTDs) are hers.', 'en'],
  ['en', 'There are two NASAs.', 'en'],
  ['fr', 'Le maire de Brooklyn va à New York.', 'en'],
  ['fr', 'L’Allemand Roebling est né à Mühlhausen.', 'en'],
  ['es', 'Fernandez recibió al presidente alemán.', 'es'],
  ['fr', 'Le ministre du Japon était à La Corogne.', 'es'],
  ['en', 'Germany and Japan were at Corunna.', 'es'],
  ['de', 'Der Minister reist im Winter nach Moskau zu einem Treffen.', 'fr'],
]

const unheld: readonly Row[] = [
  ['fr', 'Merkel s’envole pour Moscou.', 'fr'],
  ['fr', 'Jean-Yves Le Drian s’envole pour Berlin.', 'fr'],
  ['fr', 'Jean-Yves Martin s’envole pour Moscou.', 'fr'],
  ['fr', 'Le ministre britannique, lui, est reçu par l’ONU.', 'fr'],
  ['fr', 'MERKEL S’ENVOLE POUR MOSCOU', 'fr'],
  ['fr', 'Il dirige la défense russe, comme l’a voulu Staline.', 'fr'],
  ['en', 'Medvedev met Le Drian in Moscow.', 'fr'],
  ['en', 'Le Drian flew to Kiev.', 'fr'],
  ['es', 'Merkel dirige la defensa de Rusia.', 'fr'],
  ['en', 'Edison rode over the wire.', 'en'],
  ['en', 'Emily Smith Crossed the River to Brooklyn', 'en'],
  ['en', 'CIA’s Farrington rode.', 'en'],
  ['en', 'The gross income (GDP) rode.', 'en'],
  ['en', 'There are two CIAs.', 'en'],
  ['en', 'Edison of the company rode.', 'en'],
  ['en', 'They hired Edison the builder.', 'en'],
  ['en', '𝐄𝐝𝐢𝐬𝐨𝐧 rode with Ｅｄｉｓｏｎ.', 'en'],
  ['fr', 'Le maire de Boston y était.', 'en'],
  ['es', 'Gómez recibió al presidente alemán.', 'es'],
  ['fr', 'Louis XVI y était.', 'en'],
]

describe('names that the source holds', () => {
  test.each(held)('%s: %s', (language, claim, source) => expect(missing(language, claim, source)).toEqual([]))
})

describe('names that it does not hold', () => {
  test.each(unheld)('%s: %s', (language, claim, source) => expect(missing(language, claim, source)).not.toEqual([]))
})

test('words of one name are told together', () => {
  expect(missing('fr', 'Le ministre a vu Angela Merkel à Berlin.', 'fr')).toEqual(['Angela Merkel', 'Berlin'])
})

test('where every noun has a capital only two beside each other are told, as not tested', () => {
  expect(
    unsupportedNames({ text: 'Angela Merkel reist im Winter nach Moskau.', language: 'de' }, [
      { text: moscow, language: 'fr' },
    ]),
  ).toEqual([{ name: 'Angela Merkel', tested: false }])
})
