/** More names than this are no help to a reader. */
const LISTED = 20

/** Names in a row, the first twenty of them; `rest` says how many more there are. */
export const listed = (items: readonly string[], rest: (more: number) => string): string =>
  items.length > LISTED ? `${items.slice(0, LISTED).join(', ')} ${rest(items.length - LISTED)}` : items.join(', ')
