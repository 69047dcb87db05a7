/** Two articles of our own to search in, and how to make more. */
import type { Article } from '../../src/types.ts'

type Text = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly texts: readonly string[]
}

/** A text that starts with # is the heading of those below it. */
export const article = ({ id, title, language, texts }: Text): Article => {
  const head = { id, title, language, hash: 'test' }
  let heading: string | undefined
  const paragraphs: Article['paragraphs'][number][] = []
  for (const text of texts) {
    if (text.startsWith('# ')) heading = text.slice(2)
    else paragraphs.push({ article: head, number: paragraphs.length + 1, text, ...(heading && { heading }) })
  }
  return { head, paragraphs }
}

export const lighthouse = article({
  id: 'phare',
  title: 'Le phare de Kervoal rallumé après onze ans de silence',
  language: 'fr',
  texts: [
    'La ministre de la Mer, Solène Abgrall, a rallumé samedi le phare de Kervoal devant trois cents invités venus du Finistère.',
    'Construit en 1874 par l’ingénieur Aristide Le Bris, l’édifice mesure 52 mètres et compte 271 marches de granit.',
    'Le dernier gardien, Yann Quéméner, avait quitté les lieux en 1998, lorsque la lanterne fut automatisée.',
    'Une tempête avait brisé l’optique dans la nuit du 9 février 2013 et la lumière s’était éteinte.',
    'Faute de crédits, l’État avait songé à démolir la tour, ce que les pêcheurs de l’île refusaient.',
    'L’association Gwel Mor a recueilli 640.000 euros auprès de 4 200 donateurs, dont beaucoup d’anciens marins.',
    'Les pierres abîmées ont été remplacées par des blocs tirés de la carrière d’Huelgoat, fermée depuis.',
    'La nouvelle lampe consomme 80 % d’électricité en moins ; elle porte à 37 kilomètres.',
    'Deux ouvriers ont été blessés pendant le chantier, l’un d’eux grièvement, par la chute d’un échafaudage.',
    'Le naufrage du cargo Astrolabe, en 2016, avait coûté la vie à sept matelots à moins d’un mille de la tour éteinte.',
    'Des ornithologues craignent que le faisceau ne désoriente les puffins, qui nichent sur les îlots voisins.',
    'Pour les ménager, on éteindra la lampe entre deux et quatre heures du matin au mois d’août.',
    'Les visites reprendront au printemps, sur réservation, à raison de vingt personnes par jour.',
  ],
})

export const clock = article({
  id: 'clock',
  title: 'The town clock of Harrow Ferry',
  language: 'en',
  texts: [
    'The council of Harrow Ferry voted on Monday to repair the clock that has stood still since the flood of 1953.',
    'It was built by the watchmaker Josiah Pell, who died before it struck its first hour.',
    '# Money',
    'The works will cost 48,000 pounds, a third of it paid by the brewery that owns the tower.',
    'Nobody lives in the tower now but a colony of 90 bats, which the law protects.',
    'Its bells were cast in Antwerp and are said to have been a present from refugees.',
  ],
})
