/** Names texts by their content. */

/** SHA-256, in hexadecimal. `node:crypto` is loaded at the first use: it would be a twentieth of a cold start. */
export const sha256 = (pieces: Iterable<string>): string => {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
