/** Articles for tests, small and of our own words. */
import { createHash } from 'node:crypto'
import type { Article, ArticleHead } from '../../src/types.ts'

export const article = (
  id: string,
  texts: readonly string[],
  head: Partial<Omit<ArticleHead, 'id' | 'hash'>> = {},
): Article => {
  const hash = createHash('sha256').update(texts.join('\n\n')).digest('hex')
  const full: ArticleHead = { id, title: id, language: 'fr', hash, ...head }
  return { head: full, paragraphs: texts.map((text, index) => ({ article: full, number: index + 1, text })) }
}

export const lighthouse = article(
  'phare',
  [
    'Le phare des Grands-Cardinaux sera rénové en 2027, a annoncé mardi la mairie de Kerlann.',
    'Construit en 1879, il mesure 28 mètres et guide encore 1.200 bateaux de pêche chaque année.',
    'Les travaux coûteront 3,4 millions d’euros ; l’État en paiera 60 %, la région le reste.',
    'Le dernier gardien, Yann Le Goff, a quitté la tour le 14 juillet 1973, après trente-deux ans de service.',
    'Les habitants n’ont pas été consultés, regrette l’association des pêcheurs, qui craint un hôtel de luxe.',
  ],
  { title: 'Un phare remis à neuf', source: 'Le Courrier de Kerlann' },
)

export const bakery = article(
  'bakery',
  [
    'The Hollis bakery in Marlow opened its second shop on 3 March 2021, ten years after the first.',
    'It sells about 900 loaves a day, most of them sourdough, and employs 14 people.',
    'Owner Ruth Hollis said she would not raise prices before the summer because flour had become cheaper.',
  ],
  { title: 'A second Hollis bakery', language: 'en' },
)
