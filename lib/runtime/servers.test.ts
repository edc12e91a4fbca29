import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'
import { configuredProviders } from './servers.ts'

function configured(source: Record<string, string>) {
  const env = { NODE_ENV: 'test', ...source } as NodeJS.ProcessEnv
  return configuredProviders(readEnv(env), env)
}

const withoutOllama = (source: Record<string, string>) => configured({ OLLAMA_BASE_URL: 'off', ...source })

describe('who serves models', () => {
  it('is Ollama alone where nothing is set, to be asked at its usual port', () => {
    expect(configured({})).toEqual([
      {
        kind: 'ollama',
        name: 'ollama',
        label: 'Ollama',
        baseUrl: 'http://127.0.0.1:11434',
        apiKey: null,
        models: null,
      },
    ])
    expect(configured({ OLLAMA_BASE_URL: 'off' })).toEqual([])
  })

  it.each([
    ['openai', { OPENAI_API_KEY: 'k' }, { api: 'responses', baseUrl: 'https://api.openai.com/v1', apiKey: 'k' }],
    ['openai', { OPENAI_API_KEY: 'k', OPENAI_API: 'chat' }, { api: 'chat' }],
    ['anthropic', { ANTHROPIC_API_KEY: 'k' }, { baseUrl: 'https://api.anthropic.com/v1', apiKey: 'k' }],
    ['google', { GOOGLE_GENERATIVE_AI_API_KEY: 'k' }, { apiKey: 'k' }],
    ['google', { GEMINI_API_KEY: 'k' }, { apiKey: 'k' }],
    ['vertex', { GOOGLE_VERTEX_API_KEY: 'k' }, { access: { apiKey: 'k' }, baseUrl: null }],
    [
      'vertex',
      { GOOGLE_VERTEX_PROJECT: 'p', GOOGLE_VERTEX_LOCATION: 'europe-west4' },
      { access: { project: 'p', location: 'europe-west4' } },
    ],
    [
      'azure',
      { AZURE_API_KEY: 'k', AZURE_RESOURCE_NAME: 'lab', AZURE_MODELS: 'our-gpt, other' },
      { baseUrl: 'https://lab.openai.azure.com/openai', models: ['our-gpt', 'other'], apiVersion: null },
    ],
    ['bedrock', { AWS_REGION: 'eu-west-1', AWS_BEARER_TOKEN_BEDROCK: 't' }, { access: { apiKey: 't' } }],
    [
      'bedrock',
      {
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 's',
        BEDROCK_MODELS: 'amazon.nova-pro-v1:0',
      },
      { access: { accessKeyId: 'a', secretAccessKey: 's', sessionToken: null }, models: ['amazon.nova-pro-v1:0'] },
    ],
    ['openrouter', { OPENROUTER_API_KEY: 'k', OPENROUTER_MODELS: 'x/y' }, { models: ['x/y'] }],
  ])('is %s with %j', (name, source, expected) => {
    const [provider, ...others] = withoutOllama(source)
    expect(others).toEqual([])
    expect(provider).toMatchObject({ name, kind: name, ...expected })
    expect(provider?.models?.length).toBeGreaterThan(0)
  })

  it.each<Record<string, string>>([
    { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' },
    { AZURE_RESOURCE_NAME: 'x' },
  ])('is nobody for %j, which may be there for other reasons', (source) => {
    expect(withoutOllama(source)).toEqual([])
  })

  it('is any number of compatible servers, in the order of their numbers', () => {
    const source = {
      OPENAI_COMPATIBLE_BASE_URL: 'http://lab.example/v1',
      OPENAI_COMPATIBLE_BASE_URL_2: 'http://two.example/v1',
      OPENAI_COMPATIBLE_NAME_2: 'Second Lab',
      OPENAI_COMPATIBLE_MODELS_2: 'a,b',
      OPENAI_COMPATIBLE_API_KEY_2: 'k2',
      OPENAI_COMPATIBLE_BASE_URL_10: 'http://ten.example/v1',
    }
    expect(withoutOllama(source)).toMatchObject([
      { name: 'lab.example', models: null, apiKey: null },
      { name: 'second-lab', models: ['a', 'b'], apiKey: 'k2' },
      { name: 'ten.example', models: null },
    ])
  })

  it('leaves Ollama to the compatible server that is set up for it', () => {
    const source = { OPENAI_COMPATIBLE_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_COMPATIBLE_NAME: 'ollama' }
    expect(configured(source)).toMatchObject([{ kind: 'compatible', name: 'ollama' }])
  })
})

describe('settings that cannot be used', () => {
  it.each([
    ['OPENAI_BASE_URL', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'not an address' }],
    ['OPENAI_BASE_URL', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'file:///etc/passwd' }],
    ['OPENAI_API', { OPENAI_API: 'assistants' }],
    ['GOOGLE_VERTEX_LOCATION', { GOOGLE_VERTEX_PROJECT: 'p' }],
    ['GOOGLE_VERTEX_LOCATION', { GOOGLE_VERTEX_LOCATION: 'x.evil.example/' }],
    ['AZURE_RESOURCE_NAME', { AZURE_API_KEY: 'k', AZURE_MODELS: 'm' }],
    ['AZURE_RESOURCE_NAME', { AZURE_RESOURCE_NAME: 'evil.example/#' }],
    ['AZURE_MODELS', { AZURE_API_KEY: 'k', AZURE_RESOURCE_NAME: 'lab' }],
    ['AWS_REGION', { AWS_BEARER_TOKEN_BEDROCK: 't' }],
    ['AWS_ACCESS_KEY_ID', { AWS_REGION: 'eu-west-1', BEDROCK_MODELS: 'm' }],
    ['AWS_SECRET_ACCESS_KEY', { AWS_REGION: 'eu-west-1', BEDROCK_MODELS: 'm', AWS_ACCESS_KEY_ID: 'a' }],
    ['OLLAMA_BASE_URL', { OLLAMA_BASE_URL: 'localhost' }],
    ['ALLOW_PRIVATE_PROVIDERS', { ALLOW_PRIVATE_PROVIDERS: 'perhaps' }],
    ['OPENAI_COMPATIBLE_BASE_URL_2', { OPENAI_COMPATIBLE_BASE_URL_2: 'lab' }],
    [
      'OPENAI_COMPATIBLE_NAME_2',
      {
        OPENAI_COMPATIBLE_BASE_URL: 'http://lab.example/v1',
        OPENAI_COMPATIBLE_BASE_URL_2: 'http://lab.example/other/v1',
      },
    ],
    [
      'OPENAI_COMPATIBLE_NAME',
      { OPENAI_API_KEY: 'k', OPENAI_COMPATIBLE_NAME: 'openai', OPENAI_COMPATIBLE_BASE_URL: 'http://lab.example/v1' },
    ],
  ])('name %s', (variable, source) => {
    expect(() => withoutOllama(source)).toThrow(new RegExp(`\\b${variable}:`))
  })
})
