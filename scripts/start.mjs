// `npm start`: from a clean clone to a served page, with nothing but Node 20. Installs, builds and serves; each only
// when it has to.
import { passThrough } from './lib/child.mjs'
import { dataOwner } from './lib/owner.mjs'
import { dataDir, loadDotEnv } from './lib/paths.mjs'
import { choosePort } from './lib/port.mjs'
import { build, generate, install } from './lib/prepare.mjs'
import { step } from './lib/progress.mjs'
import { CommandFailed, endChildrenOnSignals, tail } from './lib/run.mjs'
import { addressOf, serve } from './lib/serve.mjs'

/** One of these switches a provider on. */
const PROVIDER_VARIABLES = [
  'OPENROUTER_API_KEY',
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'GOOGLE_GENERATIVE_AI_API_KEY',
  'GEMINI_API_KEY',
  'GOOGLE_VERTEX_API_KEY',
  'GOOGLE_VERTEX_PROJECT',
  'AZURE_API_KEY',
  'AWS_BEARER_TOKEN_BEDROCK',
  'BEDROCK_MODELS',
  'OLLAMA_MODELS',
  'OPENAI_COMPATIBLE_BASE_URL',
]

loadDotEnv()
const host = process.env.HOST || '127.0.0.1'
const stopListening = endChildrenOnSignals()
try {
  await start()
} catch (error) {
  process.exitCode = 1
  if (error instanceof CommandFailed) console.error(`\n${tail(error.log)}\n\n${error.message}. All of it: ${error.log}`)
  else console.error(`\n${error.message}`)
}

async function start() {
  console.log('\nLLM Council\n')
  const owner = process.env.DATABASE_URL ? null : dataOwner(dataDir())
  if (owner !== null)
    throw new Error(`LLM Council is already running on this data as process PID ${owner} (${dataDir()}).`)
  const port = await choosePort({ wanted: process.env.PORT, host })
  await install(step)
  await generate()
  await build(step)
  stopListening()

  const server = serve({ port, host })
  let isStopping = false
  const ended = passThrough(server.child, {
    onSignal() {
      isStopping = true
      console.log('\nStopping: what is running is put down safely …')
    },
  })
  try {
    await step('Starting', () => server.ready)
    if (!isStopping) {
      console.log(welcome(addressOf(host, port)))
      // A page is loaded when it is first asked for: better now than by a person.
      fetch(addressOf(host, port)).catch(() => {})
    }
  } catch (error) {
    server.child.kill('SIGTERM')
    if (!isStopping) throw error
  }
  process.exitCode = await ended
}

function welcome(address) {
  const { DATABASE_URL } = process.env
  const rows = {
    Open: address,
    Models: PROVIDER_VARIABLES.some((name) => process.env[name])
      ? 'the ones you configured, and the built-in offline demo'
      : 'the built-in offline demo (not language models); put a key in .env for real ones, see .env.example',
    Data: DATABASE_URL ? 'in your PostgreSQL (DATABASE_URL)' : `in ${dataDir()}`,
    Stop: 'Ctrl+C; what is running goes on at the next start',
  }
  const lines = Object.entries(rows).map(([name, text]) => `  ${name.padEnd(8)} ${text}`)
  return `\n  Several models answer, review one another, and one writes the answer that stands.\n\n${lines.join('\n')}\n`
}
