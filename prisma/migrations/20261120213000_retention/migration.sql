-- What was removed is purged by its age.
CREATE INDEX "conversation_removed_idx" ON "conversation"("deleted_at") WHERE (deleted_at IS NOT NULL);
