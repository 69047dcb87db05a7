/**
 * What `text/` knows of languages whose stems and stop words come from packages: one row each. They are loaded when a
 * text of theirs is first read, since each costs a start some milliseconds.
 */
import { createRequire } from 'node:module'
import { fold } from './fold.ts'
import { irregularGerman } from './irregular-de.ts'
import { forms, type LanguageTable, rows as rowsOf, words } from './table.ts'

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
  /** As in `LanguageTable`, folded. */
  readonly generic?: string
  readonly irregular?: string
  readonly synonyms?: string
}

const rows: Readonly<Record<string, Row>> = {
  de: {
    name: 'german',
    generic: `artikel text abschnitt frage antwort sagen erzahlen erklaren bedeuten wissen person mensch leute jemand ding
      sache beispiel art weise machen tun geben gehen kommen nehmen finden befinden stattfinden geschehen passieren heissen
      nennen name zahl datum jahr tag monat zeit dauer alter land stadt ort teil grund prozent statt zuruck zusammen
      erst schliesslich laut`,
    irregular: irregularGerman,
    synonyms: `
      sterben tod toten opfer leben umkommen
      geboren geburt
      heiraten frau mann ehefrau ehemann hochzeit
      kind sohn tochter
      wohnen leben einwohner bewohner
      kosten preis teuer zahlen bezahlen betrag
      bezahlen zahlen finanzieren tragen
      verdienen gehalt lohn
      arbeiten beruf arbeit mitarbeiter beschaftigte
      chef leiter direktor leiten
      bauen errichten bau konstruieren ingenieur architekt
      grunden grunder grundung
      erfinden erfinder entwickeln
      offnen eroffnung eroffnen
      schliessen schliessung sperren
      beginnen anfang starten start
      enden ende aufhoren
      dauern dauer minuten
      schwer wiegen gewicht
      hoch hohe messen
      lang lange
      tief tiefe
      schnell geschwindigkeit
      alt alter jahr
      verletzt verletzte verletzen
      verursachen ursache grund auslosen
      angst furchten sorge
      erlauben durfen
      verbieten verbot
      kaufen kauf
      verkaufen verkauf
      gewinnen sieg sieger
      verlieren niederlage
      fahren fahrt
      auto wagen fahrzeug
      schiff boot
      schule schuler
      helfen hilfe
      klagen klage gericht
      passen fassen platz`,
    more: `wer wen wem wessen wann warum wieso weshalb wofür wogegen womit wodurch worin woran worauf wovon wozu woher
      wohin wieviel viele vielen beim bzw etwa dabei dafür dagegen daran darauf daraus davon dazu sowie zwischen seit
      bereits jedoch dessen deren dass`,
  },
  es: {
    name: 'spanish',
    generic: `articulo texto parrafo pregunta respuesta decir contar explicar significar saber persona gente alguien cosa
      ejemplo forma manera tipo clase hacer dar poner pasar llamar encontrar nombre numero fecha ano dia mes momento tiempo
      edad pais ciudad lugar razon porcentaje`,
    irregular: `
      morir murio murieron muere muerto muerta muertos muertas muerte fallecido
      nacer nacio nacieron nacido nacida
      construir construyo construyeron construido construida
      destruir destruyo destruido destruida
      abrir abrio abrieron abierto abierta abiertos
      cerrar cerro cierra cerrado cerrada
      costar costo cuesta costaron costado
      perder perdio pierde perdieron perdido
      volver volvio vuelto
      escribir escribio escrito escrita
      hacer hizo hicieron hecho hecha
      decir dijo dijeron dicho
      ver vio vieron visto
      poner puso puesto
      querer quiso quiere quieren
      pedir pidio piden pide
      dormir durmio
      elegir eligio elegido
      producir produjo producido
      conducir condujo
      obtener obtuvo
      caer cayo cayeron caido`,
    synonyms: `
      morir muerte matar victima fallecer vida
      nacer nacimiento
      casar esposa esposo marido mujer boda
      hijo hija nino
      vivir habitante residir
      costar coste costo precio valer pagar
      pagar financiar
      ganar salario sueldo
      trabajar trabajo empleo empleado
      jefe director dirigir
      construir edificar construccion levantar disenar
      fundar fundador fundacion crear
      inventar inventor
      abrir reabrir inaugurar apertura
      cerrar cierre
      empezar comenzar inicio
      terminar acabar fin
      durar duracion
      pesar peso kilo
      medir altura largo metro
      edad ano
      herir herido lesion
      causar causa provocar origen
      causa origen motivo
      luz electricidad suministro apagon
      apagon corte
      pedir exigir
      quejar queja denunciar
      permitir autorizar
      prohibir prohibicion
      comprar compra
      vender venta
      ganar victoria vencer
      barco buque
      coche vehiculo
      incendio fuego
      ayudar ayuda
      presidente presidir`,
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
    // The package's stemmer knows the cedillas of before Unicode 3.0, which folding takes off as it does the commas.
    endings: [
      [/ti(e|a|ei|i|ile|ilor|une|uni|unii|unea|unilor|unile|onal|onala|onale|onali)$/, 'ţi$1'],
      [/([aeiu])ti$/, '$1ţi'],
      [/([aeo])si$/, '$1şi'],
      [/([aeiu])sti$/, '$1şti'],
      [/(e)(asc|az)a$/, '$1$2ă'],
      [/([au]r)a$/, '$1ă'],
    ],
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

/** Names, titles and abbreviations are known of French and English only, the rest where a row has it. */
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
    generic: words(row.generic ?? ''),
    irregular: row.irregular === undefined ? plain.irregular : forms(row.irregular),
    synonyms: row.synonyms === undefined ? plain.synonyms : rowsOf(row.synonyms),
    stopWords: [...stopwords.filter((word) => !less.has(word)), ...words(row.more ?? '')],
    elisions: new Set(words(row.elisions ?? '')),
    stem: (folded) => {
      const spelled = (row.endings ?? []).reduce((word, [ending, as]) => word.replace(ending, as), folded)
      return fold(stemmer(spelled)) || folded
    },
  }
}
