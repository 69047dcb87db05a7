/** The evaluation's one table: rows under headings, a column for each way of answering. Pure. */

export type Row = {
  readonly name: string
  /** One for each column; undefined where it was not measured. */
  readonly values: readonly (string | undefined)[]
}
export type Section = { readonly heading: string; readonly rows: readonly Row[] }
export type Table = { readonly columns: readonly string[]; readonly sections: readonly Section[] }

const NOTHING = '–'

export const percent = (part: number, of: number): string =>
  of === 0 ? NOTHING : `${((100 * part) / of).toFixed(1)} %`
/** `78.7 % (37/47)` */
export const share = (part: number, of: number): string => (of === 0 ? NOTHING : `${percent(part, of)} (${part}/${of})`)

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const shown = (value: string | undefined): string => value ?? NOTHING

export const asText = ({ columns, sections }: Table): string => {
  const rows = sections.flatMap((section) => section.rows)
  const widest = Math.max(...rows.map(({ name }) => name.length))
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map(({ values }) => shown(values[at]).length)),
  )
  const line = (name: string, values: readonly string[]): string =>
    `${name.padEnd(widest)}  ${values.map((value, at) => value.padStart(widths[at] ?? 0)).join('  ')}`.trimEnd()
  return sections
    .flatMap(({ heading, rows: own }) => [
      '',
      line(heading, columns),
      ...own.map(({ name, values }) =>
        line(
          name,
          columns.map((_, at) => shown(values[at])),
        ),
      ),
    ])
    .join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

export const asMarkdown = ({ columns, sections }: Table): string =>
  sections
    .map(({ heading, rows }) =>
      [
        `| ${[heading, ...columns].map(cell).join(' | ')} |`,
        `|---|${columns.map(() => '---:|').join('')}`,
        ...rows.map(
          ({ name, values }) => `| ${[name, ...columns.map((_, at) => shown(values[at]))].map(cell).join(' | ')} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n')
