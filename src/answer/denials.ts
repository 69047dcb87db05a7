/** How often a text denies something; French denies once with two words. Pure. */

const words =
  /(?<!\p{L})(?:pas|jamais|aucune?|sans|not|no|never|none|without|cannot|nicht|nie|keine?[rnms]?|ohne|nunca|sin|ning[uú]n[oa]?)(?!\p{L})|n['’]t(?!\p{L})/giu

export const denials = (text: string): number => text.match(words)?.length ?? 0
