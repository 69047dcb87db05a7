import { readArticle } from './src/knowledge/read.ts'
const P = async (n: string, s: string, ext='.txt') => { const t=performance.now(); let r: unknown; try { const a = await readArticle(new TextEncoder().encode(s), 'x'+ext); r = a.paragraphs.length+' ¶' } catch(e) { r=(e as Error).message } console.log(n.padEnd(28), ext, (performance.now()-t).toFixed(0)+'ms', r) }
const M=1e6
for (const ext of ['.txt','.md']) {
await P('warm','Title here\n\nA paragraph of text that is prose, and more.',ext)
await P('1MB a','a'.repeat(M),ext)
await P('1MB words','mot '.repeat(M/4),ext)
await P('1MB sentences','Une phrase courte ici. '.repeat(M/23),ext)
await P('1MB !','!'.repeat(M),ext)
await P('1MB spaces+x',' '.repeat(M)+'x',ext)
await P('1MB nbsp mix','x'+'\u00a0'.repeat(M)+'x',ext)
await P('1MB (','('.repeat(M)+'x.',ext)
await P('1MB "." x','. x'.repeat(M/3),ext)
await P('100k short lines','Ligne courte\n'.repeat(99000),ext)
await P('5k short para','Ligne courte numéro\n\n'.repeat(5000),ext)
await P('9k prose para','Une phrase courte ici mais assez longue pour être un paragraphe.\n\n'.repeat(9000),ext)
await P('50k wrapped lines',('The flood gates at Marlow, which have held back the river since\nnineteen forty-nine, are to be replaced over the next two.\n').repeat(40000),ext)
await P('90k lines furniture','Partager sur Facebook\n'.repeat(90000),ext)
await P('90k bullets','- item number one\n'.repeat(90000),ext)
await P('5MB short', 'ab\n\n'.repeat(1.2e6), ext)
await P('9k byline','Par Jean Dupont, le 3 mai 2024 | AFP\n\n'.repeat(9000)+'Une phrase courte ici mais assez longue.',ext)
await P('lines of 290', ('Abonnez-vous '.repeat(22)+'\n').repeat(9000), ext)
await P('commas', ',a'.repeat(M/2), ext)
}
