/**
 * English words that a question and its answer use for each other, a row each: what is spoken for what is written, a verb
 * for its noun, a country for its people and capital. General words only. Folded; a word may be in several rows.
 */
import { rows } from './table.ts'

export const synonyms = rows(`
  die death dead kill victim casualty fatality
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
  high height tall rise
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
  ban forbid prohibit
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
  penalty fine
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
  far distance mile
  near close
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
