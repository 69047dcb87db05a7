/** How Spanish, Italian and Portuguese ask for each kind of answer. */
import type { Asking } from './asking.ts'
import { type AskingWords, rowsOf } from './asking-words.ts'

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

/** Made when the language is first asked in. */
export const romance: Readonly<Record<'es' | 'it' | 'pt', () => readonly Asking[]>> = {
  es: () => rowsOf(spanish),
  it: () => rowsOf(italian),
  pt: () => rowsOf(portuguese),
}
