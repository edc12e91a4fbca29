-- What people do to conversations. `search` holds the words as the database's own parser sees them ('simple': every
-- language alike, no stems). An answer is indexed up to 100,000 characters, because a tsvector ends at 1 MiB.
ALTER TABLE "conversation"
    ADD COLUMN "title_edited" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "pinned_at" TIMESTAMPTZ(3),
    ADD COLUMN "archived_at" TIMESTAMPTZ(3),
    ADD COLUMN "favourite_at" TIMESTAMPTZ(3),
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "metadata" JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "title")) STORED;

ALTER TABLE "turn"
    ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "question")) STORED;

ALTER TABLE "run"
    ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, left("answer", 100000))) STORED;

-- CreateIndex
CREATE INDEX "conversation_pinned_idx" ON "conversation"("tenant_id", "updated_at" DESC, "id" DESC) WHERE (pinned_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "conversation_archived_idx" ON "conversation"("tenant_id", "updated_at" DESC, "id" DESC) WHERE (archived_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "conversation_favourite_idx" ON "conversation"("tenant_id", "updated_at" DESC, "id" DESC) WHERE (favourite_at IS NOT NULL);

-- The embedded engine has no autovacuum that would ever empty the pending lists of fast updates.
CREATE INDEX "conversation_search_idx" ON "conversation" USING GIN ("search") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "turn_search_idx" ON "turn" USING GIN ("search") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "run_search_idx" ON "run" USING GIN ("search") WITH (fastupdate = off);
