/** Words that are written with a capital and name nobody: titles, institutions in general, the points of the compass. */
import { primarySubtag } from '../text/language.ts'
import { words } from '../text/table.ts'
import type { Language } from '../types.ts'

/** Folded. */
const generic: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    words(`
    mr mrs ms miss dr prof sir lady lord dame saint st president vice prime minister ministers premier chancellor governor
    mayor senator congressman representative secretary ambassador general colonel captain lieutenant major sergeant
    commander admiral officer inspector judge justice king queen prince princess duke duchess count emperor empress pope
    bishop archbishop cardinal father sister brother reverend professor doctor director chairman chief executive
    foreign defence defense interior state government parliament congress senate house cabinet ministry department
    republic kingdom empire constitution internet web north south east west northern southern eastern western
    river lake mount mountain sea ocean bay island islands bridge street avenue road square park city town county
    province university college school hall tower palace museum church cathedral castle airport station hospital company inc ltd
    sr jr phd article articles i am pm ok tv
  `),
  ),
  fr: new Set(
    words(`
    m mm mme mmes mlle dr pr me monsieur madame mademoiselle maitre saint sainte president presidente ministre ministres
    premier premiere chancelier chanceliere gouverneur maire senateur senatrice depute secretaire ambassadeur general
    colonel capitaine lieutenant commandant amiral juge roi reine prince princesse duc duchesse comte empereur
    imperatrice pape eveque archeveque cardinal pere soeur frere professeur docteur directeur directrice
    etat etats gouvernement parlement assemblee senat chambre cabinet ministere departement republique royaume empire
    constitution internet web nord sud est ouest justice defense interieur exterieur affaires etrangeres
    fleuve riviere lac mont mer ocean baie ile iles pont rue avenue boulevard place parc ville province universite
    ecole musee eglise cathedrale chateau aeroport gare hopital bourse occident orient article
  `),
  ),
  es: new Set(
    words(`
    sr sra srta d dna don dona dr dra san santo santa presidente presidenta ministro ministra primer primera
    canciller gobernador gobernadora alcalde alcaldesa senador senadora diputado diputada secretario secretaria
    embajador general coronel capitan teniente comandante almirante juez jueza rey reina principe princesa duque
    emperador papa obispo arzobispo cardenal padre hermana hermano profesor profesora doctor doctora director directora
    estado estados gobierno parlamento congreso senado camara gabinete ministerio departamento republica reino imperio
    constitucion internet web norte sur este oeste rio lago monte mar oceano bahia isla islas puente calle avenida plaza
    parque ciudad provincia universidad escuela museo iglesia catedral castillo aeropuerto estacion hospital articulo
  `),
  ),
  de: new Set(
    words(`
    uhr prozent euro dollar millionen milliarden million milliarde kilometer kilometern meter metern stunden minuten
    sekunden jahre jahren tage tagen wochen monate monaten herr herrn frau dr prof sankt artikel
  `),
  ),
}

const none: ReadonlySet<string> = new Set()

export const genericNames = (language: Language): ReadonlySet<string> => generic[primarySubtag(language)] ?? none
