import 'server-only'

/** A setting that cannot be used; ends the start with the variable's name. */
export class SettingsError extends Error {
  constructor(variable: string, problem: string) {
    super(`These settings cannot be used:\n  ${variable}: ${problem}`)
    this.name = 'SettingsError'
  }
}

/** The names in a list separated by commas; null where there is none. */
export function namesIn(value: string | null | undefined): string[] | null {
  const names = (value ?? '').split(',').flatMap((name) => name.trim() || [])
  return names.length > 0 ? [...new Set(names)] : null
}
