/** What a file, a page or a line says of an article beside its text. */

export type Metadata = {
  readonly title?: string
  readonly source?: string
  readonly url?: string
  readonly author?: string
  readonly published?: string
  readonly credit?: string
}

/** Without the keys that have no value, so that they take no other's place when objects are merged. */
export const stated = <T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
