/**
 * English words that a question and its answer use for each other, a row each: what is spoken for what is written, a verb
 * for its noun, a country for its people and capital. General words only. Folded; a word may be in several rows.
 */
import { rows } from './table.ts'

export const synonyms = rows(`
  die death dead kill victim casualty fatality drown perish murder crush
  die death kill life survive
  born birth native
  old age aged
  marry wife husband wedding spouse
  child son daughter kid young baby
  parent mother
  parent father
  sibling brother
  sibling sister
  live reside home resident inhabitant residence population
  people person resident inhabitant
  bury grave
  ill illness sick sickness disease
  injure injury wound hurt harm
  treat cure doctor
  doctor physician
  rescue save
  passenger traveller
  work job career profession occupation
  pay salary wage paid earn
  worker staff employee employ labourer
  hire recruit employ
  dismiss sack layoff redundancy
  boss chief executive director ceo head manager
  leader chief head lead
  company firm business maker
  make build manufacture produce made
  factory plant
  customer client buyer
  buy purchase acquire bought
  sell sale sold
  cost price expense charge fee worth
  expensive cost price
  cheap price
  free charge admission
  money fund cash pound dollar
  fund pay finance grant sponsor
  refund repay compensation reimburse
  debt loan borrow
  profit earnings
  tax levy
  increase rise grow growth
  decrease decline fall drop lose
  share stock
  build construct construction erect built builder
  create creation found establish founder
  invent inventor invention devise
  open opening begin launch inaugurate
  close shut closure
  begin start launch beginning
  end finish complete stop
  stop halt cease
  last duration
  reopen reopening resume
  repair fix restore restoration renovate mend
  destroy destruction ruin demolish
  fault error bug failure fail mistake breakdown
  replace successor succeed replacement
  change alter
  cancel cancellation
  abandon quit retire
  protect protection avoid
  prevent avoid
  use serve usage
  find discover discovery found
  search seek
  measure measurement
  long length
  wide width across
  deep depth
  big large size
  heavy weight weigh
  thick thickness
  fast quick speed
  slow delay late
  hot warm heat temperature
  cold cool freeze temperature
  vote ballot election
  elect election
  mayor council
  law bill act rule
  court trial judge
  jail prison
  police officer
  arrest detain capture
  steal stole stolen theft thief rob
  agree agreement deal accept
  refuse refusal reject turn decline
  ask request demand
  allow permit permission
  promise pledge
  oppose opposition against
  criticise criticize criticism complain complaint blame
  doubt sceptic sceptical skeptic convinced convince question
  fear worry afraid scared concern
  hope expect
  help support aid
  protest demonstrate demonstration march
  strike walkout
  announce announcement
  say tell declare explain
  aim goal purpose
  cause reason lead trigger
  own owner belong
  apologise apology sorry
  inquiry investigation investigate
  war conflict battle
  attack assault strike raid bombing
  soldier troop army military
  weapon arm
  boat ship vessel barge ferry
  plane aircraft jet
  car vehicle
  train rail railway
  road street
  route path way
  trip travel journey visit voyage
  leave depart departure left
  arrive arrival reach
  come origin
  carry transport bring haul
  take lead bring carry
  cross across over traverse
  ride cross travel
  wrong fault cheat mistake bad
  drop abandon cancel renounce
  base headquarter locate
  town city village
  country nation state
  house home building
  sea ocean
  river stream
  rain flood storm
  fire burn blaze
  tree wood forest
  walk foot
  school pupil student classroom
  teach teacher taught learn
  university college
  study research survey
  scientist researcher expert biologist
  book novel
  write author wrote
  publish journal print
  paint painter painting
  film movie director
  sing singer song
  museum exhibition
  name call nickname
  map chart
  win victory winner beat champion won
  lose defeat loss
  match game final
  team side club
  captain skipper
  coach manager trainer
  score point goal
  prize reward award trophy cup
  train practise practice
  fan supporter crowd spectator audience
  visitor tourist
  eat feed food meal diet
  drink beverage
  cook bake oven
  keep store
  catch hunt
  predator hunt prey
  live life lifespan
  husband married
  girlfriend boyfriend partner
  friend companion
  family relative
  nationality native
  date build built
  designer architect engineer design
  build architect engineer
  construct engineer
  discover describe explore explorer
  discover find first
  illegal ban forbid prohibit
  second runner
  latest last recent
  current now today present
  previous former before
  total altogether
  accident crash collision disaster
  crash collide collision accident
  collapse fall fell crush
  explode explosion blast
  evacuate rehouse shelter
  disappear vanish missing lost
  suspect accuse blame
  crime murder criminal
  damage loss harm
  extinguish control
  cheat trick fraud swindle swap
  admission entrance entry ticket
  ticket fare
  toll fee
  price cost pay pound dollar euro
  fine penalty charge
  rent hire lease
  income earn salary
  spend cost
  budget cost fund
  member membership join
  volunteer unpaid
  population people inhabitant live
  weigh weight kilo gram ton
  tall height high foot metre rise
  far distance mile away
  size big square
  area square cover
  thick inch
  often once twice every
  limit maximum most
  amount total
  start begin found
  appear show emerge
  opening hour open
  closest near nearest
  nearest close near
  reopen open
  birthday born
  danger dangerous risk threat threaten
  dangerous danger harm
  safe safety secure
  meet see
  discuss talk
  convince persuade
  decide decision choose
  send post mail
  deliver delivery
  donate give
  receive get
  quit resign leave
  resign resignation quit
  withdraw retire
  learn study
  famous known celebrated
  nickname known
  truck lorry
  driver drive
  cyclist bicycle
  firefighter fireman
  child teenager girl boy
  neighbour resident
  witness tell
  ingredient recipe
  record best longest
  medal podium
  address street
  clean wash wipe
  borrow lend loan
  last keep
  panic stampede
  crowd people
  worker labourer employ men
  replace place succeed
  boss head lead
  colour color paint
  invent create
  france french paris
  russia russian moscow kremlin
  germany german berlin
  britain british england english london
  america american washington
  spain spanish madrid
  italy italian rome
  belgium belgian brussels
  switzerland swiss
  china chinese beijing
  japan japanese tokyo
  turkey turkish ankara
  ukraine ukrainian kyiv
  syria syrian damascus
  europe european brussels
`)
