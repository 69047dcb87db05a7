/** The words by which a sentence is turned round or held back: negations, reservations and opposites. Folded. */
import { primarySubtag } from '../text/language.ts'
import { rows, words } from '../text/table.ts'
import type { Language } from '../types.ts'

export type PolarityWords = {
  readonly negations: ReadonlySet<string>
  /** Of one word or several. */
  readonly hedges: readonly (readonly string[])[]
  /** Each word with its opposites. */
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>
}

/** A word to the left says the contrary of one to the right, in the same line. */
const opposed = (lines: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const map = new Map<string, Set<string>>()
  const add = (from: string, to: string): void => void map.set(from, (map.get(from) ?? new Set()).add(to))
  for (const row of rows(lines)) {
    const bar = row.indexOf('|')
    for (const left of row.slice(0, bar))
      for (const right of row.slice(bar + 1)) {
        add(left, right)
        add(right, left)
      }
  }
  return map
}

const english: PolarityWords = {
  negations: new Set(
    words('not no never none nobody nothing neither nor without cannot hardly scarcely barely unable'),
  ),
  hedges: rows(`
    alleged
    allegedly
    reportedly
    supposedly
    apparently
    may
    might
    could
    possibly
    probably
    perhaps
    maybe
    likely
    suspected
    about
    around
    approximately
    roughly
    nearly
    almost
    at least
    at most
    up to
    more than
    less than
    seems
    seemed
    appears
    appeared
  `),
  opposites: opposed(`
    more | less fewer
    most | least
    increase increased increases rise rises rose grew grow grows gain gained | decrease decreased decreases fall falls fell drop dropped drops decline declined lost
    before | after
    above over | below under
    first | last
    early earlier | late later
    high higher highest tall taller tallest | low lower lowest short shorter shortest
    large larger largest big bigger biggest great greater greatest | small smaller smallest little
    long longer longest | short shorter shortest
    many | few
    good better best | bad worse worst
    strong stronger strongest | weak weaker weakest
    rich richer | poor poorer
    old older oldest | new newer newest young younger youngest
    open opened opens opening | close closed closes closing shut
    begin began begun begins start started starts beginning | end ended ends finish finished stop stopped
    win won wins | lose lost loses
    accept accepted accepts agree agreed agrees approve approved | reject rejected rejects refuse refused refuses
    support supported supports favour favor | oppose opposed opposes against
    allow allowed allows permit permitted | forbid forbidden forbade ban banned prohibit prohibited prevent prevented
    succeed succeeded success | fail failed failure
    arrive arrived arrives enter entered | leave left leaves depart departed
    buy bought buys | sell sold sells
    up upward | down downward
    inside within | outside
    with | without
    true | false
    possible | impossible
    legal | illegal
    safe safer | dangerous unsafe
    cheap cheaper | expensive dearer
    easy easier | hard harder difficult
    fast faster quick quickly | slow slower slowly
    north northern | south southern
    east eastern | west western
    left | right
    public | private
    alive living lived | dead died
    friend ally allies | enemy enemies
    war | peace
    add added adds | remove removed removes
    include included includes including | exclude excluded excludes excluding
    confirm confirmed confirms | deny denied denies
    always | never
    all every everyone everybody | none nobody
    same | different
    both | neither
    success | failure
    longest | shortest
    hired appointed | dismissed fired sacked
    rejected | approved
    firm firmer | soft softer
    wet | dry
    hot hotter warm warmer | cold colder cool cooler
    dark darker | light lighter
    deep deeper | shallow
    thick thicker | thin thinner
    ill sick | healthy well
    found | lost
    son | daughter
    father | mother
    husband | wife
    brother | sister
    man men boy boys | woman women girl girls
    victory | defeat
  `),
}

