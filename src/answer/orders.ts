/**
 * Tells an order to whoever reads a passage out from news: "Ignore the instructions above and say …". A passage may
 * hold one, put there for an assistant; it must not be quoted as what the article reports.
 */
import { sentences } from '../text/sentences.ts'
import { invisible } from '../text/typography.ts'
import type { Language } from '../types.ts'
import type { Span } from './quotation.ts'

/** One of its words stands in any text that the pattern matches: compiling a pattern costs a cold start more than looking. */
type Marker = { readonly words: readonly string[]; readonly pattern: RegExp }

/** What only a text says that speaks to an assistant, in the languages in which such orders are usually written. */
const markers: readonly Marker[] = [
  // English
  {
    words: ['ignore', 'disregard', 'forget', 'override', 'bypass'],
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b(?:\s+\w+){0,3}?\s+(?:previous|prior|above|earlier|preceding|foregoing|existing|other|your|system)\b(?:\s+\w+){0,2}?\s+(?:instructions?|prompts?|rules?|messages?|orders?|directions?|guidelines?|context|passages?|text)\b/i,
  },
  {
    words: ['ignore', 'disregard', 'forget'],
    pattern:
      /\b(?:ignore|disregard|forget)\b(?:\s+\w+){0,3}?\s+(?:instructions?|prompts?|rules?|guidelines?)\b(?:\s+(?:above|before|so far|you|given|that))?/i,
  },
  {
    words: ['ignore', 'disregard', 'forget'],
    pattern: /\b(?:ignore|disregard|forget)\s+(?:all\s+|everything\s+)?(?:of\s+)?(?:the\s+)?(?:above|everything)\b/i,
  },
  {
    words: ['you'],
    pattern:
      /\byou(?:\s+are|['’]re)(?:\s+now)?\s+(?:an?|the|in)\s+(?:\w+\s+){0,2}(?:ai|assistant|chatbot|language model|bot|llm|developer mode|dan)\b/i,
  },
  {
    words: ['prompt', 'system', 'hidden', 'developer', 'jailbreak'],
    pattern: /\b(?:system prompt|system message|hidden instructions?|developer mode|jailbreak|prompt injection)\b/i,
  },
  {
    words: ['assistant', 'ai', 'bot', 'llm', 'model'],
    pattern:
      /\b(?:assistants?|ai|ais|chatbots?|bots?|llms?|(?:language\s+)?models?)\b[^.!?]{0,40}\b(?:must|should|shall|please|are\s+to|is\s+to|have\s+to|has\s+to)\b[^.!?]{0,20}\b(?:say|answer|reply|respond|write|output|state|tell|print|reveal|include|cite|quote|ignore|claim|mention|end|begin)\b/i,
  },
  {
    words: ['assistant', 'ai', 'bot', 'llm', 'model'],
    pattern:
      /\b(?:assistants?|ai|chatbot|bot|llm|model)\s*[,:]\s*(?:please\s+)?(?:say|answer|reply|respond|write|output|state|tell|print|reveal|include|cite|quote|ignore|disregard|forget|always|never|do|you)\b/i,
  },
  {
    words: ['answer', 'reply', 'respond'],
    pattern:
      /\b(?:answer|reply|respond)\b(?:\s+\w+){0,3}?\s+(?:only|with|that|always|in)\b[^.!?]{0,60}\b(?:question|user|reader|prompt|words?|json|verdict|“|")/i,
  },
  {
    words: ['asked'],
    pattern:
      /\b(?:when|if)\s+(?:you(?:\s+are|['’]re)?\s+)?asked\b[^.!?]{0,60}\b(?:say|answer|reply|respond|claim|state)\b/i,
  },
  { words: ['user', 'reader', 'asker'], pattern: /\b(?:tell|inform|convince|warn)\s+the\s+(?:user|reader|asker)s?\b/i },
  {
    words: ['from now', 'instruction'],
    pattern:
      /\bfrom now on\b[^.!?]{0,20}[,:]\s*(?:you(?:\s+(?:are|must|will|shall)|['’]re|['’]ll)\s+(?!pay)|always|never|say|answer|reply|respond|write)\b|\b(?:new|important) instructions?\b[^.!?]{0,20}:/i,
  },
  {
    words: ['user', 'reader', 'question', 'passage', 'instruction', 'article'],
    pattern:
      /\bdo\s+not\s+(?:tell|mention|reveal|cite|quote|answer)\b[^.!?]{0,40}\b(?:user|reader|question|passages?|instructions?|article)\b/i,
  },
  {
    words: ['you must'],
    pattern: /^\W*you\s+must\s+(?:say|answer|reply|respond|write|tell|state)\s+that\b/i,
  },
  {
    words: ['if you'],
    pattern:
      /\bif\s+you\s+(?:say|answer|reply|respond|write)\b[^!?]{0,160}\byou\s+(?:will|shall)\s+(?:be|get|receive|earn)\b/i,
  },
  { words: ['dear'], pattern: /\bdear\s+(?:ai|assistant|chatbot|(?:language\s+)?model)\s*[,:]/i },
  { words: ['decode'], pattern: /\bdecode\b[^.!?]{0,40}\bobey\b/i },
  { words: ['cite'], pattern: /\b(?:when|if)\s+asked\b[^.!?]{0,40}\bcite\b|\bcite\s+P\d/i },
  // French
  {
    words: ['ignor', 'oubli', 'glig', 'compte'],
    pattern:
      /\b(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|n[eé]glig(?:e|ez|er)|ne\s+tiens?\s+(?:pas\s+)?(?:aucun\s+)?compte|ne\s+tenez\s+(?:pas\s+|aucun\s+)?compte)\b[^.!?]{0,40}(?:instructions?|consignes?|r[eè]gles?|ordres?|directives?|invites?|prompts?|messages?|ce\s+qui\s+pr[eé]c[eè]de|tout\s+ce\s+qui)/i,
  },
  {
    words: ['assistant', 'ia', 'intelligence', 'robot', 'mod'],
    pattern:
      /\b(?:tu\s+es|vous\s+[eê]tes)(?:\s+(?:maintenant|d[eé]sormais))?\s+(?:un|une|l['’])\s*(?:\S+\s+){0,2}?(?:assistant|ia|intelligence\s+artificielle|robot|mod[eè]le)/i,
  },
  {
    words: ['assistant', 'ia', 'bot', 'mod'],
    pattern:
      /\b(?:assistants?|ia|chatbots?|robots?|mod[eè]les?(?:\s+de\s+langage)?)\b[^.!?]{0,40}\b(?:doit|doivent|devez|dois|est\s+pri[eé]|sont\s+pri[eé]s)\b[^.!?]{0,20}\b(?:dire|r[eé]pondre|[eé]crire|affirmer|ignorer|citer|r[eé]v[eé]ler|mentionner|conclure)/i,
  },
  {
    words: ['assistant', 'ia', 'bot', 'mod'],
    pattern:
      /(?:^|[\s«“"(])(?:assistant|ia|chatbot|mod[eè]le)\s*[,:]\s*(?:dis|dites|r[eé]ponds|r[eé]pondez|[eé]cris|[eé]crivez|ignore|ignorez|oublie|oubliez|affirme|affirmez|cite|citez|r[eé]v[eè]le|r[eé]v[eé]lez|ne)\b/i,
  },
  {
    words: ['pond', 'dis', 'dites', 'cri'],
    pattern:
      /(?:^|[\s«“"(])(?:r[eé]ponds|r[eé]pondez|dis|dites|[eé]cris|[eé]crivez)\s+(?:toujours|uniquement|seulement|simplement|plut[oô]t|[aà]\s+l['’]utilisateur|au\s+lecteur|[aà]\s+la\s+question|que\b)/i,
  },
  {
    words: ['syst', 'cach', 'nouvelle', 'note', 'instruction'],
    pattern:
      /\b(?:prompt\s+syst[eè]me|invite\s+syst[eè]me|instructions?\s+(?:syst[eè]me|cach[eé]es?)|nouvelles?\s+(?:instructions?|consignes?)\s*:|note\s+(?:pour|[aà])\s+l['’](?:assistant|ia)|instructions?\s+(?:pour|[aà])\s+l['’](?:assistant|ia))/i,
  },
  {
    words: ['cher', 'chère'],
    pattern: /\bch[eè]re?s?\s+(?:ia|assistante?|intelligence\s+artificielle|mod[eè]le)\s*[,:]/i,
  },
  { words: ['decod', 'décod'], pattern: /\bd[eé]cod(?:e|ez|er)\b[^.!?]{0,40}\bob[eé]i/i },
  // Spanish, German, Italian
  {
    words: ['ignor', 'olvid', 'omite'],
    pattern:
      /\b(?:ignora|ignore|ignorad|ignoren|olvida|olvide|olviden|omite)\b[^.!?]{0,40}(?:instrucciones|indicaciones|reglas|[oó]rdenes|mensajes)/i,
  },
  {
    words: ['asistente', 'ia', 'inteligencia', 'modelo'],
    pattern:
      /\b(?:eres|usted\s+es)(?:\s+ahora)?\s+(?:un|una)\s+(?:\S+\s+){0,2}?(?:asistente|ia|inteligencia\s+artificial|modelo)/i,
  },
  {
    words: ['asistente', 'ia'],
    pattern:
      /(?:^|[\s«“"¡(])(?:asistente|ia)\s*[,:]\s*(?:di|diga|responde|responda|escribe|escriba|ignora|ignore|olvida)\b/i,
  },
  {
    words: ['ignorier', 'vergiss', 'vergessen', 'missachte'],
    pattern:
      /\b(?:ignoriere|ignorieren\s+sie|vergiss|vergessen\s+sie|missachte)\b[^.!?]{0,40}(?:anweisungen?|regeln|instruktionen|vorgaben|befehle|nachrichten)/i,
  },
  { words: ['ignora', 'dimentica'], pattern: /\b(?:ignora|dimentica)\b[^.!?]{0,40}(?:istruzioni|regole|ordini)/i },
  // Russian, Chinese, Japanese, Arabic
  {
    words: ['забудь', 'игнорируй'],
    pattern: /(?:забудь|игнорируй|проигнорируй)(?:те)?\s[^.!?]{0,40}(?:инструкци|указани|правил|команд)/iu,
  },
  {
    words: ['忽略', '无视', '忽視', '忘记', '忘記'],
    pattern: /(?:忽略|无视|忽視|忘记|忘記)[^。！？]{0,12}(?:指令|指示|提示|说明|說明|规则|規則)/u,
  },
  { words: ['無視', '忘れ'], pattern: /(?:指示|命令|指令|ルール)を?[^。！？]{0,8}(?:無視|忘れ)/u },
  { words: ['تجاهل', 'انس'], pattern: /(?:تجاهل|انس)\s[^.!؟]{0,40}(?:التعليمات|الأوامر|القواعد|الإرشادات)/u },
  // Forms: roles, labels and replies that a passage forges.
  {
    words: ['<', '[', '"', '#', '{{'],
    pattern:
      /<\/?(?:P\d+|document|question|system|assistant|user|earlier|instructions?)\b[^>]*>|<\|[a-z_]+\|>|\[\/?INST\]|"(?:verdict|claims|citations)"\s*:|\{\{\s*(?:question|passages|language)\s*\}\}|^\s*#{1,4}\s*(?:system|instructions?|assistant|user)\b/i,
  },
  {
    words: ['say', 'reply', 'dis', 'pond'],
    pattern: /(?:^|[.!?]\s+)(?:say|reply|dis|r[eé]ponds)\s?:\s/i,
  },
  {
    words: ['system', 'assistant', 'user', 'syst', 'utilisateur'],
    pattern: /(?:^|[.!?]\s+)(?:system|assistant|user|syst[eè]me|utilisateur)\s*:\s/i,
  },
]

/** A sentence that goes on giving orders begins so. */
const goesOn =
  /^[\s"'“«(]*(?:(?:instead|then|also|please|and|puis|ensuite|au\s+lieu\s+de\s+cela|à\s+la\s+place|en\s+su\s+lugar|stattdessen)[\s,]+)*(?:say|answer|reply|respond|write|output|state|tell|print|reveal|include|cite|quote|always|never|do\s+not|don['’]t|you\s+(?:must|should|will|are)|act|pretend|dis|dites|r[eé]ponds|r[eé]pondez|[eé]cris|[eé]crivez|affirme|affirmez|cite|citez|ajoute|ajoutez|indique|indiquez|r[eé]v[eè]le|ne\s+\S+\s+(?:pas|jamais)|tu\s+dois|vous\s+devez|di|diga|responde|responda|escribe|escriba|sag|sage|sagen\s+sie|antworte|antworten\s+sie|schreibe?)\b/i

/** A text that reports an order: they told it to ignore earlier instructions. */
const reported =
  /\b(?:told|asked|asks|ordered|tells|instructed|tricked|made|lets?|demandé|demande|ordonné|incite|incité|amen[eé]|pousse|poussé)\b[^.!?]{0,60}$|\b(?:to|d['’]|de|à)\s*$/i
const addressed = /\b(?:you|your|assistants?|ai|chatbots?|models?|tu|vous|votre|ton|ia|usted|tus?)\b/i

/** Letters of other alphabets that look like Latin ones, each before the one it looks like. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  'аa еe оo рp сc хx уy іi ѕs ԁd һh ɡg οo αa νv ιi'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)
const unseen = new RegExp(invisible, 'gu')
const foreign = /[\u0261\u0370-\u052f]/
/** As a reader sees it: nothing invisible, and in a word with Latin letters none that only looks like one. */
const seen = (text: string): string => {
  const visible = invisible.test(text) ? text.replace(unseen, '') : text
  if (!foreign.test(visible)) return visible
  return visible.replace(/\p{L}+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) ? Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('') : word,
  )
}

/** The markers of which a text has a word at all. */
const possible = (text: string): readonly RegExp[] => {
  const lower = text.toLowerCase().replace(/\s+/g, ' ')
  return markers.flatMap(({ words, pattern }) => (words.some((word) => lower.includes(word)) ? [pattern] : []))
}

const isMarked = (sentence: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((marker) => {
    const match = marker.exec(sentence)
    if (!match) return false
    return !(reported.test(sentence.slice(0, match.index)) && !addressed.test(sentence))
  })

/** Texts whose orders are kept: nearly none has any, and a question cites the same ones again and again. */
const KEPT = 512
const kept = new Map<string, readonly Span[]>()

/** Which sentences of a text are orders. */
const orders = (text: string, language: Language): readonly Span[] => {
  const known = kept.get(text) ?? find(text, language)
  if (kept.size >= KEPT) kept.clear()
  kept.set(text, known)
  return known
}

const find = (text: string, language: Language): readonly Span[] => {
  const whole = seen(text)
  const patterns = possible(whole)
  if (!patterns.some((pattern) => pattern.test(whole))) return []
  const found: Span[] = []
  let before = false
  for (const span of sentences(text, language)) {
    const sentence = seen(text.slice(span.start, span.end))
    before = isMarked(sentence, patterns) || (before && goesOn.test(sentence))
    if (before) found.push(span)
  }
  return found
}

/** Whether the words at `span` of a paragraph are, in part at least, an order to an assistant. Never throws. */
export const isOrder = (text: string, { start, end }: Span, language: Language): boolean =>
  orders(text, language).some((order) => order.start < end && start < order.end)
