/** French, as admins meet it where limits, costs and statistics are shown. */
import type { Cap, Spending } from '../limits.ts'
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { fr } from './fr.ts'
import { typeset as set } from './typeset.ts'

const { number, quote } = fr
const count = (value: number, one: string, several: string) => `${number(value)} ${value < 2 ? one : several}`
const amounts = ({ tokens, micros }: Spending) => `${count(tokens, 'token', 'tokens')} · ${fr.dollars(micros)}`
const used = ({ tokens, micros }: Spending, cap: Cap) => {
  const of = (most: string | undefined) => (most === undefined ? '' : ` sur ${most}`)
  const money = of(cap.micros === undefined ? undefined : fr.dollars(cap.micros))
  return `${count(tokens, 'token', 'tokens')}${of(cap.tokens === undefined ? undefined : number(cap.tokens))} · ${fr.dollars(micros)}${money}`
}
const capped = ({ tokens, micros }: Cap) => {
  const parts = [
    ...(tokens === undefined ? [] : [count(tokens, 'token', 'tokens')]),
    ...(micros === undefined ? [] : [fr.dollars(micros)]),
  ]
  return parts.length === 0 ? 'sans plafond' : parts.join(' et ')
}

export const limitsFr: Pick<DiscordCatalogue, 'limits' | 'stats'> = {
  limits: {
    heading: 'Limites et coûts de ce serveur',
    serverHourlyLimit: 'Questions par heure, tous les membres ensemble',
    budget: 'Budget du modèle',
    about: set`Les jours et les mois commencent à minuit, temps universel (UTC). Quand un budget ne suffit plus, les réponses sont des citations seules et le disent.`,
    today: (spent, cap) => set`Aujourd’hui : ${used(spent, cap)}`,
    month: (spent, cap) => set`Ce mois-ci : ${used(spent, cap)}`,
    unpriced: (model) =>
      set`Le prix de ${quote(model)} n’est pas connu : seuls ses tokens comptent, et les plafonds en dollars restent sans effet.`,
    withoutModel: set`Aucun modèle n’est en service : rien ne coûte.`,
    ceiling: (day, month) => set`Le bot permet au plus : par jour, ${capped(day)} ; par mois, ${capped(month)}.`,
    change: 'Changer les plafonds',
    title: 'Plafonds du modèle',
    caps: {
      dailyTokens: 'Tokens par jour',
      monthlyTokens: 'Tokens par mois',
      dailyMicros: 'Dollars par jour',
      monthlyMicros: 'Dollars par mois',
    },
    none: set`Vide : sans plafond`,
    atMost: (ceiling) => set`Vide : le plafond du bot, ${ceiling}`,
    unanswered: 'Questions restées sans réponse',
    unansweredOn: set`Leur texte est gardé ici pour les admins, sans le nom de leur auteur ; /statistiques le montre.`,
    unansweredOff: 'Leur texte n’est pas gardé pour les admins',
    keepUnanswered: 'Garder ces questions',
    dropUnanswered: 'Ne plus les garder',
  },

  stats: {
    heading: 'Statistiques de ce serveur',
    about: (days, last) => set`${count(days, 'jour', 'jours')} jusqu’au ${last}, en temps universel (UTC)`,
    nothing: 'Rien n’a été demandé pendant ce temps.',
    questions: (asked) => count(asked, 'demande', 'demandes'),
    answered: (model, extract) =>
      set`Questions répondues : ${number(model + extract)}, dont ${number(model)} par le modèle et ${number(extract)} par des citations seules`,
    summaries: (written) => set`Résumés : ${number(written)}`,
    checks: (checked) => set`Affirmations vérifiées : ${number(checked)}`,
    notFound: (times) => set`Absentes des articles : ${number(times)}`,
    verdicts: (up, down) => set`Avis : 👍 ${number(up)} · 👎 ${number(down)}`,
    model: 'Modèle',
    calls: (calls, spent) => set`En tout : ${amounts(spent)}, pour ${count(calls, 'appel', 'appels')} au modèle`,
    unpriced: (calls) => `Le prix de ${count(calls, 'appel', 'appels')} n’est pas connu.`,
    byDay: 'Jour par jour',
    overview: 'Vue d’ensemble',
    day: (day, questions, notFound, spent) =>
      set`${day} : ${count(questions, 'demande', 'demandes')}, dont ${number(notFound)} sans réponse · ${amounts(spent)}`,
    unanswered: (total) => count(total, 'question sans réponse', 'questions sans réponse'),
    noUnanswered: 'Aucune question sans réponse n’est gardée.',
    notKept: set`Le texte des questions sans réponse n’est pas gardé. /réglages permet de le garder.`,
    whose: set`La dernière d’abord, sans le nom de leur auteur ; les questions privées n’y sont pas.`,
  },
}
