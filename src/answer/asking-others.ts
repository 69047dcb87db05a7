/** How German, Spanish, Italian, Dutch and Portuguese ask for each kind of answer, by their words. Folded, as patterns. */
import { type Asking, asking } from './asking.ts'
import type { QuestionKind } from './question-kind.ts'

type AskingWords = {
  /** Asks for one of a kind, before its noun: which, what is the. */
  readonly which: string
  /** By what noun. */
  readonly nouns: Readonly<Partial<Record<QuestionKind, string>>>
  /** How many, before what is counted. */
  readonly many: string
  readonly counted: Readonly<Partial<Record<QuestionKind, string>>>
  /** Words that ask for a kind whatever follows, the plainest last: how old, how long, who, how. */
  readonly ask: readonly Asking[]
}

const german: AskingWords = {
  which:
    '(?:(?:in|an|auf|aus|zu|nach|seit|bei|von|fur|mit|um|unter|durch) )?(?:welche[mnrs]?|was (?:ist|war|sind|waren)|wie (?:ist|war|lautet|hoch (?:ist|war))) (?:(?:der|die|das|den|dem|sein|seine|ihr|ihre|ein|eine) )?(?:\\w+ )?',
  nouns: {
    percent: 'prozent\\w*|anteil|prozentzahl',
    age: 'alter\\b',
    clock: 'uhrzeit|stunde\\b',
    year: 'jahr(?:e|en|s)?\\b',
    money: 'preis|kosten|budget|gehalt|gebuhr|summe|betrag|umsatz|gewinn|wert\\b|strafe',
    duration: 'dauer',
    weight: 'gewicht|masse\\b',
    speed: 'geschwindigkeit|tempo',
    area: 'flache',
    temperature: 'temperatur',
    length: 'lange\\b|hohe\\b|breite\\b|tiefe\\b|entfernung|grosse\\b|durchmesser',
    amount: 'zahl|anzahl|menge|bevolkerung|einwohnerzahl|ergebnis|kapazitat|nummer',
    date: 'datum|tag|tage|monat|jahrhundert|jahrzehnt|zeit\\b|zeitraum|epoche|saison',
    name: 'name|namen|titel|spitzname',
    person:
      'mann|frau|person|prasident\\w*|minister\\w*|autor\\w*|konig\\w*|ingenieur\\w*|spieler\\w*|trainer\\w*|kunstler\\w*|forscher\\w*|chef\\w*',
    place: 'stadt|land|ort|dorf|region|fluss|insel|strasse|stadion|kontinent|hauptstadt|gebiet|bundesland|staat',
    reason: 'grund|grunden|ursache|zweck|ziel',
  },
  many: 'wie ?viele?n?',
  counted: {
    percent: 'prozent',
    money: 'geld|euro|dollar|franken',
    duration: 'zeit|tage|wochen|monate|jahre|stunden|minuten|sekunden',
    length: 'kilometer|meter|km\\b|meilen',
    weight: 'kilo\\w*|tonnen|gramm',
    area: 'hektar|quadrat\\w+',
    temperature: 'grad\\b',
  },
  ask: [
    ['age', 'wie alt'],
    ['clock', 'um wieviel uhr|wie spat'],
    [
      'money',
      "(?:was|wie ?viel) (?:[\\w'-]+ ){0,4}?(?:kost\\w+|bezahl\\w+|zahl\\w+|verdien\\w+|wert\\b|gekostet)|wie teuer",
    ],
    ['weight', "wie schwer|wie ?viel (?:[\\w'-]+ ){0,4}?(?:wieg\\w*|wog\\w*)"],
    ['speed', 'wie schnell'],
    ['temperature', 'wie (?:heiss|kalt|warm)\\b'],
    ['duration', '(?:seit )?wie lange\\b'],
    ['length', 'wie (?:lang|hoch|gross|breit|tief|weit|dick)\\b'],
    ['amount', 'wie ?viele?n?\\b|wie (?:oft|haufig|stark)\\b|anzahl\\b'],
    ['date', '(?:seit |bis |ab )?wann\\b|datum\\b'],
    ['name', 'wie (?:heisst|heissen|hiess|hiessen|nennt|nannte)|wie (?:wird|wurde|werden) (?:\\w+ ){1,4}genannt'],
    ['person', '(?:mit |von |an |fur |bei |gegen |durch |zu )?(?:wer|wen|wem|wessen)\\b'],
    ['place', 'wo\\b|wohin|woher'],
    [
      'reason',
      'warum|wieso|weshalb|wozu|wodurch|woran (?:ist |sind )?\\w* ?(?:starb|gestorben)|was (?:verursacht|loste)',
    ],
    [
      'definition',
      'was (?:bedeutet|versteht|heisst)|was (?:ist|sind|war|waren) (?:(?:ein|eine|der|die|das) )?[\\w-]+ ?\\??$',
    ],
    ['manner', 'wie\\b|womit|auf welche weise'],
    ['other', 'was\\b|welche\\w*|wof\\w+|worin|woraus|wovor|wovon|woran|worauf'],
  ],
}

