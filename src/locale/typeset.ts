/**
 * French as one types it, set as it is printed: a no-break space before ; : ! ? » and after «.
 * What is put in stays as it is.
 */
export const typeset = (typed: TemplateStringsArray, ...facts: readonly string[]): string =>
  typed
    .map((text) => text.replace(/ (?=[;:!?»])/gu, '\u00a0').replace(/(?<=«) /gu, '\u00a0'))
    .map((text, index) => text + (facts[index] ?? ''))
    .join('')
