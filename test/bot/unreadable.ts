/** Files of which no article can be made, and what whoever adds one is told: the name, the file, the words. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printPdf } from '../knowledge/print.ts'

const MEGABYTE = 2 ** 20

const page = (filename: string, body: string) => ({
  filename,
  type: 'text/html',
  data: `<!doctype html><html lang="fr"><head><title>Le pont</title></head><body>${body}</body></html>`,
})
const pdf = (filename: string, data: Uint8Array) => ({ filename, type: 'application/pdf', data })
const paragraph =
  '<p>Le pont de l’Aulne sera fermé du 4 au 18 mai, a annoncé la préfecture du Finistère mardi soir.</p>'

export const unreadable = [
  [
    'the stub of a paid article',
    page(
      'pont.html',
      `<article><h1>Le pont</h1>${paragraph.repeat(3)}<p>La suite est réservée aux abonnés.</p></article>`,
    ),
    /pont\.html holds only the beginning of an article/,
    /pont\.html ne contient que le début d’un article/,
  ],
  [
    'a page without an article',
    page('accueil.html', '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'),
    /accueil\.html holds no article/,
    /accueil\.html ne contient pas d’article/,
  ],
  [
    'a scanned PDF',
    pdf('scan.pdf', printPdf([[], []])),
    /scan\.pdf holds pictures of pages/,
    /scan\.pdf contient des images de pages/,
  ],
  [
    'a PDF with a password',
    pdf('secret.pdf', readFileSync(join(import.meta.dirname, '..', 'knowledge', 'locked.pdf'))),
    /secret\.pdf is protected by a password/,
    /secret\.pdf est protégé par un mot de passe/,
  ],
  [
    'a damaged PDF',
    pdf('casse.pdf', printPdf([[]]).subarray(0, 40)),
    /casse\.pdf is damaged or incomplete/,
    /casse\.pdf est endommagé ou incomplet/,
  ],
  [
    'a text that is too large',
    { filename: 'long.txt', type: 'text/plain', data: 'Le port compte douze quais.\n'.repeat((6 * MEGABYTE) / 28) },
    /long\.txt.*(?:limit|larger)/,
    /long\.txt.*(?:limite|dépasse)/,
  ],
  [
    'a file that is too large to fetch',
    pdf('enorme.pdf', new Uint8Array(11 * MEGABYTE)),
    /enorme\.pdf.* is larger than 10 MB/,
    /enorme\.pdf.* dépasse 10.Mo/,
  ],
] as const
