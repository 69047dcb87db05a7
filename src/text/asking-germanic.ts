/** How German and Dutch ask for each kind of answer. */
import type { Asking } from './asking.ts'
import { type AskingWords, rowsOf } from './asking-words.ts'

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

/** Made when the language is first asked in. */
export const germanic: Readonly<Record<'de' | 'nl', () => readonly Asking[]>> = {
  de: () => rowsOf(german),
  nl: () => rowsOf(dutch),
}
