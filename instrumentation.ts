/** Opens the database and takes unfinished runs over before the first request is answered. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./lib/runtime/boot.ts')).boot()
}
