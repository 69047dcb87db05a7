/**
 * German verbs whose forms no rule takes back to the infinitive, folded, one a line, the infinitive first: strong ones,
 * and a few weak ones that questions have often. Forms that are more often a noun are left out: Band, Stahl, Wiesen.
 */
export const irregularGerman = `
  bauen gebaut baute bauten
  befehlen befahl befohlen befahlen befiehlt
  befinden befand befunden befanden befindet
  beginnen begann begonnen begannen beginnt
  beissen biss gebissen bissen beisst
  bekommen bekam bekamen bekommt
  biegen bog gebogen
  bieten bot geboten bietet
  binden band gebunden bindet
  bitten bat gebeten baten bittet
  blasen blies geblasen bliesen blast
  bleiben blieb geblieben blieben bleibt
  brechen brach gebrochen brachen bricht
  brennen brannte gebrannt brannten brennt
  bringen brachte gebracht brachten bringt
  dauern gedauert dauerte
  denken dachte gedacht dachten denkt
  dringen drang gedrungen drangen dringt
  empfangen empfing empfingen empfangt
  empfehlen empfahl empfohlen empfahlen empfiehlt
  entscheiden entschied entschieden entscheidet
  entstehen entstand entstanden entsteht
  erfahren erfuhr erfuhren erfahrt
  erhalten erhielt erhielten
  erscheinen erschien erschienen erscheint
  essen ass gegessen assen isst
  fahren fuhr gefahren fuhren fahrt
  fallen fiel gefallen fielen fallt
  fangen fing gefangen fingen fangt
  finden fand gefunden fanden findet
  fliegen flog geflogen flogen fliegt
  fliehen floh geflohen flohen flieht
  fliessen floss geflossen fliesst
  fressen frass gefressen frassen frisst
  frieren fror gefroren froren
  geben gab gegeben gaben gibt
  geboren gebaren gebar
  gehen ging gegangen gingen geht
  gelingen gelang gelungen gelangen gelingt
  gelten galt gegolten galten gilt
  geschehen geschah geschahen geschieht
  gewinnen gewann gewonnen gewannen gewinnt
  giessen goss gegossen gossen
  greifen griff gegriffen griffen greift
  grunden gegrundet grundete
  halten hielt gehalten hielten
  hangen hing gehangen hingen hangt
  heben hob gehoben hoben hebt
  heissen hiess geheissen hiessen heisst
  helfen half geholfen halfen hilft
  kennen kannte gekannt kannten kennt
  klingen klang geklungen klangen klingt
  kommen kam gekommen kamen kommt
  kosten gekostet kostete kosteten
  laden lud geladen luden
  lassen liess gelassen liessen lasst
  laufen lief gelaufen liefen lauft
  leiden litt gelitten litten leidet
  leihen lieh geliehen liehen leiht
  leiten geleitet leitete
  lesen las gelesen lasen liest
  liegen lag gelegen liegt
  meiden mied gemieden mieden
  messen mass gemessen misst
  nehmen nahm genommen nimmt nahmen
  nennen nannte genannt nannten nennt
  offnen geoffnet offnete
  raten riet geraten rieten
  reiten ritt geritten ritten reitet
  rennen rannte gerannt rannten rennt
  rufen rief gerufen riefen ruft
  schaffen schuf geschaffen schufen schafft
  scheiden schied geschieden schieden
  schieben schob geschoben schoben schiebt
  schiessen schoss geschossen schossen schiesst
  schlafen schlief geschlafen schliefen schlaft
  schlagen schlug geschlagen schlugen schlagt
  schliessen schloss geschlossen schlossen schliesst
  schmelzen schmolz geschmolzen schmolzen schmilzt
  schneiden schnitt geschnitten schnitten schneidet
  schreiben schrieb geschrieben schrieben schreibt
  schreien schrie geschrien schrien schreit
  schweigen schwieg geschwiegen schwiegen schweigt
  schwimmen schwamm geschwommen schwammen schwimmt
  schworen schwor geschworen schwort
  sehen sah gesehen sieht sahen
  senden sandte gesandt sandten sendet
  singen sang gesungen sangen singt
  sinken sank gesunken sanken sinkt
  sitzen sass gesessen sassen sitzt
  spielen gespielt spielte
  sprechen sprach gesprochen spricht sprachen
  springen sprang gesprungen sprangen springt
  stattfinden stattfand stattgefunden stattfanden stattfindet
  stehen stand gestanden standen steht
  stehlen gestohlen stahlen stiehlt
  steigen stieg gestiegen stiegen steigt
  sterben starb gestorben starben stirbt tot tote toten
  stossen stiess gestossen stiessen stosst
  streiten stritt gestritten stritten streitet
  tragen trug getragen tragt trugen
  treffen traf getroffen trifft trafen
  treiben trieb getrieben trieben treibt
  treten trat getreten traten tritt
  trinken trank getrunken tranken trinkt
  verbieten verbot verboten verbietet
  verbinden verband verbunden verbanden verbindet
  vergessen vergass vergassen vergisst
  vergleichen verglich verglichen vergleicht
  verlassen verliess verliessen verlasst
  verlieren verlor verloren verliert
  verschwinden verschwand verschwunden verschwanden verschwindet
  versprechen versprach versprochen verspricht
  verstehen verstand verstanden versteht
  wachsen wuchs gewachsen wachst wuchsen
  waschen wusch gewaschen wuschen wascht
  weisen wies gewiesen weist
  wenden wandte gewandt wandten wendet
  werben warb geworben warben wirbt
  werfen warf geworfen wirft warfen
  wiegen wog gewogen wogen wiegt
  wissen wusste gewusst wussten
  zahlen gezahlt zahlte
  ziehen zog gezogen zogen zieht
  zwingen zwang gezwungen zwangen zwingt
`
