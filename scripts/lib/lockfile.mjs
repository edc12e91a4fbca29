const PLATFORM =
  /(darwin|win32|android|freebsd|openbsd|openharmony|sunos|aix|wasm32|linux)[-_]?(x64|arm64|ia32|arm|wasi)?/

/** The lockfile's packages with an entry for every optional dependency, sorted; existing entries are kept as they are. */
export function withOptionalPackages(packages) {
  const all = { ...packages }
  for (const [at, entry] of Object.entries(packages)) {
    if (at === '') continue
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isProvided(all, at, name)) all[`node_modules/${name}`] = placeholder(name, range, entry.dev)
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The same packages without the addresses of the registry they came from. Git and file sources keep theirs. */
export function withoutHosts(packages) {
  return Object.fromEntries(
    Object.entries(packages).map(([at, { resolved, ...entry }]) => [
      at,
      resolved && !/^https?:/.test(resolved) ? { ...entry, resolved } : entry,
    ]),
  )
}

/** Node's resolution: beside the dependent, then in each folder above it. */
function isProvided(packages, at, name) {
  for (let folder = at; folder; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))))
    if (packages[`${folder}/node_modules/${name}`]) return true
  return packages[`node_modules/${name}`] !== undefined
}

function placeholder(name, range, dev) {
  const [, os, cpu] = PLATFORM.exec(name) ?? []
  return {
    version: range.replace(/^[\^~]/, ''),
    optional: true,
    ...(dev ? { dev: true } : {}),
    ...(os ? { os: [os === 'wasm32' ? 'none' : os] } : {}),
    ...(cpu ? { cpu: [cpu === 'wasi' ? 'wasm32' : cpu] } : {}),
  }
}
