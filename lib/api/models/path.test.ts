import { expect, it } from 'vitest'
import { withModelId } from './path.ts'

it.each([
  ['/api/v1/models/demo/archivist', '/api/v1/models/demo%2Farchivist'],
  ['/api/v1/models/demo%2Farchivist', '/api/v1/models/demo%2Farchivist'],
  ['/api/v1/models/demo%252Farchivist', '/api/v1/models/demo%2Farchivist'],
  ['/api/v1/models/openrouter/openai/gpt-5.1/insights', '/api/v1/models/openrouter%2Fopenai%2Fgpt-5.1/insights'],
  ['/api/v1/models', '/api/v1/models'],
  ['/api/v1/runs/run_1', '/api/v1/runs/run_1'],
])('%s names the model as %s', (path, expected) => {
  expect(withModelId(path)).toBe(expected)
})
