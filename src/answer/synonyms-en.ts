/**
 * English words that questions and newspapers use for each other, a row each: general relations (die, cost, build), what
 * is spoken for what is written, countries with their people and capitals. Folded; a word may be in several rows.
 */
import { rows } from '../text/table.ts'

export const synonyms = rows(`
  die death dead kill victim casualty fatality toll perish life
  born birth native
  cost price expense budget worth value pay spend bill estimate
  salary pay wage earn income
  build construct construction erect work
  open inaugurate opening launch
  begin start launch beginning commence
  end finish complete completion conclude
  found establish create founder creation set invent inventor
  lead head leader chief boss director run president commander chair charge manage
  call name title know nickname dub rename
  live reside home resident inhabitant residence
  win beat victory winner champion defeat
  lose loss defeat fail
  leave depart departure exit
  arrive reach arrival land come
  go travel visit trip journey
  say tell declare state announce explain report
  arrest detain capture suspect custody catch
  steal theft thief heist rob break robbery
  fire blaze burn flame
  building house home edifice structure property
  car vehicle automobile
  boat ship vessel craft lifeboat
  plane aircraft jet
  helicopter chopper
  police officer cop
  doctor physician
  child son daughter baby kid
  marry wife husband wedding spouse
  money fund finance funding
  company firm business corporation
  war conflict battle fight
  soldier troop army military
  long length size high height tall wide width deep depth large big distance
  weight weigh heavy mass
  speed fast quick rapid
  gas fuel petrol gasoline
  people person resident passenger inhabitant man individual visitor
  passenger commuter traveller
  job work employ employee worker
  buy purchase acquire
  sell sale
  increase rise grow growth raise up
  decrease fall decline drop reduce
  sick ill illness disease
  ban forbid prohibit
  allow permit let
  crash accident collision
  save rescue rescuer
  search seek
  find discover discovery uncover recover
  bury grave tomb
  write author book novel writer
  paint painter painting artist canvas
  show depict portray represent
  film direct director movie
  design architect designer
  elect election vote
  use serve employ usage
  eat feed food
  danger risk threat dangerous
  help support aid
  refuse reject refusal
  agree accept agreement
  free charge
  flood rain storm submerge overflow burst
  evacuate leave evacuation
  collapse fall down
  late delay postpone
  expect forecast predict anticipate
  trip expedition voyage journey
  hide hidden conceal
  return bring deliver
  belong own lend owner property
  want offer demand ask exchange
  electricity power
  switch turn cut shut close
  school class
  break record
  fix repair restore restoration
  old age aged
  locate situate lie stand base
  town city village
  teach educate
  lake river sea
  destroy damage ruin
  stop halt cease end
  change alter become
  belief believe think
  large big major main
  speak spokesman spokesperson spokeswoman say
  often frequency per
  daily day
  yearly annual year
  navy fleet naval
  foot pedestrian walk walker
  wrong cheat bad mistake
  strong powerful
  replace succeed successor
  france french paris
  russia russian moscow kremlin
  germany german berlin
  britain british england english uk london
  america american us washington
  spain spanish madrid
  italy italian rome
  belgium belgian brussels
  switzerland swiss
  china chinese beijing
  japan japanese tokyo
  turkey turkish ankara
  ukraine ukrainian kyiv
  poland polish warsaw
  greece greek athens
  syria syrian damascus
  israel israeli
  netherlands dutch holland
  sweden swedish
  denmark danish
  ireland irish dublin
  scotland scottish edinburgh
  wales welsh
  europe european brussels
`)
