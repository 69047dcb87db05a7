/** A printer for tests: lines of text at places, as a PDF in Helvetica. */

export type Printed = {
  /** Points from the lower left corner. */
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly bold?: boolean
}

/** A bullet has a place of its own in the encoding of the fonts. */
const literal = (text: string): string => text.replace(/[\\()]/g, '\\$&').replaceAll('•', '\x95')

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Pages of 400 by 600 points; text in Latin-1. */
export const printPdf = (pages: readonly (readonly Printed[])[], info = ''): Uint8Array => {
  const content = pages.map((lines) =>
    lines
      .map(
        ({ x, y, text, size = 10, bold }) =>
          `BT /${bold ? 'G' : 'F'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${literal(text)}) Tj ET`,
      )
      .join('\n'),
  )
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    `<< /Font << /F ${font('Helvetica')} /G ${font('Helvetica-Bold')} >> >>`,
    `<< ${info} >>`,
    ...content.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources 3 0 R /Contents ${6 + 2 * index} 0 R >>`,
      `<< /Length ${latin(stream).length} >>\nstream\n${stream}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = latin(file).length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = latin(file).length
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return latin(file)
}

/** Lines one below the other, `leading` points apart. */
export const column = (lines: readonly string[], x: number, top: number, leading = 12): readonly Printed[] =>
  lines.map((text, index) => ({ x, y: top - index * leading, text }))