const spanish: AskingWords = {
  which:
    '(?:(?:en|a|de|desde|por|para|con|durante) )?(?:cual(?:es)?|que)(?: (?:es|era|fue|son|eran|fueron|tiene|sera))?(?: (?:el|la|los|las|su|sus|un|una))? ',
  nouns: {
    percent: 'porcentaje|proporcion|tasa',
    age: 'edad',
    clock: 'horas?\\b',
    year: 'anos?\\b',
    money: 'precio|coste|costo|presupuesto|salario|sueldo|tarifa|multa|importe|valor\\b|ingresos',
    duration: 'duracion',
    weight: 'peso\\b|masa\\b',
    speed: 'velocidad',
    area: 'superficie|area\\b|extension',
    temperature: 'temperatura',
    length: 'longitud|altura|anchura|profundidad|distancia|tamano|diametro|altitud',
    amount: 'numero|cantidad|poblacion|resultado|puntuacion|capacidad',
    date: 'fechas?|dias?\\b|mes\\b|siglo|decada|epoca|periodo|momento',
    name: 'nombres?|titulo|apodo',
    person:
      'hombre|mujer|persona|president[ea]|ministr[oa]|autora?|rey\\b|reina|ingenier[oa]|jugadora?|entrenadora?|cientific[oa]|director[a]?|artista',
    place: 'pais|ciudad|lugar|pueblo|region|rio\\b|isla|calle|estadio|continente|capital\\b|provincia|estado\\b',
    reason: 'razon|causa|motivo|objetivo|proposito',
  },
  many: 'cuant[oa]s?',
  counted: {
    percent: 'por ciento',
    money: 'dinero|euros|dolares|pesos',
    duration: 'tiempo|dias|semanas|meses|anos|horas|minutos|segundos',
    length: 'kilometros|metros|km\\b|millas',
    weight: 'kilos?\\b|toneladas|gramos|kilogramos',
    area: 'hectareas',
    temperature: 'grados',
  },
  ask: [
    ['age', 'cuantos anos (?:tiene|tenia|tenian|cumpl)'],
    [
      'money',
      "cuanto (?:[\\w'-]+ ){0,4}?(?:cuest\\w+|cost\\w+|val\\w+|pag\\w+|gan\\w+|cobr\\w+|perd\\w+|invirt\\w+|gast\\w+|recaud\\w+|dinero)",
    ],
    ['duration', 'cuanto (?:dur\\w+|tard\\w+|tiempo)|desde hace cuanto'],
    ['weight', "cuanto (?:[\\w'-]+ ){0,3}?pes\\w+"],
    [
      'length',
      "cuanto (?:[\\w'-]+ ){0,3}?(?:mid\\w+|med\\w+)|a que distancia|como de (?:largo|alto|profundo|ancho)\\w*",
    ],
    ['speed', 'como de rapido'],
    ['amount', 'cuant[oa]s?\\b|numero de|con que frecuencia'],
    ['date', '(?:desde |hasta |para )?cuando\\b|fecha\\b'],
    ['name', 'como (?:se )?(?:llam\\w+|denomin\\w+|titul\\w+|apod\\w+)'],
    ['person', '(?:a |de |con |por |para |contra )?quien(?:es)?\\b'],
    ['place', '(?:en |de |a |hacia |desde |por )?(?:donde|adonde)\\b'],
    [
      'reason',
      'por que|porque\\b|para que|a que se deb\\w+|que (?:caus|provoc|origin|motiv|ocasion|hizo que)\\w*|de que (?:muri|fallec)\\w+',
    ],
    [
      'definition',
      'que (?:es|son|era|significa\\w*|quiere decir) (?:(?:el|la|los|las|un|una) )?[\\w-]+(?: [\\w-]+)? ?\\??$',
    ],
    ['manner', 'como\\b|de que (?:manera|modo|forma)'],
    ['other', '(?:en |a |de |con |por )?(?:que|cual|cuales)\\b'],
  ],
}

