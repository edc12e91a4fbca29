-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "imported_raw" JSONB,
ADD COLUMN     "source_hash" TEXT,
ADD COLUMN     "source_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "conversation_tenant_id_source_id_source_hash_key" ON "conversation"("tenant_id", "source_id", "source_hash");
