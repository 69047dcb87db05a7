/** Files: as a person gives them, as a request uploads them, as the fake keeps and serves them. */
import type { Upload } from './form/message.ts'
import type { Attachment, Channel, World } from './world.ts'

export type GivenFile = {
  readonly filename: string
  readonly data: string | Uint8Array
  /** Media type, default `text/plain`. */
  readonly type?: string
}

export const isGivenFile = (value: unknown): value is GivenFile =>
  typeof value === 'object' && value !== null && 'filename' in value && 'data' in value

export const uploadOf = ({ filename, data, type = 'text/plain' }: GivenFile, index = 0): Upload => ({
  name: `files[${index}]`,
  filename,
  type,
  bytes: typeof data === 'string' ? new TextEncoder().encode(data) : data,
})

/** Keeps an upload, with the description that the form has for its number. */
export const keep = (
  world: World,
  channel: Channel,
  upload: Upload,
  descriptions: ReadonlyMap<string, string> = new Map(),
): Attachment => {
  const id = world.clock.snowflake()
  const { filename, type, bytes } = upload
  const description = descriptions.get(/\[(\d+)\]/.exec(upload.name)?.[1] ?? '')
  const url = `${world.filesUrl}/${channel.id}/${id}/${encodeURIComponent(filename)}`
  const attachment = { id, filename, type, bytes, url, ...(description !== undefined && { description }) }
  world.attachments.set(id, attachment)
  return attachment
}
