-- CreateTable
CREATE TABLE "provider_check" (
    "provider" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "healthy" INTEGER NOT NULL,
    "unhealthy" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "reason" TEXT,
    "latency_ms" INTEGER,

    CONSTRAINT "provider_check_pkey" PRIMARY KEY ("provider", "at", "source")
);

-- CreateIndex
CREATE INDEX "provider_check_at_idx" ON "provider_check"("at");
