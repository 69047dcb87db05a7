import { describe, expect, test } from 'vitest'
import { pointsBack } from '../../src/text/anaphora.ts'

describe('pointsBack', () => {
  test.each([
    ['fr', 'Il avait été construit en 1874.', 'Ils… qui ? Le phare.'],
    ['fr', 'C’est là qu’elle mourut.', '« Par ailleurs, rien. »'],
    ['en', 'It was built in 1874.', 'For example, the clock.'],
    ['de', 'Daraus wurde nichts.', 'Diesem Turm fehlt die Uhr.'],
    ['es', 'Estas torres cayeron.', 'Sin embargo, nadie murió.'],
    ['it', 'Questa torre cadde.', 'Ad esempio, la torre.'],
    ['pt', 'Ela caiu.', 'Além disso, ninguém morreu.'],
    ['nl', 'Hij viel.', 'Daarna viel de toren.'],
    ['ru', 'Её построили в 1874 году.', 'Кроме того, она упала.'],
    ['sv', 'Hennes torn föll.', 'Å andra sidan föll tornet.'],
    ['ro', 'Acestea au căzut.', 'Și turnul a căzut.'],
  ])('%s: a pronoun, and a connective', (language, ...texts) => {
    for (const text of texts) expect(pointsBack(text, language), text).toBe(true)
  })

  test.each([
    ['fr', 'Ile-de-France', 'Les phares.', 'Cellule de crise', '« »', ''],
    ['en', 'Italy fell.', 'The tower.', 'Itself 3'],
    ['de', 'Die Uhr steht.', 'Eskimos', 'Dach'],
    ['es', 'El faro cayó.', 'Estado'],
    ['nl', 'Het huis viel.', 'Enkhuizen'],
    ['sv', 'Den svenska klockan.', 'Sandhamn'],
    ['ja', 'それは塔です。'],
  ])('%s: not a name, a noun or an article', (language, ...texts) => {
    for (const text of texts) expect(pointsBack(text, language), text).toBe(false)
  })

  test('a regional tag is read as its language', () => {
    expect(pointsBack('She left.', 'en-GB')).toBe(true)
  })
})
