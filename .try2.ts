import { readFolder } from './src/knowledge/folder.ts'
let t=performance.now()
const r = await readFolder(process.argv[2] ?? 'knowledge', AbortSignal.timeout(10000)); console.log((performance.now()-t).toFixed(1));
for (const a of r.articles) { console.log(a.head); for (const p of a.paragraphs) console.log(p.number, p.heading??'', '|', process.argv[3]? p.text : p.text.length>100? p.text.slice(0,50)+'…'+p.text.slice(-40): p.text) }
console.log(r.problems.map(p=>p.message))
