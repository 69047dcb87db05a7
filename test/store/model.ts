/** The contract of the store at its plainest, in lists: what any engine is compared with, call by call. */
import type { AnswerRecord, MessageLink, Store, Verdict } from '../../src/store/contract.ts'

type Call =
  | { readonly call: 'saveAnswer'; readonly record: AnswerRecord }
  | { readonly call: 'linkMessage'; readonly link: MessageLink }
  | { readonly call: 'saveFeedback'; readonly answer: string; readonly member: string; readonly verdict: Verdict }
  | { readonly call: 'admit'; readonly member: string; readonly server: string | undefined; readonly at: number }
  | { readonly call: 'forget' | 'kept'; readonly member: string }
  | { readonly call: 'deleteBefore'; readonly time: number }
  | { readonly call: 'answer' | 'answerByMessage' | 'latestInChannel' | 'feedback' | 'turns'; readonly id: string }

export type { Call }

const QUOTA = { limit: 2, serverLimit: 3, windowMs: 5 }
const TURNS = 3

/** What a store says to a call; for an error, only that it was one. */
export const ask = async (store: Store, call: Call): Promise<unknown> => {
  switch (call.call) {
    case 'saveAnswer':
      return store.saveAnswer(call.record).catch(() => 'refused')
    case 'linkMessage':
      return store.linkMessage(call.link)
    case 'saveFeedback':
      return store.saveFeedback({ answer: call.answer, member: call.member, verdict: call.verdict, at: 1 })
    case 'admit':
      return store.admit({ member: call.member, server: call.server, at: call.at }, QUOTA)
    case 'forget':
    case 'kept':
      return store[call.call](call.member)
    case 'deleteBefore':
      return store.deleteBefore(call.time)
    case 'turns':
      return store.turns(call.id, TURNS)
    case 'answer':
    case 'answerByMessage':
    case 'latestInChannel':
    case 'feedback':
      return store[call.call](call.id)
  }
}

export const createModel = () => {
  let records: readonly AnswerRecord[] = []
  let links: readonly MessageLink[] = []
  let verdicts: readonly { readonly answer: string; readonly member: string; readonly verdict: Verdict }[] = []
  let admissions: readonly { readonly member: string; readonly server: string | undefined; readonly at: number }[] = []

  const find = (id: string | undefined) => records.find((each) => each.id === id)
  const kept = (member: string) => ({
    answers: records.filter((each) => each.asker === member).length,
    feedback: verdicts.filter((each) => each.member === member).length,
  })
  const keep = (stays: (record: AnswerRecord) => boolean) => {
    const before = records.length
    records = records.filter(stays)
    links = links.filter((each) => find(each.answer))
    verdicts = verdicts.filter((each) => find(each.answer))
    return before - records.length
  }

  return (call: Call): unknown => {
    switch (call.call) {
      case 'saveAnswer':
        if (find(call.record.id)) return 'refused'
        records = [...records, call.record]
        return undefined
      case 'linkMessage':
        if (!find(call.link.answer)) return false
        links = [...links.filter((each) => each.message !== call.link.message), call.link]
        return true
      case 'saveFeedback': {
        if (!find(call.answer)) return false
        const { answer, member, verdict } = call
        const others = verdicts.filter((each) => each.answer !== answer || each.member !== member)
        verdicts = [...others, { answer, member, verdict }]
        return true
      }
      case 'admit': {
        const { member, server, at } = call
        const near = admissions
          .filter((each) => each.server === server && Math.abs(each.at - at) < QUOTA.windowMs)
          .sort((a, b) => b.at - a.at)
        const own = near.filter((each) => each.member === member)[QUOTA.limit - 1]
        if (own) return { admitted: false, whose: 'member', againAt: own.at + QUOTA.windowMs }
        const all = server === undefined ? undefined : near[QUOTA.serverLimit - 1]
        if (all) return { admitted: false, whose: 'server', againAt: all.at + QUOTA.windowMs }
        admissions = [...admissions, { member, server, at }]
        return { admitted: true }
      }
      case 'kept':
        return kept(call.member)
      case 'forget': {
        const before = kept(call.member)
        verdicts = verdicts.filter((each) => each.member !== call.member)
        admissions = admissions
          .filter((each) => each.member !== call.member || each.server !== undefined)
          .map((each) => (each.member === call.member ? { ...each, member: '' } : each))
        keep((each) => each.asker !== call.member)
        return before
      }
      case 'deleteBefore':
        admissions = admissions.filter((each) => each.at >= call.time)
        return keep((each) => each.at >= call.time)
      case 'answer':
        return find(call.id)
      case 'answerByMessage':
        return find(links.find((each) => each.message === call.id)?.answer)
      case 'latestInChannel': {
        const shown = links.filter((each) => each.channel === call.id).map((each) => each.answer)
        return records.findLast((each) => !each.private && (each.channel === call.id || shown.includes(each.id)))
      }
      case 'feedback': {
        const count = (verdict: Verdict) =>
          verdicts.filter((each) => each.answer === call.id && each.verdict === verdict).length
        return { up: count('up'), down: count('down') }
      }
      case 'turns': {
        const turns: AnswerRecord[] = []
        for (let next = find(call.id); next && turns.length < TURNS && !turns.includes(next); next = find(next.after))
          turns.unshift(next)
        return turns
      }
    }
  }
}
