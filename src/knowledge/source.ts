/** Files of this machine and attachments as sources: what they are called, and what they may hold. */
import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { AppError } from '../failures.ts'
import type { Source } from '../ports.ts'
import { mediaTypeOf, mediaTypes, SUPPORTED } from './media-type.ts'

const MEGABYTE = 1_048_576
/** A thick novel has a megabyte or two. */
export const LARGEST_TEXT = 5 * MEGABYTE
/** With its layout, its fonts and its pictures; the same as for a page that is fetched. */
export const LARGEST_FILE = 10 * MEGABYTE
const LONGEST_NAME = 200

export const largest = (mediaType: string | undefined): number =>
  mediaType === mediaTypes.text || mediaType === mediaTypes.markdown ? LARGEST_TEXT : LARGEST_FILE

export const fileTooLarge = (file: string, bytes: number, limit: number): AppError =>
  new AppError('file_too_large', { file, megabytes: Math.ceil(bytes / MEGABYTE), limit: limit / MEGABYTE })

/** A name from outside as a name alone: no path, nothing that cannot be seen. `../../etc/passwd` becomes `passwd`. */
export const fileName = (given: string): string => {
  const shown = given.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  const name =
    shown
      .split(/[/\\]/)
      .findLast((part) => /[^.\s]/.test(part))
      ?.trim() ?? 'article'
  if (name.length <= LONGEST_NAME) return name
  const extension = extname(name).slice(0, LONGEST_NAME / 2)
  return name.slice(0, LONGEST_NAME - extension.length).toWellFormed() + extension
}

/** `file` is a name or a path: its extension says how to read it. Throws `AppError` unsupported_file. */
export const fileSource = (bytes: Uint8Array, file: string): Source => {
  const mediaType = mediaTypeOf(file)
  if (mediaType === undefined) throw new AppError('unsupported_file', { file, supported: SUPPORTED })
  return { bytes, mediaType, name: file }
}

const CHUNK = 65_536

const readBytes = async (file: string, most: number, signal: AbortSignal): Promise<Uint8Array> => {
  await using handle = await open(file)
  const chunks: Uint8Array[] = []
  for (let size = 0; size < most; ) {
    signal.throwIfAborted()
    const wanted = Math.min(CHUNK, most - size)
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted)
    if (bytesRead === 0) break
    chunks.push(buffer.subarray(0, bytesRead))
    size += bytesRead
  }
  return Buffer.concat(chunks)
}

/**
 * Never more than the limit and a byte, even if the file grows meanwhile. Rejects only with `AppError`: unsupported_file,
 * file_too_large, unreadable_file, aborted.
 */
export const openFile = async (file: string, signal: AbortSignal): Promise<Source> => {
  if (signal.aborted) throw new AppError('aborted', {}, { cause: signal.reason })
  try {
    const limit = largest(mediaTypeOf(file))
    const found = await stat(file)
    if (found.size > limit) throw fileTooLarge(file, found.size, limit)
    if (!found.isFile()) throw new AppError('unreadable_file', { file })
    return fileSource(await readBytes(file, limit + 1, signal), file)
  } catch (failure) {
    if (signal.aborted) throw new AppError('aborted', {}, { cause: signal.reason })
    throw failure instanceof AppError ? failure : new AppError('unreadable_file', { file }, { cause: failure })
  }
}
