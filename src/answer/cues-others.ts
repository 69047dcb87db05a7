/** Cues for extraction in German, Spanish, Italian, Dutch and Portuguese: smaller tables than those of French and English. */
import { calendarNames } from '../text/calendar-names.ts'
import { words } from '../text/table.ts'
import type { Cues, Unit } from './cues.ts'

type Language = 'de' | 'es' | 'it' | 'nl' | 'pt'
/** As `Cues`, with words as one writes them in a row. */
type Row = Readonly<
  Record<Unit | 'dates' | 'hours' | 'aged' | 'quantities' | 'fractions' | 'one' | 'free' | 'scales' | 'placed', string>
> & {
  readonly particles?: string
  readonly patterns: Pick<Cues, 'clock' | 'reason' | 'maybeReason' | 'defined' | 'introduced' | 'explains'>
}

const set = (text: string): ReadonlySet<string> => new Set(words(text))
const metric = 'm km cm mm'

const german: Row = {
  money: 'euro euros dollar dollars franken franc mark pfund yen rubel cent cents gulden kronen usd eur',
  duration:
    'jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minute minuten sekunde sekunden jahrzehnt jahrzehnte jahrhundert jahrhunderte',
  length: `${metric} meter metern kilometer kilometern zentimeter zentimetern millimeter meile meilen fuss`,
  weight: 'kg kilo kilos kilogramm gramm tonne tonnen pfund',
  speed: 'km kmh knoten mach meter kilometer kilometern',
  area: 'quadratkilometer quadratkilometern quadratmeter quadratmetern hektar km2 m2 ha',
  temperature: 'grad celsius kelvin c',
  dates: 'fruhling fruhjahr sommer herbst winter gestern heute morgen jahrhundert weihnachten ostern',
  hours: 'mittag mitternacht',
  aged: 'alt alter',
  quantities:
    'zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert tausend dutzend dutzende hunderte tausende million millionen milliarde milliarden mehrere keine niemand',
  fractions: 'halfte drittel viertel mehrheit doppelt dreifach',
  one: 'ein eine einen einer halbe halben',
  free: 'gratis kostenlos umsonst',
  scales: 'million millionen milliarde milliarden tausend hundert',
  placed: 'in im an am auf aus bei nach von vom zu zum zur uber unter zwischen nahe',
  particles: 'von van der den de la zu',
  patterns: {
    clock: /# uhr/,
    reason:
      /\b(?:weil|denn|da (?:er|sie|es|die|der|das)|wegen|aufgrund|deshalb|daher|darum|grund|ursache|verursach|fuhrte zu|um .{1,60}zu|damit|dank|infolge|starb an)/,
    maybeReason: /\b(?:durch|nachdem|als)\b/,
    defined: /^[»”" ]*(?:\(|, (?:eine?[rnms]?|die|der|das)\b|,? ?(?:ist|war|sind|waren|bezeichnet|bedeutet|heisst)\b)/,
    introduced: /(?:\(|(?:genannt|namens|sogenannte[rnms]?) ?["„»]? ?)$/,
    explains: /\b(?:das heisst|bedeutet|bezeichnet|ist (?:ein|eine|der|die|das)|besteht)\b/,
  },
}

const spanish: Row = {
  money:
    'euro euros dolar dolares peso pesos peseta pesetas libra libras franco francos centimo centimos yenes usd eur',
  duration:
    'ano anos mes meses semana semanas dia dias hora horas minuto minutos segundo segundos decada decadas siglo siglos',
  length: `${metric} metro metros kilometro kilometros centimetro centimetros milla millas pie pies pulgada pulgadas`,
  weight: 'kg kilo kilos kilogramo kilogramos gramo gramos tonelada toneladas libra libras',
  speed: 'km kmh nudo nudos mach metros kilometros',
  area: 'hectarea hectareas cuadrado cuadrados km2 m2 ha acres',
  temperature: 'grado grados celsius kelvin c',
  dates: 'primavera verano otono invierno ayer hoy manana siglo navidad pascua decada',
  hours: 'mediodia medianoche',
  aged: 'edad',
  quantities:
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil docena docenas decenas cientos miles millon millones varios varias ningun ninguna ninguno',
  fractions: 'mitad tercio tercios cuarto cuartos mayoria doble triple',
  one: 'un una medio media',
  free: 'gratis gratuito gratuita gratuitos gratuitas',
  scales: 'millon millones mil miles cientos',
  placed: 'en a al de del desde hacia por cerca entre sobre bajo',
  particles: 'de del la las los y van von',
  patterns: {
    clock: /(?:^| )las? #/,
    reason:
      /\b(?:porque|ya que|puesto que|debido a|a causa de|gracias a|por culpa de|por lo que|para que|con el fin de|causa|provoc|motiv|origen|razon|consecuencia|murio (?:de|por)|debio)/,
    maybeReason: /\b(?:para \w+r\b|por (?:el|la|los|las)|tras|despues de|cuando|al \w+r\b)/,
    defined:
      /^[»”" ]*(?:\(|, (?:una?|el|la|los|las)\b|,? ?(?:es|era|fue|son|eran|significa|designa|se refiere|o sea)\b)/,
    introduced: /(?:\(|(?:llamad[oa]s?|denominad[oa]s?|conocid[oa]s? como)(?: (?:el|la|los|las))? ?["«“]? ?)$/,
    explains: /\b(?:es decir|significa|consiste|se trata|es (?:una?|el|la)|son (?:los|las))\b/,
  },
}

const italian: Row = {
  money: 'euro dollaro dollari lira lire franco franchi sterlina sterline yen rubli centesimi usd eur',
  duration:
    'anno anni mese mesi settimana settimane giorno giorni ora ore minuto minuti secondo secondi decennio decenni secolo secoli',
  length: `${metric} metro metri chilometro chilometri centimetro centimetri miglio miglia piede piedi`,
  weight: 'kg chilo chili chilogrammo chilogrammi grammo grammi tonnellata tonnellate libbre',
  speed: 'km kmh nodo nodi mach metri chilometri',
  area: 'ettaro ettari quadrato quadrati km2 m2 ha',
  temperature: 'grado gradi celsius kelvin c',
  dates: 'primavera estate autunno inverno ieri oggi domani secolo natale pasqua decennio',
  hours: 'mezzogiorno mezzanotte',
  aged: 'eta anni',
  quantities:
    'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille dozzina decina decine centinaia migliaia milione milioni miliardo miliardi diversi nessuno nessuna',
  fractions: 'meta terzo terzi quarto quarti maggioranza doppio triplo',
  one: 'un una uno mezzo mezza',
  free: 'gratis gratuito gratuita gratuiti',
  scales: 'milione milioni miliardo miliardi mila migliaia centinaia',
  placed: 'a ad al alla in nel nella nei di del della da dal dalla su sul presso verso tra fra',
  particles: 'di de del della da dal la van von',
  patterns: {
    clock: /(?:^| )(?:alle|ore) #/,
    reason:
      /\b(?:perche|poiche|dato che|siccome|a causa d|grazie a|per via d|affinche|causa|provoc|motiv|ragione|dovut|mort[oa] (?:di|per))/,
    maybeReason: /\b(?:per \w+(?:are|ere|ire)\b|dopo|quando|quindi)/,
    defined: /^[»”" ]*(?:\(|, (?:un|una|il|la|lo|i|gli|le)\b|,? ?(?:e|era|fu|sono|erano|significa|indica|cioe)\b)/,
    introduced: /(?:\(|(?:chiamat[oaie]|dett[oaie]|noto come|nota come) ?["«“]? ?)$/,
    explains: /\b(?:cioe|significa|consiste|si tratta|e (?:un|una|il|la)|sono (?:i|gli|le))\b/,
  },
}

const dutch: Row = {
  money: 'euro dollar dollars frank franken gulden pond ponden yen roebel cent cents usd eur',
  duration:
    'jaar jaren maand maanden week weken dag dagen uur uren minuut minuten seconde seconden decennium decennia eeuw eeuwen',
  length: `${metric} meter meters kilometer kilometers centimeter centimeters mijl mijlen voet`,
  weight: 'kg kilo kilos kilogram gram ton pond',
  speed: 'km kmh knopen mach meter kilometer',
  area: 'hectare hectaren vierkante km2 m2 ha',
  temperature: 'graad graden celsius kelvin c',
  dates: 'lente zomer herfst winter gisteren vandaag morgen eeuw kerst pasen',
  hours: 'middag middernacht',
  aged: 'oud oude leeftijd',
  quantities:
    'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend dozijn tientallen honderden duizenden miljoen miljoenen miljard verscheidene geen niemand',
  fractions: 'helft derde kwart meerderheid dubbel',
  one: 'een halve half',
  free: 'gratis kosteloos',
  scales: 'miljoen miljoenen miljard miljarden duizend honderd',
  placed: 'in te op aan uit bij naar van over onder tussen nabij',
  particles: 'van de der den het ter ten von',
  patterns: {
    clock: /(?:^| )om #/,
    reason:
      /\b(?:omdat|want|doordat|wegens|vanwege|dankzij|daarom|zodat|oorzaak|veroorza|reden|ten gevolge|stierf aan|overleed aan)/,
    maybeReason: /\b(?:om .{1,60}te|door|nadat|toen)\b/,
    defined: /^[»”" ]*(?:\(|, (?:een|de|het)\b|,? ?(?:is|was|zijn|waren|betekent|heet)\b)/,
    introduced: /(?:\(|(?:genaamd|genoemd|zogenaamde|zogeheten) ?["„“]? ?)$/,
    explains: /\b(?:dat wil zeggen|betekent|bestaat|is (?:een|de|het))\b/,
  },
}

const portuguese: Row = {
  money: 'euro euros dolar dolares real reais escudo escudos libra libras franco francos centavos ienes usd eur',
  duration:
    'ano anos mes meses semana semanas dia dias hora horas minuto minutos segundo segundos decada decadas seculo seculos',
  length: `${metric} metro metros quilometro quilometros centimetro centimetros milha milhas pe pes`,
  weight: 'kg quilo quilos quilograma quilogramas grama gramas tonelada toneladas libras',
  speed: 'km kmh no nos mach metros quilometros',
  area: 'hectare hectares quadrado quadrados km2 m2 ha',
  temperature: 'grau graus celsius kelvin c',
  dates: 'primavera verao outono inverno ontem hoje amanha seculo natal pascoa decada',
  hours: 'meio-dia meia-noite',
  aged: 'idade',
  quantities:
    'dois duas tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil duzia dezenas centenas milhares milhao milhoes varios varias nenhum nenhuma',
  fractions: 'metade terco tercos quarto quartos maioria dobro triplo',
  one: 'um uma meio meia',
  free: 'gratis gratuito gratuita gratuitos gratuitas',
  scales: 'milhao milhoes mil milhares centenas bilhao bilhoes',
  placed: 'em no na nos nas a ao de do da dos das desde para perto entre sobre',
  particles: 'de do da dos das e van von',
  patterns: {
    clock: /(?:^| )as #/,
    reason:
      /\b(?:porque|pois|ja que|uma vez que|devido a|por causa d|gracas a|para que|a fim de|causa|provoc|motiv|razao|consequencia|morreu (?:de|por))/,
    maybeReason: /\b(?:para \w+r\b|apos|depois de|quando|ao \w+r\b)/,
    defined: /^[»”" ]*(?:\(|, (?:uma?|o|a|os|as)\b|,? ?(?:e|era|foi|sao|eram|significa|designa)\b)/,
    introduced: /(?:\(|(?:chamad[oa]s?|denominad[oa]s?|conhecid[oa]s? como)(?: (?:o|a|os|as))? ?["«“]? ?)$/,
    explains: /\b(?:ou seja|isto e|significa|consiste|trata-se|e (?:uma?|o|a)|sao (?:os|as))\b/,
  },
}

const cuesOf = (language: Language, { patterns, particles = '', ...row }: Row): Cues => ({
  units: {
    money: set(row.money),
    duration: set(row.duration),
    length: set(row.length),
    weight: set(row.weight),
    speed: set(row.speed),
    area: set(row.area),
    temperature: set(row.temperature),
  },
  months: set(calendarNames.month[language].long.replaceAll(',', ' ')),
  dates: set(`${calendarNames.weekday[language].long.replaceAll(',', ' ')} ${row.dates}`),
  hours: set(row.hours),
  aged: set(row.aged),
  quantities: set(row.quantities),
  fractions: set(row.fractions),
  one: set(row.one),
  free: set(row.free),
  scales: set(row.scales),
  placed: set(row.placed),
  particles: set(particles),
  capitalNouns: language === 'de',
  ...patterns,
})

/** Made when the language is first read. */
export const others: Readonly<Record<Language, () => Cues>> = {
  de: () => cuesOf('de', german),
  es: () => cuesOf('es', spanish),
  it: () => cuesOf('it', italian),
  nl: () => cuesOf('nl', dutch),
  pt: () => cuesOf('pt', portuguese),
}
