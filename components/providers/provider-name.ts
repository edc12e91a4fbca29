/** Names as their owners write them, the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  openrouter: 'OpenRouter',
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  google: 'Google AI Studio',
  vertex: 'Google Vertex AI',
  azure: 'Azure OpenAI',
  bedrock: 'AWS Bedrock',
  ollama: 'Ollama',
}

/** What people call a provider; one that the operator has named keeps that name. */
export function providerName(id: string): string {
  return Object.hasOwn(NAMES, id) ? (NAMES[id] ?? id) : id
}
