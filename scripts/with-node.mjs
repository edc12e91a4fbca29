// Runs one TypeScript file under the project's own Node (npm package `node`), so that scripts behave the same
// whatever Node the machine has: `node scripts/with-node.mjs bench/run.ts --runs 10`.
import { spawn } from 'node:child_process'
import { passThrough } from './lib/child.mjs'
import { nodeBinary } from './lib/paths.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('Usage: node scripts/with-node.mjs <file.ts> [arguments]')
  process.exit(2)
}

const flags = ['--conditions=react-server', '--experimental-transform-types', '--disable-warning=ExperimentalWarning']
const child = spawn(nodeBinary(), [...flags, file, ...args], { stdio: 'inherit' })
process.exitCode = await passThrough(child)
