-- A model that is still configured here, but that its provider's own list does not name any more.
ALTER TABLE "model" ADD COLUMN "unlisted_since" TIMESTAMPTZ(3);
