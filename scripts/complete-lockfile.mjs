// Run after every change of dependencies: `npm install … && node scripts/complete-lockfile.mjs`.
// 1. A lockfile made against a registry mirror can lack other platforms' optional packages; `npm install` forgives
//    that, `npm ci` does not. The holes are filled with entries that npm skips wherever the platform differs.
// 2. `resolved` names the registry host of whoever ran the install. Name and version already say where a package
//    comes from, and `integrity` what it must be, so the addresses are left out.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withOptionalPackages, withoutHosts } from './lib/lockfile.mjs'

const file = path.resolve(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = withoutHosts(withOptionalPackages(lock.packages))
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
console.log(
  `${Object.keys(packages).length} packages, ${Object.keys(packages).length - Object.keys(lock.packages).length} added`,
)
