/** Words that make a negation of another, folded, in all languages that are compared. */

/** What stays as it was did not change. */
export const staying = new Set(
  'remain remains remained stay stays stayed reste restent restera resteront demeure demeurent sigue siguen permanece permanecen mantiene bleibt bleiben blieb'.split(
    ' ',
  ),
)
/** What denies without a negation. */
export const denying = new Set(
  `avoid avoids avoided refuse refused refuses decline declined declines deny denied denies forbid forbidden forbids ban
  banned bans prohibit prohibited prohibits fail failed fails lack lacks lacked reject rejected impossible prevent prevented
  eviter evitez evite evitent refuse refuser refusee refusent interdit interdite interdits interdites interdire defendu manque
  impossible empeche empechent evitar evite evita eviten nego niega negaron rechazo prohibe prohiben prohibido prohibida
  imposible falta carece carecen descarto desmintio dementi dementit nie verboten untersagt vermeiden vermeidet verweigert verweigerte weigerte weigert ablehnte
  unmoglich fehlt fehlte verhindert bestritt bestreitet bestritten dementierte`.split(/\s+/u),
)
export const until = new Set('until till unless before avant hasta antes bis'.split(' '))
/** Before these a word is part of a bound: the menos of al menos. */
export const boundWords = new Set('al au at du lo'.split(' '))
/** What holds but for one thing is closed on Tuesdays where it is open on all days but that. */
const excepting = new Set('except unless sauf excepte hormis salvo excepto ausser ausgenommen'.split(' '))
export const comparing = new Set('mas plus more mehr'.split(' '))

/** With these a claim says that nothing is excepted. */
const including = new Set(
  'incluido incluida incluidos compris including included einschliesslich auch todos todas tous toutes every all alle taglich'.split(
    ' ',
  ),
)

type Words = readonly { readonly text: string }[]
/** Whether a sentence excepts what the claim may tell alone: closed on Tuesdays, of open on all days but Tuesdays. */
export const isExcepted = (claim: Words, sentence: Words): boolean => {
  const has = (words: Words, set: ReadonlySet<string>): boolean => words.some(({ text }) => set.has(text))
  return has(sentence, excepting) && !has(claim, excepting) && !has(claim, including)
}
