/**
 * Writes a screenshot again with 256 colours: text on few grounds needs no more, and the file is a third as large.
 * Source of the format: "Portable Network Graphics (PNG) Specification", W3C.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const COLOURS = 256

export type Picture = {
  readonly width: number
  readonly height: number
  /** 0xRRGGBB, row by row. */
  readonly pixels: Uint32Array
}

const chunksOf = (file: Buffer): readonly (readonly [type: string, data: Buffer])[] => {
  const chunks: [string, Buffer][] = []
  for (let at = SIGNATURE.length; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const start = at + 8
    chunks.push([file.toString('latin1', at + 4, start), file.subarray(start, start + file.readUInt32BE(at))])
  }
  return chunks
}

/** The predictor of the fourth filter: which of left, above and above left is nearest to left + above - above left. */
const paeth = (left: number, above: number, corner: number): number => {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

/** Takes back what was done to each row before it was packed; `size` is that of a pixel, in bytes. */
const unfilter = (packed: Buffer, width: number, height: number, size: number): Buffer => {
  const length = width * size
  const rows = Buffer.alloc(length * height)
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (length + 1)] ?? 0
    for (let x = 0; x < length; x += 1) {
      const at = y * length + x
      const left = x >= size ? (rows[at - size] ?? 0) : 0
      const above = y > 0 ? (rows[at - length] ?? 0) : 0
      const corner = x >= size && y > 0 ? (rows[at - length - size] ?? 0) : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      rows[at] = (packed[y * (length + 1) + 1 + x] ?? 0) + guess
    }
  }
  return rows
}

/** Reads what Chromium writes: eight bits a channel, with or without transparency, not interlaced. */
export const readPng = (file: Buffer): Picture => {
  const chunks = chunksOf(file)
  const head = chunks.find(([type]) => type === 'IHDR')?.[1]
  if (!file.subarray(0, 8).equals(SIGNATURE) || !head) throw new Error('no PNG')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const size = head[9] === 2 ? 3 : 4
  if (head[8] !== 8 || (head[9] !== 2 && head[9] !== 6) || head[12] !== 0)
    throw new Error('no PNG as Chromium writes it')
  const packed = inflateSync(Buffer.concat(chunks.flatMap(([type, data]) => (type === 'IDAT' ? [data] : []))))
  const rows = unfilter(packed, width, height, size)
  return {
    width,
    height,
    pixels: Uint32Array.from({ length: width * height }, (_, at) => rows.readUIntBE(at * size, 3)),
  }
}

const channels = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

const distance = (a: number, b: number): number => {
  const [x, y] = [channels(a), channels(b)]
  return (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2 + (x[2] - y[2]) ** 2
}

/** The most frequent colours, one of each small region of the colour space. */
const paletteOf = (counts: ReadonlyMap<number, number>): readonly number[] => {
  const regions = Map.groupBy(counts.keys(), (colour) => colour & 0xf8f8f8)
  const count = (colour: number): number => counts.get(colour) ?? 0
  return [...regions.values()]
    .map((colours) => ({
      colour: colours.reduce((best, each) => (count(each) > count(best) ? each : best)),
      count: colours.reduce((sum, each) => sum + count(each), 0),
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, COLOURS)
    .map(({ colour }) => colour)
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** With at most 256 colours, each pixel in the nearest of them. */
export const writePng = ({ width, height, pixels }: Picture): Buffer => {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = paletteOf(counts)
  const nearest = (colour: number): number =>
    palette.reduce((best, each, at) => (distance(each, colour) < distance(palette[best] ?? 0, colour) ? at : best), 0)
  const index = new Map([...counts.keys()].map((colour) => [colour, nearest(colour)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (const [at, colour] of pixels.entries()) rows[at + Math.floor(at / width) + 1] = index.get(colour) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a pixel, by palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
