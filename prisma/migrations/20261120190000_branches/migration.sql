-- AlterTable
ALTER TABLE "conversation" ADD COLUMN "active_run_id" TEXT,
ADD COLUMN "thread_run_id" TEXT,
ADD COLUMN "thread_seat" TEXT;

-- AlterTable
ALTER TABLE "run" ADD COLUMN "taken_seat" TEXT;

-- AlterTable
ALTER TABLE "turn" ADD COLUMN "parent_run_id" TEXT;

-- CreateIndex
CREATE INDEX "conversation_thread_idx" ON "conversation"("thread_run_id") WHERE (thread_run_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_thread_run_id_fkey" FOREIGN KEY ("thread_run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now every question followed the newest answer of the one before it.
UPDATE "turn" t SET "parent_run_id" = (
  SELECT r."id" FROM "turn" b JOIN "run" r ON r."turn_id" = b."id"
  WHERE b."conversation_id" = t."conversation_id" AND b."position" = t."position" - 1
  ORDER BY r."created_at" DESC, r."id" DESC LIMIT 1
);