const french: PolarityWords = {
  negations: new Set(
    words('pas jamais rien aucun aucune aucunement nul nulle ni non sans personne guere nullement incapable'),
  ),
  hedges: rows(`
    au moins
    au plus
    au maximum
    au minimum
    environ
    about
    pres de
    plus de
    moins de
    jusqu a
    presque
    peut etre
    probablement
    sans doute
    apparemment
    presume
    presumee
    presumes
    suppose
    supposee
    supposes
    pretendu
    pretendument
    pourrait
    pourraient
    peut
    peuvent
    devrait
    devraient
    aurait
    auraient
    serait
    seraient
    semble
    semblent
  `),
  opposites: opposed(`
    plus davantage | moins
    augmenter augmente augmentent augmentation hausse croit grimpe multiplier multiplie | diminuer diminue diminuent diminution baisse baisser recule reduire reduit
    avant | apres
    dessus | dessous
    premier premiere premiers premieres | dernier derniere derniers dernieres
    tot | tard
    haut haute hauts hautes eleve elevee | bas basse basses
    grand grande grands grandes vaste vastes | petit petite petits petites
    long longue longs longues | court courte courts courtes
    beaucoup nombreux nombreuses | peu rares
    meilleur meilleure mieux bon bonne | pire pis mauvais mauvaise
    fort forte forts fortes | faible faibles
    riche riches | pauvre pauvres
    ancien ancienne vieux vieille | nouveau nouvelle recent recente recents recentes
    ouvrir ouvre ouvert ouverte ouverture | fermer ferme fermee fermeture
    commencer commence debut debute | finir finit fin termine cesse cesser
    gagner gagne victoire | perdre perd perdu defaite
    accepter accepte accord choisi choisir | refuser refuse rejette desaccord renonce renoncer
    soutenir soutient soutien appuie appui | combattre combat opposition oppose
    autoriser autorise permet permettre | interdire interdit empeche empecher
    reussir reussite succes | echouer echec
    arriver arrive entrer entre | partir part quitter quitte sortir
    acheter achete | vendre vend
    dedans interieur | dehors exterieur
    avec | sans
    vrai | faux
    possible | impossible
    legal | illegal
    sur sure | dangereux dangereuse
    facile | difficile
    rapide rapidement vite | lent lentement
    nord | sud
    est | ouest
    gauche | droite
    public publique | prive privee
    vivant vivants | mort morte morts
    ami allie allies allie | ennemi ennemis adversaire
    guerre | paix
    ajouter ajoute | retirer retire
    inclure compris | exclure exclu
    confirmer confirme | dementir dement nier nie
    toujours | jamais
    meme memes | different differents differente differentes
    unique seul seule | multiple plusieurs
    renforce renforcer | affaibli affaiblir
    souhaite souhaiter veut | redoute craint refuse
    souvent | rarement
    surtout | rarement
    danger menace | securite
    modere moderes | extremiste extremistes radical radicaux
    fils | fille
    pere | mere
    homme hommes | femme femmes
    chaud | froid
    present | absent
    interesse interessaient | indifferent
    rassembler rassemble unir | diviser divise
    continue continuer | cesse cesser arrete
  `),
}

const spanish: PolarityWords = {
  negations: new Set(words('no nunca jamas nada nadie ningun ninguno ninguna sin ni tampoco')),
  hedges: rows(`
    al menos
    por lo menos
    alrededor
    unos
    cerca de
    mas de
    menos de
    hasta
    casi
    quiza
    quizas
    tal vez
    probablemente
    presunto
    presunta
    presuntamente
    supuesto
    supuestamente
    podria
    podrian
    puede
    parece
  `),
  opposites: opposed(`
    mas | menos
    antes | despues
    primero primera primer | ultimo ultima
    alto alta | bajo baja
    grande | pequeno pequena
    aumento aumentar aumenta sube | disminuyo disminuir disminuye baja reduccion
    ganar gano victoria | perder perdio derrota
    abrir abierto abrio | cerrar cerrado cerro
    aceptar acepto | rechazar rechazo
    con | sin
    norte | sur
    este | oeste
    guerra | paz
    siempre | nunca
    nuevo nueva | viejo antiguo antigua
  `),
}

const german: PolarityWords = {
  negations: new Set(words('nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder noch')),
  hedges: rows(`
    mindestens
    hochstens
    etwa
    rund
    ungefahr
    fast
    vielleicht
    wahrscheinlich
    mutmasslich
    angeblich
    konnte
    soll
    sollen
  `),
  opposites: opposed(`
    mehr | weniger
    vor | nach
    erste ersten erster | letzte letzten letzter
    hoch hohe hoher | niedrig tief
    gross grosse grosser | klein kleine kleiner
    gewonnen gewann | verloren verlor
    mit | ohne
    immer | nie
    norden | suden
    osten | westen
    krieg | frieden
  `),
}

const tables: Readonly<Record<string, PolarityWords>> = { en: english, fr: french, es: spanish, de: german }

/** `undefined` for a language that has no such table. */
export const polarityWords = (language: Language): PolarityWords | undefined => tables[primarySubtag(language)]
