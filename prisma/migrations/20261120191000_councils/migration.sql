-- CreateTable
CREATE TABLE "council" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "members" TEXT[],
    "chairman" TEXT NOT NULL,
    "voting" TEXT NOT NULL,
    "reviewers" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "idempotency_key" TEXT,
    "body_hash" TEXT,

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "council_tenant_id_created_at_id_idx" ON "council"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "council_tenant_id_idempotency_key_key" ON "council"("tenant_id", "idempotency_key");

-- AddForeignKey
ALTER TABLE "council" ADD CONSTRAINT "council_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
