import { describe, expect, it } from 'vitest'
import { checkTree } from './rooms/check.ts'
import { readSource } from './rooms/source.ts'

/** A small house in which nothing is wrong; every test plants one thing in it. */
const HOUSE: Record<string, string> = {
  'package.json': '{}',
  'lib/core/kernel/ids.ts': 'export const id = 1\n',
  'lib/core/kernel/input.schema.ts': "import { z } from 'zod'\nexport const input = z.string()\n",
  'lib/ports/store.ts':
    "import type { id } from '../core/kernel/ids.ts'\nexport interface Store { get(): typeof id }\n",
  'lib/adapters/prisma/store.ts':
    "import 'server-only'\nimport pg from 'pg'\nexport const pool = () => new pg.Pool()\n",
  'lib/adapters/demo/models.ts': "import 'server-only'\nexport const now = () => Date.now()\n",
  'lib/services/context.ts': "import type { Store } from '../ports/store.ts'\nexport type Ctx = { store: Store }\n",
  'lib/services/runs/index.ts': "export { start } from './start.ts'\n",
  'lib/services/runs/start.ts':
    "import type { Ctx } from '../context.ts'\nexport const start = (ctx: Ctx) => ctx.store.get()\n",
  'lib/services/councils/index.ts': "import { start } from '../runs/index.ts'\nexport const ask = start\n",
  'lib/api/run.procedure.ts': "import { start } from '../services/runs/index.ts'\nexport const procedure = start\n",
  'lib/client/use-run.ts':
    "import type { procedure } from '../api/run.procedure.ts'\nexport type Run = typeof procedure\n",
  'lib/runtime/env.ts': "import 'server-only'\nexport const env = process.env\n",
  'lib/runtime/container.ts':
    "import 'server-only'\nimport { pool } from '../adapters/prisma/store.ts'\nexport const open = pool\n",
  'lib/testing/fake.ts': 'export const fake = 1\n',
  'components/ui/cn.ts': "import { clsx } from 'clsx'\nexport const cn = clsx\n",
  'components/runs/answer.tsx':
    "import { cn } from '../ui/cn'\nexport const Answer = () => <p className={cn('a')}>n't</p>\n",
  'app/page.tsx':
    "import { Answer } from '@/components/runs/answer'\nexport default function Page() { return <Answer /> }\n",
}

function broken(planted: Record<string, string>): string[] {
  const violations = checkTree(new Map(Object.entries({ ...HOUSE, ...planted })))
  return violations.map((violation) => `${violation.rule} ${violation.path}:${violation.line}`)
}

const lines = (count: number) => 'export {}\n'.repeat(count)

