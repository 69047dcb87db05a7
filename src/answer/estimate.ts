/** How many tokens a prompt may be, before any provider has counted them: rather too many than too few. */
import type { ModelRequest } from './model-request.ts'
import { approximateTokens } from './tokens.ts'

/** What surrounds a message. */
const MESSAGE_TOKENS = 8
/** The schema, which providers put into the prompt. */
const SCHEMA_TOKENS = 600

export const promptTokens = ({ messages }: ModelRequest): number =>
  messages.reduce((sum, { text }) => sum + approximateTokens(text) + MESSAGE_TOKENS, SCHEMA_TOKENS)
