import { describe, expect, it } from 'vitest'
import { withOptionalPackages, withoutHosts } from './lockfile.mjs'

const PACKAGES = {
  '': { name: 'x', optionalDependencies: { 'only-here': '1.0.0' } },
  'node_modules/tool': {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '^1.0.0' },
  },
  'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.0.0' },
}

describe('withOptionalPackages', () => {
  it("adds other platforms' packages where they are missing, for their platform only", () => {
    const added = withOptionalPackages(PACKAGES)['node_modules/@tool/darwin-arm64']
    expect(added).toEqual({ version: '1.0.0', optional: true, dev: true, os: ['darwin'], cpu: ['arm64'] })
  })

  it('leaves those that are there alone, nested ones included', () => {
    expect(withOptionalPackages(PACKAGES)).not.toHaveProperty(['node_modules/@tool/linux-x64'])
  })

  it('changes nothing the second time', () => {
    const once = withOptionalPackages(PACKAGES)
    expect(withOptionalPackages(once)).toEqual(once)
  })
})

describe('withoutHosts', () => {
  it('drops the addresses of a registry and keeps other sources', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', resolved: 'https://packages.example/a.tgz', integrity: 'sha512-x' },
      'node_modules/b': { resolved: 'packages/b', link: true },
    }
    expect(withoutHosts(packages)).toEqual({
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' },
      'node_modules/b': { resolved: 'packages/b', link: true },
    })
  })
})
