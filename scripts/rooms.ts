// Who may import whom, checked: `node scripts/with-node.mjs scripts/rooms.ts`. One mechanism on purpose: Biome's
// noRestrictedImports matches what is written, not where a relative path leads, and knows no cycles or type-only rows.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkTree } from './rooms/check.ts'

const root = path.resolve(import.meta.dirname, '..')
const patterns = ['{lib,app,components,scripts,bench,e2e}/**/*.{ts,tsx,mjs,css,json}', '*.ts', 'package.json']
const paths = globSync(patterns, {
  cwd: root,
  exclude: ['lib/**/generated/**', '**/node_modules/**', 'bench/results/**'],
})
const files = new Map(
  paths.map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(root, file), 'utf8')] as const),
)

const violations = checkTree(files)
for (const { path: file, line, rule, message } of violations) console.error(`${file}:${line} ${rule}: ${message}`)
console.log(`${files.size} files, ${violations.length} violations`)
process.exitCode = violations.length === 0 ? 0 : 1
