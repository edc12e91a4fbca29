/** A long answer of everything that answers hold, `chars` characters or a little more. */
export function longAnswer(chars: number): string {
  let text = ''
  for (let i = 1; text.length < chars; i++) text += section(i)
  return text
}

function section(i: number): string {
  return `## Part ${i}

The ${i}th part says *something* in **some words**, with \`code\` and [a link](https://example.com/${i}), so that it fills
two or three lines of an ordinary paragraph, and costs about $${i}.

- an item that goes on for a while
- another item with $x_${i}^2$ in it

| Column | Value |
| --- | --: |
| first | ${i} |
| second | ${i * 2} |

\`\`\`ts
const part${i} = ${i} // a line of code
\`\`\`

`
}
