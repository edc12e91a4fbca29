/** What the choice has to know of a model. */
export type TitleModel = {
  id: string
  demo: boolean
  inputUsdPerMillion: number | null
  outputUsdPerMillion: number | null
}

/** The offline model that writes titles where no real one took part. */
const OFFLINE = 'demo/editor'

/**
 * Who writes the title: the cheapest real model that already read the question, a known price before an unknown one. A
 * conversation of offline models stays with them. Null where none of them is there any more.
 */
export function chooseTitleModel(models: readonly TitleModel[], seated: readonly string[]): string | null {
  const here = seated.flatMap((id) => models.find((model) => model.id === id) ?? [])
  const real = here.filter((model) => !model.demo).sort((a, b) => priceOf(a) - priceOf(b))
  if (real[0]) return real[0].id
  if (here.length === 0) return null
  return (models.find((model) => model.id === OFFLINE) ?? here[0])?.id ?? null
}

function priceOf({ inputUsdPerMillion: input, outputUsdPerMillion: output }: TitleModel): number {
  return input === null || output === null ? Number.MAX_VALUE : input + output
}
