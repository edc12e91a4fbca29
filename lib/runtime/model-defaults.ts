import 'server-only'

/** Asked where the settings name no models: strongest first, the last one cheap. Ids as of November 2026. */
export const modelDefaults = {
  openai: ['gpt-6-sol', 'gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-6-luna'],
  anthropic: ['claude-opus-5-5', 'claude-opus-4-8', 'claude-sonnet-5', 'claude-haiku-4-5'],
  google: ['gemini-3.1-pro-preview', 'gemini-3.8-flash', 'gemini-3.5-flash', 'gemini-3.1-flash-lite'],
  bedrock: [
    'global.anthropic.claude-opus-5-5',
    'global.anthropic.claude-sonnet-5-v1:0',
    'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    'global.amazon.nova-2-lite-v1:0',
  ],
  /** Four members and a chairman of different families. */
  openrouter: [
    'openai/gpt-5.1',
    'anthropic/claude-sonnet-4.5',
    'x-ai/grok-4',
    'google/gemini-2.5-flash',
    'google/gemini-3-pro-preview',
  ],
} as const
