/**
 * What `text/` knows of languages whose stems and stop words come from packages: one row each. They are loaded when a
 * text of theirs is first read, since each costs a start some milliseconds.
 */
import { createRequire } from 'node:module'
import { fold } from './fold.ts'
import { type LanguageTable, words } from './table.ts'

type Row = {
  /** As the packages name it. */
  readonly name: string
  /** Stop words that the package's list lacks, question words first of all. */
  readonly more?: string
  /** In the package's list, and yet what a question may be about. */
  readonly less?: string
  /** What loses its vowel before an apostrophe, folded. */
  readonly elisions?: string
  /** Endings of folded words that the stemmer knows by their accents only, given back before it reads them. */
  readonly endings?: readonly (readonly [ending: RegExp, spelled: string])[]
}

const rows: Readonly<Record<string, Row>> = {
  de: {
    name: 'german',
    more: `wer wen wem wessen wann warum wieso weshalb wofür wogegen womit wodurch worin woran worauf wovon wozu woher
      wohin wieviel viele vielen beim bzw etwa dabei dafür dagegen daran darauf daraus davon dazu sowie zwischen seit
      bereits jedoch dessen deren dass`,
  },
  es: {
    name: 'spanish',
    more: 'cuyo cuya cuyos cuyas sino cada tampoco dentro fuera',
    less: `acuerdo afirmó aseguró breve buen buena buenas bueno buenos cinco cuatro dos seis siete tres ocho
      conocer conseguir creo decir días dia dias día ejemplo emplear emplean empleo estado estados explicó
      final general gran grandes horas informo informó intento lado largo lugar manifestó mayor medio mejor mencionó
      momento nueva nuevas nuevo nuevos p pais paìs parte partir peor primer primera primero primeros segunda segundo
      tercera tiempo total trabaja trabajais trabajamos trabajan trabajar trabajas trabajo última últimas último últimos
      ultimo usa usais usamos usan usar usas uso valor verdad verdadera verdadero temprano tarde raras propia propias
      propio propios posible próximo próximos proximo principalmente pasada pasado indicó gueno señaló realizar
      realizado realizó`,
    endings: [
      [/([cs])ion$/, '$1ión'],
      [/([aei]r)ia(s|n|mos)?$/, '$1ía$2'],
    ],
  },
  it: {
    name: 'italian',
    more: `cosa quale quali quanto quanta d l fra già molto essere stato stata stati state viene vengono può possono
      dopo prima durante secondo ecco così cui qual nonché oppure mentre`,
    elisions: `l un d c s n t m v all dall dell nell sull coll quell quest sant bell dov com cos tutt anch quand`,
  },
  nl: {
    name: 'dutch',
    more: `waar wanneer waarom hoeveel welke welk waarin waarmee waarvan wiens wij jij jullie zijn deed werden hebben
      hadden zouden zullen moeten mogen mag via per vanaf sinds tussen tijdens volgens binnen buiten`,
  },
  pt: {
    name: 'portuguese',
    more: `onde quanto quantos quantas quanta porque porquê qual quais cujo cuja cujos cujas cada desde sob sobre
      durante segundo contra ainda então assim pode podem ser ter sido`,
    endings: [
      [/([cs])ao$/, '$1ão'],
      [/cão$/, 'ção'],
      [/coes$/, 'ções'],
      [/soes$/, 'sões'],
      [/enci(as?)$/, 'ênci$1'],
      [/anci(as?)$/, 'ânci$1'],
      [/avel$/, 'ável'],
      [/ivel$/, 'ível'],
      [/ario(s?)$/, 'ário$1'],
    ],
  },
  ro: {
    name: 'romanian',
    more: 'câți câte cât cine când unde cum căruia cărora cui și ți aș toți fost fiind prin după fără între',
    less: 'bine bucur bună cinci departe doi două drept fata fiu frumos graţie halbă patra patru spate sută şapte şase trei zece zero noroc',
    elisions: 's l i n m c',
  },
  ru: {
    name: 'russian',
    more: `каков какова какие каким каком какому которая которые который которого которой которую котором которых
      которым сколько почему чье чья чей чьи кем кому кого чему чьим откуда это также является являются которое
      из-за около среди`,
    less: 'жизнь два три один человек',
  },
  sv: {
    name: 'swedish',
    more: 'vem vad var när hur varför vilken vilket vilka vars hos genom enligt också samt både många mycket',
  },
}

const load = createRequire(import.meta.url)

/** Words that speak of names, numerals and abbreviations are known of French and English only. */
const plain = {
  names: new Set<string>(),
  generic: [],
  titles: new Set<string>(),
  numbered: new Set<string>(),
  abbreviations: new Set<string>(),
  irregular: new Map<string, string>(),
  synonyms: [],
} satisfies Partial<LanguageTable>

/** The table of a language that has a row. */
export const rowTable = (language: string): LanguageTable | undefined => {
  const row = Object.hasOwn(rows, language) ? rows[language] : undefined
  if (!row) return undefined
  const { stemmer } = load(`@orama/stemmers/${row.name}`) as { readonly stemmer: (word: string) => string }
  const { stopwords } = load(`@orama/stopwords/${row.name}`) as { readonly stopwords: readonly string[] }
  const less = new Set(words(row.less ?? ''))
  return {
    ...plain,
    stopWords: [...stopwords.filter((word) => !less.has(word)), ...words(row.more ?? '')],
    elisions: new Set(words(row.elisions ?? '')),
    stem: (folded) => {
      const spelled = (row.endings ?? []).reduce((word, [ending, as]) => word.replace(ending, as), folded)
      return fold(stemmer(spelled)) || folded
    },
  }
}
