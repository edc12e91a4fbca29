import { Badge } from '../ui/badge.tsx'
import { Group } from '../ui/group.tsx'
import type { ModelEntry } from './entry.ts'
import type { ModelWords } from './model-words.ts'

const COLUMNS = [
  'model',
  'provider',
  'family',
  'context',
  'price',
  'requests',
  'errors',
  'firstToken',
  'latency',
] as const
const HEAD = 'h-9 pr-4 text-left font-normal text-ink-3 align-bottom pb-2'
const CELL = 'py-3 pr-4 align-top'

type Props = { models: ModelEntry[]; words: ModelWords }

/** The catalogue on a wide screen. */
export function ModelTable({ models, words }: Props) {
  const { t, count } = words
  return (
    <Group aria-label={t('title')} scrolls className="hidden overflow-x-auto md:block">
      <table className="w-full min-w-[56rem] border-collapse text-xs">
        <thead>
          <tr className="border-line border-y">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={HEAD}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id} className="border-line border-b">
              <th scope="row" className={`${CELL} max-w-64 text-left font-normal`}>
                <Name model={model} words={words} />
              </th>
              <td className={CELL}>{model.provider}</td>
              <td className={CELL}>{model.family ?? t('none')}</td>
              <td className={CELL}>{words.context(model)}</td>
              <td className={CELL}>
                <Price model={model} words={words} />
              </td>
              <td className={CELL}>{count(model.requests)}</td>
              <td className={CELL}>{count(model.errors)}</td>
              <td className={CELL}>
                <Mean figure={model.firstToken} words={words} />
              </td>
              <td className={CELL}>
                <Mean figure={model.latency} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Group>
  )
}

/** The same on a phone: a card each. */
export function ModelCards({ models, words }: Props) {
  const { t, count } = words
  return (
    <ul className="divide-y border-y md:hidden">
      {models.map((model) => (
        <li key={model.id} className="space-y-3 py-4 text-xs">
          <Name model={model} words={words} />
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            <Fact name={t('provider')}>{model.provider}</Fact>
            <Fact name={t('context')}>{words.context(model)}</Fact>
            <Fact name={t('price')}>
              <Price model={model} words={words} />
            </Fact>
            <Fact name={t('requests')}>{count(model.requests)}</Fact>
            <Fact name={t('errors')}>{count(model.errors)}</Fact>
            <Fact name={t('latency')}>
              <Mean figure={model.latency} words={words} />
            </Fact>
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Name({ model, words }: { model: ModelEntry; words: ModelWords }) {
  return (
    <>
      <span className="block break-words font-medium text-ink text-sm">{model.name}</span>
      <span className="block break-all text-ink-3">{model.id}</span>
      <span className="mt-1.5 flex flex-wrap gap-1 empty:hidden">
        {words.marks(model).map(({ text, tone }) => (
          <Badge key={text} tone={tone}>
            {text}
          </Badge>
        ))}
      </span>
    </>
  )
}

function Price({ model, words }: { model: ModelEntry; words: ModelWords }) {
  const { amounts, note } = words.price(model)
  return (
    <>
      {amounts.map((amount) => (
        <span key={amount} className="block">
          {amount}
        </span>
      ))}
      {note ? <span className="block text-ink-3">{note}</span> : null}
    </>
  )
}

function Mean({ figure, words }: { figure: ModelEntry['latency']; words: ModelWords }) {
  return (
    <>
      {words.mean(figure)}
      {figure ? <span className="block text-ink-3">{words.t('of', { count: words.count(figure.count) })}</span> : null}
    </>
  )
}
