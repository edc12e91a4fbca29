-- Every call that reached an upstream, in a table of its own that nothing is deleted from with a conversation. What was
-- called before is taken over as far as it was kept, without imported runs, which were paid for elsewhere.
ALTER TABLE "run" ADD COLUMN "actor_kind" TEXT, ADD COLUMN "actor_id" TEXT;

-- CreateTable
CREATE TABLE "ledger" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "actor_kind" TEXT,
    "actor_id" TEXT,
    "run_id" TEXT,
    "conversation_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "stage" TEXT,
    "seat" TEXT,
    "attempt" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "input_tokens" BIGINT,
    "output_tokens" BIGINT,
    "cached_tokens" BIGINT,
    "reasoning_tokens" BIGINT,
    "price_source" TEXT,
    "price_input" DOUBLE PRECISION,
    "price_output" DOUBLE PRECISION,
    "price_cached" DOUBLE PRECISION,
    "cost_status" TEXT,
    "pico_usd" BIGINT,
    "is_estimated" BOOLEAN NOT NULL DEFAULT false,
    "first_token_ms" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("id")
);

INSERT INTO "ledger" ("id", "tenant_id", "run_id", "conversation_id", "purpose", "stage", "seat", "attempt", "provider",
  "model", "status", "reason", "input_tokens", "output_tokens", "reasoning_tokens", "cost_status", "pico_usd",
  "is_estimated", "started_at", "ended_at")
SELECT k.run_id || '/' || k.stage || '/' || k.seat || '/' || k.attempt, k.tenant_id, k.run_id, r.conversation_id, 'run',
  k.stage, k.seat, k.attempt, split_part(k.model, '/', 1), k.model,
  CASE WHEN k.status = 'running' THEN 'open' WHEN k.reason = 'abandoned' THEN 'abandoned' ELSE k.status END, k.reason,
  (k.usage ->> 'inputTokens')::numeric::bigint, (k.usage ->> 'outputTokens')::numeric::bigint,
  (k.usage ->> 'reasoningTokens')::numeric::bigint, k.cost ->> 'status', (k.cost ->> 'picoUsd')::bigint,
  coalesce((k.cost ->> 'estimated')::boolean, false), k.started_at, k.ended_at
FROM "run_call" k JOIN "run" r ON r.id = k.run_id JOIN "conversation" c ON c.id = r.conversation_id
WHERE c.source_id IS NULL OR r.owner IS NOT NULL;

INSERT INTO "ledger" ("id", "tenant_id", "actor_kind", "conversation_id", "purpose", "attempt", "provider", "model",
  "status", "reason", "input_tokens", "output_tokens", "reasoning_tokens", "cost_status", "pico_usd", "is_estimated",
  "started_at", "ended_at")
SELECT k.conversation_id || '/' || k.purpose || '/' || k.attempt, k.tenant_id, 'system', k.conversation_id, k.purpose,
  k.attempt, split_part(k.model, '/', 1), k.model,
  CASE WHEN k.status = 'running' THEN 'open' WHEN k.reason = 'abandoned' THEN 'abandoned' ELSE k.status END, k.reason,
  (k.usage ->> 'inputTokens')::numeric::bigint, (k.usage ->> 'outputTokens')::numeric::bigint,
  (k.usage ->> 'reasoningTokens')::numeric::bigint, k.cost ->> 'status', (k.cost ->> 'picoUsd')::bigint,
  coalesce((k.cost ->> 'estimated')::boolean, false), k.started_at, k.ended_at
FROM "conversation_call" k;

-- CreateIndex
CREATE INDEX "ledger_tenant_id_started_at_idx" ON "ledger"("tenant_id", "started_at");

-- CreateIndex
CREATE INDEX "ledger_run_id_idx" ON "ledger"("run_id");