describe('rooms', () => {
  it('finds nothing in a house that keeps its rules', () => {
    expect(broken({})).toEqual([])
  })

  it.each([
    ['core → ports', 'lib/core/bad.ts', "import { x } from '../ports/store.ts'", 'room'],
    [
      'core → adapters, only a type',
      'lib/core/bad.ts',
      "import type { pool } from '../adapters/prisma/store.ts'",
      'room',
    ],
    ['core → services, re-exported', 'lib/core/bad.ts', "export * from '../services/runs/index.ts'", 'room'],
    ['core → runtime, dynamic', 'lib/core/bad.ts', "export const e = () => import('../runtime/env.ts')", 'room'],
    [
      'core → api, as a type expression',
      'lib/core/bad.ts',
      "export type P = import('../api/run.procedure.ts').X",
      'room',
    ],
    ['core → components, by alias', 'lib/core/bad.ts', "export { Answer } from '@/components/runs/answer'", 'room'],
    [
      'ports → core, a value',
      'lib/ports/bad.ts',
      "import { id } from '../core/kernel/ids.ts'\nexport const x = id",
      'room',
    ],
    ['ports → core, inline type', 'lib/ports/bad.ts', "import { type id } from '../core/kernel/ids.ts'", 'room'],
    ['ports → services', 'lib/ports/bad.ts', "import type { Ctx } from '../services/context.ts'", 'room'],
    [
      'adapter → another adapter',
      'lib/adapters/demo/bad.ts',
      "import 'server-only'\nimport { pool } from '../prisma/store.ts'",
      'room',
    ],
    [
      'adapter → services',
      'lib/adapters/demo/bad.ts',
      "import 'server-only'\nimport type { Ctx } from '../../services/context.ts'",
      'room',
    ],
    [
      'services → adapters',
      'lib/services/runs/bad.ts',
      "import { pool } from '../../adapters/prisma/store.ts'",
      'room',
    ],
    ['services → runtime', 'lib/services/runs/bad.ts', "import type { env } from '../../runtime/env.ts'", 'room'],
    ['services → past the door', 'lib/services/councils/bad.ts', "import { start } from '../runs/start.ts'", 'room'],
    ['services → api', 'lib/services/runs/bad.ts', "import { procedure } from '../../api/run.procedure.ts'", 'room'],
    ['api → adapters', 'lib/api/bad.ts', "import { pool } from '../adapters/prisma/store.ts'", 'room'],
    ['api → runtime', 'lib/api/bad.ts', "import { env } from '../runtime/env.ts'", 'room'],
    ['api → ports, a value', 'lib/api/bad.ts', "import { x } from '../ports/store.ts'", 'room'],
    ['client → api, a value', 'lib/client/bad.ts', "import { procedure } from '../api/run.procedure.ts'", 'room'],
    [
      'client → services, only a type',
      'lib/client/bad.ts',
      "import type { start } from '../services/runs/index.ts'",
      'room',
    ],
    ['client → components', 'lib/client/bad.ts', "import { Answer } from '@/components/runs/answer'", 'room'],
    [
      'components → services, only a type',
      'components/runs/bad.ts',
      "import type { start } from '@/lib/services/runs/index.ts'",
      'room',
    ],
    [
      'components → ports, only a type',
      'components/runs/bad.ts',
      "import type { Store } from '@/lib/ports/store.ts'",
      'room',
    ],
    ['components → app', 'components/runs/bad.ts', "import Page from '@/app/page'", 'room'],
    ['primitives → a noun', 'components/ui/bad.ts', "import { Answer } from '../runs/answer'", 'room'],
    ['primitives → core', 'components/ui/bad.ts', "import { id } from '@/lib/core/kernel/ids.ts'", 'room'],
    [
      'runtime → components',
      'lib/runtime/bad.ts',
      "import 'server-only'\nimport { cn } from '../../components/ui/cn'",
      'room',
    ],
    ['app → adapters', 'app/bad.ts', "import { pool } from '@/lib/adapters/prisma/store.ts'", 'room'],
    ['app → the container itself', 'app/bad.ts', "import { open } from '@/lib/runtime/container.ts'", 'room'],
    ['app → ports, a value', 'app/bad.ts', "import { x } from '@/lib/ports/store.ts'", 'room'],
    ['instrumentation → adapters', 'instrumentation.ts', "import './lib/adapters/prisma/store.ts'", 'room'],
    ['anything → scripts', 'lib/core/bad.ts', "import '../../scripts/rooms.ts'", 'room'],
    ['zod in core outside a schema', 'lib/core/bad.ts', "import { z } from 'zod'", 'vendor'],
    ['a type of a package in core', 'lib/core/bad.ts', "import type { z } from 'zod'", 'vendor'],
    ['Node in core', 'lib/core/bad.ts', "import fs from 'node:fs'", 'vendor'],
    ['Node in core, without its prefix', 'lib/core/bad.ts', "import fs from 'fs/promises'", 'vendor'],
    ["another adapter's vendor", 'lib/adapters/demo/bad.ts', "import 'server-only'\nimport pg from 'pg'", 'vendor'],
    ['next in services', 'lib/services/runs/bad.ts', "import { headers } from 'next/headers'", 'vendor'],
    ['require', 'lib/core/bad.ts', "export const x = require('pg')", 'vendor'],
    ['react in core', 'lib/core/bad.ts', "import { useState } from 'react'", 'vendor'],
    ['a test imported by the product', 'lib/core/bad.ts', "import './bad.test.ts'", 'test-import'],
    [
      'a fixture imported by the product',
      'lib/services/runs/bad.ts',
      "import { fake } from '../../testing/fake.ts'",
      'test-import',
    ],
    ['runtime without server-only', 'lib/runtime/bad.ts', 'export const x = 1', 'server-only'],
    [
      'adapter with server-only too late',
      'lib/adapters/demo/bad.ts',
      "import { y } from './models.ts'\nimport 'server-only'",
      'server-only',
    ],
    ['an adapter on the clock', 'lib/adapters/demo/bad.ts', 'export const x = () => Date.now()', 'server-only'],
    ['an adapter on the network', 'lib/adapters/demo/bad.ts', "export const x = () => fetch('a')", 'server-only'],
    ['an adapter of a package', 'lib/adapters/prisma/bad.ts', "import pg from 'pg'", 'server-only'],
    ['the clock in core', 'lib/core/bad.ts', 'export const x = () => Date.now()', 'impure'],
    ['the clock by construction', 'lib/services/runs/bad.ts', 'export const x = () => new Date()', 'impure'],
    ['randomness in services', 'lib/services/runs/bad.ts', 'export const x = () => Math.random()', 'impure'],
    ['ids in api', 'lib/api/bad.ts', 'export const x = () => globalThis.crypto.randomUUID()', 'impure'],
    ['the environment in app', 'app/bad.ts', 'export const x = process.env.HOME', 'impure'],
    ['the environment by another spelling', 'app/bad.ts', "export const x = process['env']", 'impure'],
    ['the clock in JSX', 'components/runs/bad.tsx', "export const X = () => <p>n't {Date.now()}</p>", 'impure'],
    ['a mocked module in a test', 'lib/core/bad.test.ts', "vi.mock('./x.ts')", 'module-mock'],
    ['a default export in lib', 'lib/core/bad.ts', 'export default 1', 'default-export'],
    ['a vague name', 'lib/core/utils.ts', 'export {}', 'name'],
    ['a vague folder', 'lib/services/common/x.ts', 'export {}', 'name'],
    ['a long file', 'lib/core/bad.ts', lines(401), 'length'],
    ['a long script', 'scripts/bad.mjs', lines(401), 'length'],
    ['a long page', 'app/(app)/c/[id]/page.tsx', lines(41), 'length'],
    ['a long route', 'app/api/x/route.ts', lines(41), 'length'],
    ['long actions', 'app/actions.ts', lines(41), 'length'],
  ])('catches %s', (_name, path, text, rule) => {
    expect(broken({ [path]: `${text}\n` })).toEqual([expect.stringMatching(new RegExp(`^${rule} `))])
  })

  it('catches a circle of files, type imports included', () => {
    const planted = {
      'lib/core/a.ts': "import type { B } from './b.ts'\nexport type A = B\n",
      'lib/core/b.ts': "export type { C as B } from './c.ts'\n",
      'lib/core/c.ts': "import type { A } from './a'\nexport type C = A\n",
    }
    expect(broken(planted)).toEqual(['cycle lib/core/a.ts:1'])
  })

  it('names the line of the import', () => {
    expect(broken({ 'lib/core/bad.ts': "// a\n/* b\n*/\nimport 'pg'\n" })).toEqual(['vendor lib/core/bad.ts:4'])
  })

  it('leaves tests, contract suites, and adapters of types or plain data alone', () => {
    const planted = {
      'lib/core/x.test.ts': "import { pool } from '../adapters/prisma/store.ts'\nDate.now()\n",
      'lib/ports/store.contract.ts': "import { describe } from 'vitest'\nexport const x = describe\n",
      'lib/adapters/demo/types.ts': 'export type X = 1\nexport interface Y { x: X }\n',
      'lib/adapters/demo/corpus.ts': "import type { X } from './types.ts'\nexport const x: X = 1\n",
    }
    expect(broken(planted)).toEqual([])
  })

  it.each([
    ['<p>Ask again</p>'],
    ['<p aria-label="Ask again">{name}</p>'],
    ["<p title={isOpen ? 'Close' : name}>{name}</p>"],
    ["<p>{isOpen && 'Close'}</p>"],
    ['<p>{`Of them`}</p>'],
  ])('finds what people would read and no message file has: %s', (jsx) => {
    const page = (path: string) => broken({ [path]: `export const X = () => ${jsx}\n` })
    expect(page('components/runs/bad.tsx')).toEqual(['text components/runs/bad.tsx:1'])
    expect(page('app/bad.tsx')).toEqual(['text app/bad.tsx:1'])
    expect(page('app/dev/ui/bad.tsx')).toEqual([])
  })

  it.each([
    ["<p className='wide text'>{t('again')}</p>"],
    ["<p aria-label={t('stage')}>LLM Council</p>"],
    ['<p>{count} · {a}/{b} &nbsp; ✓</p>'],
  ])('takes for text only what people read: %s', (jsx) => {
    expect(broken({ 'components/runs/good.tsx': `export const X = () => ${jsx}\n` })).toEqual([])
  })

  it('does not mistake comments, strings and JSX text for code', () => {
    const text = "// import 'pg'\nexport const X = () => <p>don't import 'pg' {'Date.now()'} {`import('pg')`}</p>\n"
    const source = readSource('components/x.tsx', text)
    expect([source.imports, source.uses]).toEqual([[], []])
  })
})
