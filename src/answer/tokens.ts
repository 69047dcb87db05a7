/** How many tokens a text is, about: our bounds on prompts need no tokenizer, and no two servers have the same. */

/**
 * A token for every three bytes of UTF-8. Against o200k_base that is 1.2 to 1.9 times what articles in French, English,
 * Russian, Arabic and Chinese, our prompts and replies in JSON take (gpt-tokenizer, November 2026); only rows of
 * emoji, of single letters or of punctuation take more than this says, up to 1.8 times.
 */
const BYTES_A_TOKEN = 3

export const approximateTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN)

/** The text, or its beginning with an ellipsis where it is longer than so many tokens. */
export const withinTokens = (text: string, tokens: number): string => {
  if (approximateTokens(text) <= tokens) return text
  const bytes = Buffer.from(text).subarray(0, BYTES_A_TOKEN * (tokens - 1))
  // A letter that was cut in the middle has become U+FFFD.
  return `${bytes.toString().replace(/\uFFFD+$/u, '')}…`
}