const italian: AskingWords = {
  which:
    "(?:(?:in|a|di|da|per|con|su|nel|durante) )?(?:qual(?:e|i)?|che)(?:'e| e| era| sono| fu| erano)?(?: (?:il|lo|la|i|gli|le|il suo|la sua|un|una)|)?(?: |')",
  nouns: {
    percent: 'percentuale|quota',
    age: 'eta\\b',
    clock: 'ora\\b|ore\\b|orario',
    year: 'ann[oi]\\b',
    money: 'prezzo|costo|budget|stipendio|tariffa|multa|importo|valore',
    duration: 'durata',
    weight: 'peso\\b|massa\\b',
    speed: 'velocita',
    area: 'superficie|area\\b',
    temperature: 'temperatura',
    length: 'lunghezza|altezza|larghezza|profondita|distanza|dimensione|diametro|altitudine',
    amount: 'numero|quantita|popolazione|risultato|punteggio|capacita',
    date: 'data\\b|giorno|mese|secolo|decennio|periodo|epoca',
    name: 'nome|titolo|soprannome',
    person:
      'uomo|donna|persona|presidente|ministr[oa]|autore|autrice|re\\b|regina|ingegnere|giocatore|allenatore|scienziat[oa]|direttore',
    place: 'paese|citta|luogo|regione|fiume|isola|stadio|continente|capitale|provincia|stato\\b',
    reason: 'ragione|causa|motivo|scopo|obiettivo',
  },
  many: 'quant[oaie]',
  counted: {
    percent: 'per cento',
    money: 'euro|dollari|soldi|denaro',
    duration: 'tempo|giorni|settimane|mesi|anni|ore|minuti|secondi',
    length: 'chilometri|metri|km\\b|miglia',
    weight: 'chili|tonnellate|grammi|kg\\b',
    area: 'ettari',
    temperature: 'gradi',
  },
  ask: [
    ['age', 'quanti anni (?:ha|aveva|hanno|avevano)'],
    ['money', "quanto (?:[\\w'-]+ ){0,4}?(?:cost\\w+|val\\w+|pag\\w+|guadagn\\w+|spes\\w+|spend\\w+|incass\\w+)"],
    ['duration', 'quanto (?:dur\\w+|tempo)|da quanto'],
    ['weight', 'quanto (?:\\w+ ){0,3}?pes\\w+'],
    ['length', "quanto (?:e |era |sono )?(?:[\\w'-]+ ){0,2}?(?:lung|alt|largh?|profond|grand|distan|misur)\\w*"],
    ['amount', 'quant[oaie]\\b|numero di'],
    ['date', "(?:da |fino a |per )?quando\\b|quand'e|data\\b"],
    ['name', 'come (?:si |e |viene )?(?:chiam\\w+|intitol\\w+|nomin\\w+)'],
    ['person', '(?:a |da |di |con |per |contro )?chi\\b'],
    ['place', "(?:da |di |in )?(?:dove|dov'e)\\b"],
    ['reason', 'perche|come mai|(?:che )?cosa (?:ha )?(?:causato|provocato|spinto)|di (?:che )?cosa (?:e )?mort\\w+'],
    ['definition', "(?:che )?cos(?:a e|'e|a sono|a significa)\\b|che significa"],
    ['manner', 'come\\b|in che modo'],
    ['other', '(?:di |a |con |da )?(?:che|cosa|quale|quali|qual)\\b'],
  ],
}

