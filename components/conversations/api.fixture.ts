import type { SearchHitResource } from '@/lib/api/conversations/resource.schema.ts'
import type { Api } from '@/lib/client/api.ts'
import { ApiProblem } from '@/lib/client/api-problem.ts'

/** An API that notes what it is asked for and answers what the test says. */
export function notedApi(answers: Partial<Api> = {}) {
  const asked: unknown[] = []
  const note =
    (name: string) =>
    async (input: unknown): Promise<void> => {
      asked.push([name, input])
    }
  const refuse = () => Promise.reject(new ApiProblem({ code: 'INTERNAL', message: 'Not part of this.', status: 500 }))
  const client: Api = {
    startRun: refuse,
    cancelRun: refuse,
    continueRun: refuse,
    retrySeat: refuse,
    takeAnswer: refuse,
    updateConversation: note('update'),
    deleteConversation: note('delete'),
    restoreConversation: note('restore'),
    listConversations: async () => ({ rows: [], next: null }),
    searchConversations: async () => [],
    ...answers,
  }
  return { asked, client }
}

/** A found answer about the sky. */
export function sampleHit(changes: Partial<SearchHitResource> = {}): SearchHitResource {
  return {
    object: 'search_hit',
    conversation_id: 'cnv_1',
    title: 'The sky',
    updated_at: '2026-11-20T12:00:00.000Z',
    is_archived: false,
    found_in: 'answer',
    turn_id: 'trn_1',
    snippet: [
      { text: '**Short** ', is_match: false },
      { text: 'waves', is_match: true },
      { text: ' <img src=x onerror=alert(1)>', is_match: false },
    ],
    links: { self: '/api/v1/conversations/cnv_1', html: '/c/cnv_1#trn_1' },
    ...changes,
  }
}
