/** Bytes in place of a file, which tell what was read of them and whether they are still open. */
import type { Source } from '../../src/knowledge/index-pages.ts'

export const sourceOf = (
  bytes: Uint8Array,
): Source & { readonly reads: [at: number, length: number][]; isOpen: boolean } => ({
  reads: [],
  isOpen: true,
  size: bytes.length,
  read(into, at) {
    if (!this.isOpen) throw new Error('closed')
    this.reads.push([at, into.length])
    into.set(bytes.subarray(at, at + into.length))
    return at + into.length <= bytes.length
  },
  close() {
    this.isOpen = false
  },
})
