export const ANSWER = `The area under $x^2$ from 0 to 1 is one third, whether it costs $5 or $10 to find out.

$$
\\int_0^1 x^2\\,dx = \\left[\\frac{x^3}{3}\\right]_0^1 = \\frac{1}{3}
$$

In code, \\(n = 1000\\) steps are enough:

\`\`\`python
def area(n: int = 1000) -> float:
    # the middle of each strip
    return sum(((i + 0.5) / n) ** 2 for i in range(n)) / n

print(f"{area():.4f}")  # 0.3333
\`\`\`

| Method | Steps | Error | Cost | Needs |
| --- | --: | --- | --- | --- |
| Middle of strips | 1000 | small | low | a loop |
| Simpson | 10 | none here | low | a loop |

\`\`\`mermaid
graph TD
  Q[Question] --> A[Opinions]
  A --> R{Review}
  R -->|ranked| V[Verdict]
  V --> D[(Archive)]
\`\`\`

\`\`\`mermaid
this is no diagram
\`\`\`

Source: [Boiling eggs](/sources/boiling-eggs#timing)`

type File = { name: string; mimeType: string; buffer: Buffer }

/** A diagram whose label would like to be more than text. */
export const HOSTILE = '```mermaid\ngraph TD\n  A[Question] --> B["<img src=x onerror=alert(1)> label"]\n```'

/** A conversation file whose answers hold everything an answer can hold, or what is given. */
export function richFile({ turns = 1, answer = ANSWER } = {}): File {
  const messages = Array.from({ length: turns }, (_, i) => [
    { role: 'user', content: `What is the area under a parabola, take ${i + 1}?` },
    {
      role: 'assistant',
      stage1: ['a/one', 'b/two', 'c/three'].map((model) => ({ model, response: `As ${model} sees it:\n\n${answer}` })),
      stage2: [],
      stage3: { model: 'a/one', response: answer },
    },
  ]).flat()
  const content = {
    id: `7c9e6679-7425-40de-944b-${String(turns).padStart(12, '0')}`,
    created_at: '2025-11-23T10:15:30.123456',
    title: 'Parabola',
    messages,
  }
  return { name: 'parabola.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) }
}