const dutch: AskingWords = {
  which:
    '(?:(?:in|op|uit|van|voor|met|bij|sinds|om|tegen|aan) )?(?:welke?|wat (?:is|was|zijn|waren)|hoe (?:is|was|luidt)) (?:(?:de|het|een|zijn|haar|hun) )?(?:\\w+ )?',
  nouns: {
    percent: 'percentage|procent|aandeel',
    age: 'leeftijd',
    clock: 'uur\\b|tijdstip',
    year: 'jaar\\b|jaren\\b',
    money: 'prijs|kosten|budget|salaris|loon|bedrag|boete|waarde|omzet',
    duration: 'duur\\b',
    weight: 'gewicht|massa\\b',
    speed: 'snelheid',
    area: 'oppervlakte',
    temperature: 'temperatuur',
    length: 'lengte|hoogte|breedte|diepte|afstand|grootte|diameter',
    amount: 'aantal|hoeveelheid|bevolking|uitslag|score|capaciteit|nummer',
    date: 'datum|dag|maand|eeuw|decennium|periode|tijd\\b|seizoen',
    name: 'naam|namen|titel|bijnaam',
    person:
      'man|vrouw|persoon|president|minister|auteur|koning\\w*|ingenieur|speler|trainer|directeur|kunstenaar|onderzoeker',
    place: 'stad|land|plaats|dorp|streek|rivier|eiland|straat|stadion|continent|hoofdstad|provincie|gebied',
    reason: 'reden|oorzaak|doel',
  },
  many: 'hoeveel',
  counted: {
    percent: 'procent',
    money: 'geld|euro|dollar',
    duration: 'tijd|dagen|weken|maanden|jaar|jaren|uur|minuten|seconden',
    length: 'kilometer|meter|km\\b',
    weight: 'kilo\\w*|ton\\b|gram\\b',
    area: 'hectare\\w*',
    temperature: 'graden',
  },
  ask: [
    ['age', 'hoe oud'],
    ['clock', 'hoe laat'],
    ['money', '(?:wat|hoeveel) (?:[\\w-]+ ){0,4}?(?:kost\\w*|betaal\\w*|verdien\\w*|waard)|hoe duur'],
    ['weight', 'hoe zwaar|hoeveel (?:\\w+ ){0,3}?we(?:eg|eg)\\w*'],
    ['speed', 'hoe snel|hoe hard'],
    ['temperature', 'hoe (?:koud|warm)\\b'],
    ['duration', '(?:sinds )?hoe lang (?:duur\\w*|bleef|is het geleden|heeft|moet)|hoelang'],
    ['extent', 'hoe lang\\b'],
    ['length', 'hoe (?:hoog|groot|breed|diep|ver|dik)\\b'],
    ['amount', 'hoeveel\\b|hoe vaak|aantal\\b'],
    ['date', '(?:sinds |tot |vanaf )?wanneer\\b|datum\\b'],
    ['name', 'hoe (?:heet|heten|heette|heetten|noem\\w+)|hoe (?:wordt|werd) (?:\\w+ ){1,4}genoemd'],
    ['person', '(?:met |van |aan |voor |bij |tegen |door )?wie\\b|wiens'],
    ['place', 'waar(?:heen)?\\b|waar vandaan'],
    ['reason', 'waarom|hoezo|waardoor|waaraan (?:is |stierf|overleed)|wat veroorzaakte'],
    ['definition', 'wat (?:betekent|houdt)|wat (?:is|zijn|was) (?:(?:een|de|het) )?[\\w-]+ ?\\??$'],
    ['manner', 'hoe\\b|waarmee|op welke (?:manier|wijze)'],
    ['other', 'wat\\b|welke?\\b|waar(?:in|uit|van|over|voor|op)\\b'],
  ],
}

