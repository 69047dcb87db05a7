/** The line that says when an article was published, or how long it takes to read. */
import { plain, tokens } from './prose.ts'

/** Folded names of months in French, English, German, Spanish, Italian, Dutch and Portuguese, January first. */
const months: readonly (readonly string[])[] = [
  'janvier janv january jan januar jänner enero ene gennaio januari janeiro',
  'février févr fév february feb februar febrero febbraio febr februari fevereiro',
  'mars march mar märz marzo maart mrt março',
  'avril avr april apr abril abr aprile',
  'mai may mayo maggio mei maio',
  'juin june jun juni junio giugno junho',
  'juillet juil july jul juli julio luglio julho',
  'août aout august aug agosto augustus',
  'septembre sept september sep septiembre settembre setembro',
  'octobre oct october oktober okt octubre ottobre outubro',
  'novembre nov november noviembre novembro',
  'décembre déc december dec dezember dez diciembre dic dicembre dezembro',
].map((names) => names.split(' ').map(plain))

const monthOf = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

const wordsOf = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')).map(plain))

/** Words that say of a date what it is the date of, or that it is a reading time. */
const cues = wordsOf(
  'publié publiée publie mis mise modifié actualisé posté published updated posted modified edited veröffentlicht',
  'aktualisiert stand publicado actualizado pubblicato aggiornato gepubliceerd bijgewerkt atualizado lecture read',
  'lesezeit lectura lettura leestijd leitura reading il ago vor hace geleden',
)

const others = wordsOf(
  'lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday mon',
  'tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves',
  'viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag',
  'vrijdag zaterdag zondag segunda terça quarta quinta sexta feira le la las a du de the on at of um uhr am pm den der el',
  'op om às h hs hrs gmt utc cet cest est edt et bst ist edt est pst pdt à jour date last first em alle ore uur heure heures hour',
  'hours ans an mois semaine semaines years year months month weeks week jahren monaten wochen años meses y fa minute minutes minutos minuti min mins jours day days stunden stunde minuten tagen horas hora dias',
  'giorni temps time tiempo tempo ce hier today yesterday heute gestern oggi ieri hoy ayer vandaag gisteren',
)

const isNumber = (token: string): boolean => /^\d{1,4}(?:er|st|nd|rd|th|h\d{0,2}|min|am|pm|z|t\d{2})?$/.test(token)
const isOfDate = (token: string): boolean =>
  isNumber(token) || monthOf.has(token) || cues.has(token) || others.has(token)

const iso = (year: number, month: number, day: number): string | undefined =>
  year < 1500 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31
    ? undefined
    : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** ISO 8601 where the text leaves no doubt; 03/05/2024, which two continents read differently, stays as it is. */
const published = (text: string): string | undefined => {
  const written = /\b(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (written !== null) return iso(Number(written[1]), Number(written[2]), Number(written[3]))
  const figures = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/.exec(text)
  if (figures !== null) {
    const [first, second, year] = [Number(figures[1]), Number(figures[3]), Number(figures[4])]
    if (figures[2] === '.' || first > 12) return iso(year, second, first)
    return second > 12 ? iso(year, first, second) : figures[0]
  }
  const parts = tokens(plain(text))
    .map((token) => token.text)
    .filter((token) => monthOf.has(token) || /^\d+(?:er|st|nd|rd|th)?$/.test(token))
  const at = parts.findIndex((token) => monthOf.has(token))
  const month = monthOf.get(parts[at] ?? '') ?? 0
  const [before, after, later] = [at - 1, at + 1, at + 2].map((index) => Number.parseInt(parts[index] ?? '0', 10))
  return iso(after ?? 0, month, before ?? 0) ?? iso(later ?? 0, month, after ?? 0)
}

export type DateLine = {
  /** What stands before the date. */
  readonly rest: string
  readonly published: string | undefined
  /** Whether a word says that it is a date of publication or a reading time, or it has an hour; else it may be a heading, too. */
  readonly cue: boolean
}

/** The date at the end of a short line, or undefined where it ends with none. */
export const readDate = (line: string): DateLine | undefined => {
  if (!/\d/.test(line)) return undefined
  const all = tokens(line).map(({ at, text }) => ({ at, token: plain(text) }))
  const from = all.findLastIndex(({ token }) => !isOfDate(token)) + 1
  const start = all[from]?.at
  const date = all.slice(from).map(({ token }) => token)
  if (start === undefined || !date.some(isNumber)) return undefined
  const found = published(line.slice(start))
  const isTimed = found !== undefined && /\d(?::|h)\d\d|\d\.\d\d uhr/i.test(line.slice(start))
  const cue = isTimed || date.some((token) => cues.has(token))
  if (!cue && found === undefined) return undefined
  return { rest: line.slice(0, start).replace(/[\s,:;.(-]+$/, ''), published: found, cue }
}
