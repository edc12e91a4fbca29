-- Titles write themselves, and `title_state` says where that stands. Calls to models that belong to no run have rows of
-- their own, so that what they cost is counted. An imported title is the one its file gave.
ALTER TABLE "conversation" ADD COLUMN "title_state" TEXT NOT NULL DEFAULT 'first_words';

UPDATE "conversation" SET "title_state" = 'settled' WHERE "source_id" IS NOT NULL;

-- CreateIndex
CREATE INDEX "conversation_title_due_idx" ON "conversation"("updated_at" DESC) WHERE (title_state = 'due'::text);

-- CreateTable
CREATE TABLE "conversation_call" (
    "conversation_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "usage" JSONB,
    "cost" JSONB,
    "tokens" BIGINT,
    "pico_usd" BIGINT,
    "reason" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_call_pkey" PRIMARY KEY ("conversation_id","purpose","attempt")
);

-- AddForeignKey
ALTER TABLE "conversation_call" ADD CONSTRAINT "conversation_call_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
