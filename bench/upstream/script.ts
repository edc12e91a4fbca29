import { type Fault, type Physics, physicsOf } from './physics.ts'

/** Overrides the physics of requests that match; `times` limits how many. The first rule that fits wins. */
export type Rule = {
  /** Part of the model name. */
  model?: string
  /** The path of a list of models, `/api/tags`: the fault strikes that instead of answers. */
  list?: string
  /** Text somewhere in the messages. */
  contains?: string
  /** Only requests with (or without) a response_format. */
  structured?: boolean
  times?: number
  physics: Partial<Physics>
}

export type Script = {
  set(rules: Rule[]): void
  /** Physics of one request: a matching rule over the model name. Faults that have struck often enough are left out. */
  physics(request: { model: string; text: string; tag: string; structured: boolean }): Physics
  /** What happens to somebody who asks this path for models. */
  listFault(path: string): Fault | null
}

export function createScript(): Script {
  let rules: { rule: Rule; left: number }[] = []
  const struck = new Map<string, number>()
  return {
    set(next) {
      rules = next.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }))
      struck.clear()
    },
    physics(request) {
      const named = physicsOf(request.model)
      const hit = rules.find(({ rule, left }) => left > 0 && fits(rule, request))
      if (hit) hit.left -= 1
      const physics = hit ? { ...named, ...hit.rule.physics } : named
      if (!physics.fault) return physics
      const key = `${request.tag}|${request.model}`
      const count = struck.get(key) ?? 0
      if (count >= physics.times) return { ...physics, fault: null }
      // A server that cannot do schemas answers every other request well.
      if (physics.fault === 'no-schema' && !request.structured) return { ...physics, fault: null }
      struck.set(key, count + 1)
      return physics
    },
    listFault(path) {
      const hit = rules.find(({ rule, left }) => left > 0 && rule.list === path)
      if (hit) hit.left -= 1
      return hit?.rule.physics.fault ?? null
    },
  }
}

function fits(rule: Rule, request: { model: string; text: string; structured: boolean }): boolean {
  if (rule.list !== undefined) return false
  if (rule.model !== undefined && !request.model.includes(rule.model)) return false
  if (rule.contains !== undefined && !request.text.includes(rule.contains)) return false
  return rule.structured === undefined || rule.structured === request.structured
}
