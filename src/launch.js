// Plain JavaScript that any Node can read: says so where Node is too old for the rest, which is TypeScript.
import module from 'node:module'
import { join } from 'node:path'

const NEEDED = 26

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `Pilcrow needs Node ${NEEDED} and this is ${process.version}. Run "npm ci" and then "npm start": ` +
      `the project brings its own Node, unless optional dependencies were left out.\n` +
      `Pilcrow a besoin de Node ${NEEDED} et voici ${process.version}. Lancez « npm ci » puis « npm start » : ` +
      `le projet apporte son propre Node, sauf si les dépendances optionnelles ont été omises.\n`,
  )
  process.exit(2)
}

// Compiled code is kept beside the packages; where that folder is read-only, it is compiled each time.
module.enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'pilcrow'))
await import('./main.ts')
