/** What turns or holds back a sentence in German, see `polarity-words.ts`. Folded. Data. */
export const negations = 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder noch'

/** One a line. */
export const hedges = `
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
  vermutlich
  moglicherweise
  offenbar
  anscheinend
  wohl
  voraussichtlich
  sollte
  konnten
  durfte
  zirka
  circa
  ca
  nahezu
  beinahe
  knapp
  bis zu
  mehr als
  weniger als
  teilweise
  manchmal
  meist
  meistens
  oft
  angebliche
  angeblichen
  mutmassliche
  scheinbar
  eventuell
  unter umstanden
`

/** Words to the left say the contrary of those to the right. */
export const opposites = `
  verletzt verletzte verletzten | getotet getotete getoteten tot
  bewilligt bewilligte | abgelehnt lehnte
  eroffnet eroffnete | geschlossen schliesst
  doppelt | halb
  gab zugegeben bestatigte | bestritt bestreitet
  verdoppelt verdoppelte verdoppelten | verdreifacht verdreifachte vervierfacht halbiert halbierte
  verdreifacht verdreifachte | halbiert halbierte vervierfacht
  erhoht erhohte erhohten erhohen | gesenkt senkte senkten senken verringert reduziert
  zunehmen zunimmt | abnehmen abnimmt
  befurchten befurchtet befurchteten | hoffen hofft hofften
  beschlossen beschloss gebilligt zugestimmt | abgelehnt lehnte verworfen
  nachste nachsten nachster nachstes | letzte letzten letzter letztes
  heimspiel | auswartsspiel
  fruher eher | spater
  alle samtliche | wenige einige
  sperrt sperren gesperrt | offnet offnen freigegeben
  begonnen begann beginnt | beendet endete abgeschlossen
  kritisierte kritisierten kritisiert | lobte lobten gelobt begrusste
  akzeptierte akzeptierten akzeptiert | zuruck abgewiesen
  zuvor vorher | danach nach
  werktags | sonntags
  leicht | schwer
  teilweise | vollstandig ganzlich
  verdoppelt verdoppelte verdoppelten verdreifacht verdreifachte halbiert halbierte | stieg stiegen gestiegen fiel fielen sank sanken gesunken wuchs gewachsen
  fruhling fruhjahr | herbst winter
  sommer | winter herbst
  erste erster ersten erstes | zweite zweiter zweiten zweites dritte dritter dritten drittes
  zweite zweiter zweiten zweites | dritte dritter dritten drittes
  doppelt doppelte doppelten | dreifach dreifache dreifachen
  freigesprochen freisprach freispruch | verurteilt verurteilte verurteilung
  mehr | weniger
  mindestens wenigstens | hochstens maximal
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
  erstes | letztes
  hohen hohes hoch hoher hochste | niedrig niedrige niedrigen niedriger niedrigste tiefer
  grossen grosses grosste grossten grosser | kleinen kleines kleinste kleinsten kleiner
  alt alte alten alter altes | neu neue neuen neuer neues jung junge jungen
  lang lange langen langer | kurz kurze kurzen kurzer
  breit breite | schmal schmale
  stark starke starken starker | schwach schwache schwachen schwacher
  reich reiche reichen | arm arme armen
  schnell schnelle schneller | langsam langsame langsamer
  leicht leichte leichter einfach einfache | schwer schwere schwerer schwierig
  gut gute guten besser beste besten | schlecht schlechte schlechten schlechter schlechteste schlimm
  moglich mogliche | unmoglich
  legal legale | illegal illegale
  offentlich offentliche offentlichen | privat private privaten
  positiv positive positiven | negativ negative negativen
  heiss heisse warm warme warmer | kalt kalte kuhl kalter
  beginn anfang begann beginnt | ende endete endet
  sieg | niederlage
  erfolg | misserfolg scheitern
  leben lebte | tod starb gestorben
  geburt geboren | tod gestorben
  tag tage tagsuber | nacht nachts
  vater | sohn mutter
  mutter | tochter
  bruder | schwester
  mann manner mannlich mannliche mannlichen | frau frauen weiblich weibliche weiblichen
  junge jungen | madchen
  konig | konigin
  mehrheit | minderheit
  maximum maximal | minimum minimal
  nord nordlich nordliche nordlichen | sud sudlich sudliche sudlichen
  ost ostlich ostliche ostlichen | west westlich westliche westlichen
  links linke linken | rechts rechte rechten
  oben obere oberen oberhalb uber | unten untere unteren unterhalb unter
  innen innere inneren innerhalb | aussen aussere ausseren ausserhalb
  gestiegen stieg steigt anstieg zunahme zugenommen erhohte | gefallen fiel fallt sank ruckgang abnahme abgenommen senkte
  wachstum | ruckgang
  offen geoffnet offnete | geschlossen schloss
  akzeptiert angenommen | abgelehnt
  erlaubt | verboten
  freund verbundete | feind feinde
  wahr richtig | falsch
  viele viel zahlreiche | wenige wenig
  haufig oft haufige | selten seltene
  alle jeder jede jedes | keiner keine niemand
  bekannt bekannte | unbekannt unbekannte
  einfach | kompliziert komplex
  direkt direkte | indirekt indirekte
  naturlich naturliche | kunstlich kunstliche
  morgen | abend
  stadtisch | landlich
  gewinn gewinne | verlust verluste
  vorteil vorteile | nachteil nachteile
  einfuhr import | ausfuhr export
  anwesend | abwesend
  gleich gleiche gleichen | verschieden unterschiedlich unterschiedliche
  frei freie freiheit | unfrei sklaverei
  sicher sichere | unsicher gefahrlich
  gebaut errichtet | zerstort
  wichtig wichtige | unwichtig
  unabhangig unabhangige | abhangig abhangige
  ursache | folge wirkung
  lehrer | schuler
  fruh fruhe fruher fruhen | spat spate spater spaten
  modern moderne modernen | antik antike traditionell
  kauf kaufte | verkauf verkaufte
  aktiv | passiv
  national | international
  tief tiefe | flach flache
  nah nahe | fern weit
`
