/** A process that writes, and says of each write that it was acknowledged: `processes.test.ts` runs and kills it. */
import { writeSync } from 'node:fs'
import { noCaps } from '../../src/limits.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { noUsage } from '../../src/types.ts'
import { article } from '../fakes/articles.ts'
import { articleRecord, record, roomy } from './samples.ts'

const [folder = '', name = '', count = ''] = process.argv.slice(2)

/** What each call comes to. */
const TOKENS = 7

// Synchronous, so that a line is out before the next write begins.
const say = (line: string) => writeSync(1, `${line}\n`)

say('opening')
const store = await openSqlite({ folder })
for (let number = 0; number < Number(count); number += 1) {
  const id = `${name}-${number}`
  await store.saveAnswer(record({ id, asker: name, question: `${id} `.repeat(1 + (number % 400)) }))
  say(`saved ${id}`)
  await store.linkMessage({ answer: id, channel: name, message: id })
  say(`linked ${id}`)
  const { hourlyLimit } = await store.changeSettings(name, (present) => ({
    ...present,
    hourlyLimit: present.hourlyLimit + 1,
  }))
  await store.changeSettings('all', (present) => ({ ...present, hourlyLimit: present.hourlyLimit + 1 }))
  say(`changed ${hourlyLimit}`)
  const call = { id, payer: { kind: 'server', id: name }, model: 'small', at: 1, until: 2 } as const
  const most = { tokens: 50, micros: 50 }
  await store.reserve({ ...call, most, sent: { tokens: 5, micros: 5 } }, { own: noCaps, total: noCaps })
  await store.settle(call, { ...noUsage, inputTokens: TOKENS, calls: 1, micros: TOKENS })
  say(`settled ${id}`)
  const own = `${name}/${number}`
  const limits = { ...roomy, articles: 1_000_000, paragraphs: 1_000_000, characters: 1_000_000_000 }
  await store.addArticle(articleRecord(own, [`${own} `.repeat(1 + (number % 90))]), limits)
  say(`added ${own}`)
  if (number % 3 === 0) {
    await store.replaceArticle(article(own, [`${own}, anew`]), 9, limits)
    say(`replaced ${own}`)
  }
  if (number % 7 === 6) {
    await store.removeArticle(own)
    say(`removed ${own}`)
  }
  if (number % 10 === 9) {
    await store.saveAnswer(record({ id: `${id}-secret`, asker: `${name}-secret` }))
    await store.forget(`${name}-secret`)
    say(`forgot ${id}-secret`)
  }
}
await store.close()
say('closed')
