import { hasEnded } from '../../core/council/select.ts'
import { toConversationFile } from '../../core/export/json.ts'
import { toMarkdown } from '../../core/export/markdown.ts'
import { asShown } from '../../core/export/shown.ts'
import type { ExportedConversation, ExportedRun } from '../../core/export/types.ts'
import { cleanText } from '../../core/kernel/text.ts'
import type { Ctx } from '../context.ts'
import { stateOf } from '../runs/index.ts'
import { getConversation } from './get.ts'

export const EXPORT_FORMATS = ['markdown', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A rendered file: its text and an ASCII name that is safe in a header and on every disk. */
export type ExportedFile = { name: string; text: string }

const RENDERERS: Record<ExportFormat, { extension: string; render(conversation: ExportedConversation): string }> = {
  markdown: { extension: 'md', render: (given) => toMarkdown(asShown(given)) },
  json: { extension: 'json', render: (given) => `${JSON.stringify(toConversationFile(given), null, 2)}\n` },
}

/** One conversation as a file. Runs that are still going on are left out. Another tenant's conversation does not exist. */
export async function exportConversation(
  ctx: Ctx<'conversations' | 'runs' | 'imports'>,
  { id, format }: { id: string; format: ExportFormat },
): Promise<ExportedFile> {
  const { extension, render } = RENDERERS[format]
  const conversation = await readWhole(ctx, id)
  return { name: `${slugOf(conversation.title)}.${extension}`, text: render(conversation) }
}

async function readWhole(ctx: Ctx<'conversations' | 'runs' | 'imports'>, id: string): Promise<ExportedConversation> {
  const { turns, ...summary } = await getConversation(ctx, id)
  const imported = await ctx.imports.raw(ctx.actor.tenantId, id)
  const whole: ExportedConversation['turns'] = []
  for (const { runs, ...turn } of turns) {
    const ended: ExportedRun[] = []
    for (const run of runs) {
      const stored = await ctx.runs.get(ctx.actor.tenantId, run.id)
      const state = stored && stateOf(stored)
      if (stored && state && hasEnded(state)) ended.push({ state, events: stored.events })
    }
    whole.push({ ...turn, runs: ended })
  }
  const { title, createdAt, updatedAt, activeRunId } = summary
  return { id, title, createdAt, updatedAt, imported, activeRunId, turns: whole }
}

function slugOf(title: string): string {
  const ascii = cleanText(title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return ascii === '' ? 'conversation' : ascii
}
