import { describe, expect, test } from 'vitest'
import { readByline } from '../../src/knowledge/byline.ts'

describe('dates', () => {
  test.each([
    ['Publié le 3 mai 2024 à 12h30', '2024-05-03'],
    ['Publié le lundi 1er août 2016, mis à jour le 2 août 2016 à 9h', '2016-08-01'],
    ['Published: 2023-11-20T06:00:00Z', '2023-11-20'],
    ['May 3, 2019', '2019-05-03'],
    ['Tue 4 Aug 2015 17.23 BST', '2015-08-04'],
    ['Stand: 12.04.2022, 18:30 Uhr', '2022-04-12'],
    ['Actualizado el 8 de octubre de 2020 a las 19:05', '2020-10-08'],
    ['Gepubliceerd op 2 september 2021', '2021-09-02'],
    ['14 de março de 2017', '2017-03-14'],
    ['21/12/2015 à 10:22', '2015-12-21'],
    ['12/21/2015', '2015-12-21'],
    ['3/5/2024', '3/5/2024'],
    ['2 hours ago', undefined],
    ['Temps de lecture : 4 min', undefined],
    ['4 min read', undefined],
    ['Mis à jour hier à 07h12', undefined],
  ])('%s', (line, published) => {
    expect(readByline(line)).toMatchObject({ names: [] })
    expect(readByline(line)?.published).toBe(published)
  })

  test.each([
    ['13 novembre 2015'],
    ['Le 13 novembre 2015'],
    ['Paris, 13 novembre 2015'],
  ])('%s may be a heading, too', (line) => {
    expect(readByline(line)).toMatchObject({ bare: true, published: '2015-11-13' })
  })
  test.each([
    ['Attentats du 13 novembre 2015'],
    ['Elle est née le 3 mai 1950.'],
    ['Le 3 de la rue Haute'],
    ['12 morts'],
    ['Mai 68'],
    ['Le 45 février 2020'],
    ['2015'],
  ])('%s is none', (line) => {
    expect(readByline(line)).toBeUndefined()
  })
})

describe('authors', () => {
  test.each([
    ['Par Jean Dupont', 'Jean Dupont'],
    ['PAR JEAN DUPONT', 'JEAN DUPONT'],
    ['By Jane Doe, political correspondent', 'Jane Doe'],
    ['By Dana Whitlock and Omar Reyes', 'Dana Whitlock and Omar Reyes'],
    ['Par Marie Curie, Pierre Curie et Henri Becquerel', 'Marie Curie, Pierre Curie et Henri Becquerel'],
    ['Par Hélène Sallier (Beyrouth, correspondance)', 'Hélène Sallier'],
    ['Par Charles de Gaulle', 'Charles de Gaulle'],
    ['Von Anna Schreiber', 'Anna Schreiber'],
    ['Door Pieter van den Berg', 'Pieter van den Berg'],
    ['Propos recueillis par Sonia Belkacem', 'Sonia Belkacem'],
    ['By AFP', 'AFP'],
    ['Auteur : L. d’Ormesson', 'L. d’Ormesson'],
  ])('%s', (line, author) => {
    expect(readByline(line)).toEqual({ author, names: [], bare: false })
  })
  test.each([
    ['Par ailleurs'],
    ['By the river'],
    ['By Friday, the army had taken the town'],
    ['Von der Leyen warnt'],
    ['Par la fenêtre'],
    ['Por qué callan'],
  ])('%s is none', (line) => {
    expect(readByline(line)).toBeUndefined()
  })
})

describe('mixtures', () => {
  test('an author and a date', () => {
    expect(readByline('Par Jean Dupont, le 3 mai 2024')).toEqual({
      author: 'Jean Dupont',
      published: '2024-05-03',
      names: [],
      bare: false,
    })
  })
  test('names beside a date are told, but not whose they are', () => {
    expect(readByline('Le Vif · 7 décembre 2015 · Jean Dupont')).toEqual({
      published: '2015-12-07',
      names: ['Le Vif', 'Jean Dupont'],
      bare: true,
    })
  })
  test.each([
    ['Source : Le Vif', 'Le Vif'],
    ['Quelle: Der Spiegel', 'Der Spiegel'],
    ['Publié par Le Soir', 'Le Soir'],
    ['Source : https://example.org/a', 'https://example.org/a'],
  ])('a source: %s', (line, source) => {
    expect(readByline(line)).toEqual({ source, names: [], bare: false })
  })
  test('a line with a part that is nothing of this is nothing of this', () => {
    expect(readByline('Le pont ferme pour deux ans | 3 mai 2024')).toBeUndefined()
  })
})
