/** The rows that the evaluation's table has of the verifier. */
import { type Row, share } from '../../src/eval/table.ts'
import { corpus, type Judged, judged, type Line, rows } from './corpus.ts'

const warnsAlone = ({ right, codes, given }: Judged): boolean =>
  given.outcome === 'accepted' && !right && codes.length > 0

/** `of`: the drafts to judge, all of the corpus where it is absent. */
export const verifierRows = (of: readonly Line[] = corpus()): readonly Row[] => {
  const all = of.map(judged)
  const classes = rows(all)
  const whole = (outcome: Line['outcome']): string => {
    const some = classes.filter((each) => each.outcome === outcome)
    return share(some.filter((each) => each.right === each.of).length, some.length)
  }
  const right = (outcome: Line['outcome']): string => {
    const some = all.filter(({ given }) => given.outcome === outcome)
    return share(some.filter((each) => each.right).length, some.length)
  }
  const honest = all.filter(({ given }) => given.outcome === 'accepted')
  const stopped = honest.filter((each) => !each.right)
  const caught = all.filter(({ given, right: found }) => given.outcome === 'warned' && found).length
  const row = (name: string, value: string): Row => ({ name, values: [value] })
  return [
    row('guarantees: classes of which every draft is rejected', whole('rejected')),
    row('guarantees: classes of which every draft is accepted', whole('accepted')),
    row('guarantees: drafts rejected that must be', right('rejected')),
    row('false rejections', share(stopped.length, honest.length)),
    row('warnings: recall', right('warned')),
    row('warnings: precision', share(caught, caught + stopped.filter(warnsAlone).length)),
  ]
}
