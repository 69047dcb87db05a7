/** How Discord says no: a status, a code and a message, and for a bad form one entry per field. */

/** Source: Discord's documentation, "Opcodes and Status Codes"; statuses as the API answers them. */
const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  not_found: [404, 0, '404: Not Found'],
  unknown_application: [404, 10002, 'Unknown Application'],
  unknown_channel: [404, 10003, 'Unknown Channel'],
  unknown_guild: [404, 10004, 'Unknown Guild'],
  unknown_member: [404, 10007, 'Unknown Member'],
  unknown_message: [404, 10008, 'Unknown Message'],
  unknown_user: [404, 10013, 'Unknown User'],
  unknown_emoji: [400, 10014, 'Unknown Emoji'],
  unknown_webhook: [404, 10015, 'Unknown Webhook'],
  unknown_interaction: [404, 10062, 'Unknown interaction'],
  unknown_command: [404, 10063, 'Unknown application command'],
  too_many_commands: [400, 30032, 'Maximum number of application commands reached (100)'],
  too_large: [413, 40005, 'Request entity too large'],
  already_acknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  too_many_follow_ups: [400, 40094, 'This interaction has hit the maximum number of follow up messages'],
  missing_access: [403, 50001, 'Missing Access'],
  not_author: [403, 50005, 'Cannot edit a message authored by another user'],
  empty_message: [400, 50006, 'Cannot send an empty message'],
  closed_dms: [403, 50007, 'Cannot send messages to this user'],
  missing_permissions: [403, 50013, 'Missing Permissions'],
  wrong_channel_type: [400, 50024, 'Cannot execute action on this channel type'],
  bad_webhook_token: [401, 50027, 'Invalid Webhook Token'],
  thread_archived: [400, 50083, 'Thread is archived'],
  bad_json: [400, 50109, 'The request body contains invalid JSON.'],
  no_mutual_guild: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  reply_without_history: [403, 160002, 'Cannot reply without permission to read message history'],
  thread_exists: [400, 160004, 'A thread has already been created for this message'],
  thread_locked: [400, 160005, 'Thread is locked'],
  server_error: [500, 0, '500: Internal Server Error'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>

export type RefusalName = keyof typeof refusals

export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly errors: ErrorTree | undefined

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.errors = errors
  }

  get body(): unknown {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}

export const refuse = (name: RefusalName): Refusal => {
  const [status, code, message] = refusals[name]
  return new Refusal(status, code, message)
}

type FieldError = { readonly code: string; readonly message: string }
export type ErrorTree = { _errors?: FieldError[]; [key: string]: ErrorTree | FieldError[] | undefined }

/** A place in a form, where errors are noted. */
export type Field = {
  readonly at: (...keys: readonly (string | number)[]) => Field
  readonly fail: (code: string, message: string) => void
}

export type Form = Field & {
  /** Throws code 50035 with everything that was noted. */
  readonly check: () => void
}

export const newForm = (): Form => {
  const errors: ErrorTree = {}
  const field = (path: readonly string[]): Field => ({
    at: (...keys) => field([...path, ...keys.map(String)]),
    fail(code, message) {
      let node = errors
      for (const key of path) {
        node[key] ??= {}
        node = node[key] as ErrorTree
      }
      node._errors = [...(node._errors ?? []), { code, message }]
    },
  })
  return {
    ...field([]),
    check() {
      if (Object.keys(errors).length > 0) throw new Refusal(400, 50035, 'Invalid Form Body', errors)
    },
  }
}