const portuguese: AskingWords = {
  which:
    '(?:(?:em|a|de|desde|por|para|com|durante) )?(?:qual|quais|que)(?: (?:e|era|foi|sao|eram|foram|tem))?(?: (?:o|a|os|as|seu|sua|um|uma))? ',
  nouns: {
    percent: 'porcentagem|percentagem|proporcao|taxa',
    age: 'idade',
    clock: 'horas?\\b',
    year: 'anos?\\b',
    money: 'preco|custo|orcamento|salario|tarifa|multa|montante|valor\\b',
    duration: 'duracao',
    weight: 'peso\\b|massa\\b',
    speed: 'velocidade',
    area: 'superficie|area\\b',
    temperature: 'temperatura',
    length: 'comprimento|altura|largura|profundidade|distancia|tamanho|diametro|altitude',
    amount: 'numero|quantidade|populacao|resultado|capacidade',
    date: 'datas?|dia\\b|mes\\b|seculo|decada|epoca|periodo|momento',
    name: 'nomes?|titulo|apelido',
    person:
      'homem|mulher|pessoa|president[ea]|ministr[oa]|autora?|rei\\b|rainha|engenheir[oa]|jogadora?|treinadora?|cientista|diretora?',
    place: 'pais|cidade|lugar|regiao|rio\\b|ilha|rua|estadio|continente|capital\\b|provincia|estado\\b',
    reason: 'razao|causa|motivo|objetivo|proposito',
  },
  many: 'quant[oa]s?',
  counted: {
    percent: 'por cento',
    money: 'dinheiro|euros|dolares|reais',
    duration: 'tempo|dias|semanas|meses|anos|horas|minutos|segundos',
    length: 'quilometros|metros|km\\b',
    weight: 'quilos|toneladas|gramas|kg\\b',
    area: 'hectares',
    temperature: 'graus',
  },
  ask: [
    ['age', 'quantos anos (?:tem|tinha|tinham)'],
    ['money', "quanto (?:[\\w'-]+ ){0,4}?(?:cust\\w+|val\\w+|pag\\w+|ganh\\w+|cobr\\w+|perd\\w+|gast\\w+)"],
    ['duration', 'quanto (?:dur\\w+|tempo)|ha quanto'],
    ['weight', 'quanto (?:\\w+ ){0,3}?pes\\w+'],
    ['length', 'quanto (?:\\w+ ){0,3}?med\\w+|a que distancia'],
    ['amount', 'quant[oa]s?\\b|numero de'],
    ['date', '(?:desde |ate )?quando\\b|data\\b'],
    ['name', 'como (?:se )?(?:cham\\w+|denomin\\w+|intitul\\w+)'],
    ['person', '(?:a |de |com |por |para |contra )?quem\\b'],
    ['place', '(?:de |para |por )?(?:onde|aonde)\\b'],
    ['reason', 'por ?que\\b|porque\\b|para que|o que (?:causou|provocou|levou|motivou)|de que morr\\w+'],
    [
      'definition',
      'o que (?:e|sao|era|significa\\w*|quer dizer) (?:(?:o|a|os|as|um|uma) )?[\\w-]+(?: [\\w-]+)? ?\\??$',
    ],
    ['manner', 'como\\b|de que (?:maneira|modo|forma)'],
    ['other', '(?:o |em |a |de |com )?(?:que|qual|quais)\\b'],
  ],
}

const rowsOf = ({ which, nouns, many, counted, ask }: AskingWords): readonly Asking[] => {
  const behind = (before: string, after: Readonly<Partial<Record<QuestionKind, string>>>): readonly Asking[] =>
    Object.entries(after).map(([kind, words]) => asking(kind as QuestionKind, before, words))
  // How many years old is an age, how many years a duration: whole words first.
  const [ages, rest] = [ask.filter(([kind]) => kind === 'age'), ask.filter(([kind]) => kind !== 'age')]
  return [...ages, ...behind(`${many} `, counted), ...behind(which, nouns), ...rest]
}

/** Made when the language is first asked in. */
export const others: Readonly<Record<string, () => readonly Asking[]>> = {
  de: () => rowsOf(german),
  es: () => rowsOf(spanish),
  it: () => rowsOf(italian),
  nl: () => rowsOf(dutch),
  pt: () => rowsOf(portuguese),
}
