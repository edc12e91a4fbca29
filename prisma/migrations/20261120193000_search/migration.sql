-- The newest questions of a tenant, where the search looks first. Answers and titles have such an index.
CREATE INDEX "turn_tenant_id_created_at_idx" ON "turn"("tenant_id", "created_at");

-- What the sidebar lists: without this the database reads archived and deleted ones only to leave them out.
CREATE INDEX "conversation_current_idx" ON "conversation"("tenant_id", "updated_at" DESC, "id" DESC) WHERE (deleted_at IS NULL AND archived_at IS NULL);
