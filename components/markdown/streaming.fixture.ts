/** A text with everything that a model may write, for tests of how it grows. */
export const ANSWER = `**Bottom line:** a *relational* database is the \`safer\` default, says [the manual](https://example.com/a_b).

## Why

1. Joins **and** transactions
2. New ~~old~~ questions

   still the second

- loose

- items

| | SQL | NoSQL |
| --- | --- | --- |
| Shape | Tables | \`Documents\` |

> Quoted **words**
> go on.

\`\`\`sql
select * from a
where b = '**not bold**'
\`\`\`

2 * 3 * 4 is 24, snake_case_name stays. It costs $5 and then $10.

The area is $\\pi r^2$ and the sum \\(a_1 + a_2\\), see [Boiling eggs](/sources/boiling-eggs#timing):

$$
\\int_0^1 x^2\\,dx = \\frac{1}{3}
$$

\\[ e^{i\\pi} + 1 = 0 \\]

\`\`\`mermaid
graph TD
  A --> B
\`\`\`

Done.`
