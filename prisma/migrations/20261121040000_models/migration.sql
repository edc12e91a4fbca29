-- The catalogue of models: what they are, what each source says they cost and since when, what an operator decided, and
-- how they did here. Prices stand by source, so that an override that is taken back leaves what was there before.
CREATE TABLE "model" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "family" TEXT,
    "context_tokens" INTEGER,
    "input_modalities" TEXT[],
    "output_modalities" TEXT[],
    "default_max_tokens" INTEGER,
    "default_temperature" DOUBLE PRECISION,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_chairman_capable" BOOLEAN,
    "requests" BIGINT NOT NULL DEFAULT 0,
    "errors" BIGINT NOT NULL DEFAULT 0,
    "latency_ms" BIGINT NOT NULL DEFAULT 0,
    "latency_count" BIGINT NOT NULL DEFAULT 0,
    "first_token_ms" BIGINT NOT NULL DEFAULT 0,
    "first_token_count" BIGINT NOT NULL DEFAULT 0,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_since" TIMESTAMPTZ(3),

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_price" (
    "model_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "input" DOUBLE PRECISION NOT NULL,
    "output" DOUBLE PRECISION NOT NULL,
    "cached_input" DOUBLE PRECISION,
    "reasoning" DOUBLE PRECISION,
    "long_context" JSONB,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_price_pkey" PRIMARY KEY ("model_id","source")
);

-- CreateTable
CREATE TABLE "catalogue_refresh" (
    "source" TEXT NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "refreshed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "catalogue_refresh_pkey" PRIMARY KEY ("source")
);

-- AddForeignKey
ALTER TABLE "model_price" ADD CONSTRAINT "model_price_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE CASCADE ON UPDATE CASCADE;
