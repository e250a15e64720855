ALTER TABLE "documents" ALTER COLUMN "claim_id" DROP NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_one_open_draft" ON "documents" USING btree ("workspace_id") WHERE "documents"."kind" = 'charter' and not "documents"."is_closed";--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_of_a_claim" CHECK (("documents"."kind" = 'charter') = ("documents"."claim_id" is null));--> statement-breakpoint
-- by hand
-- A draft of the charter that was proposed or overtaken is read and never written again.
CREATE TRIGGER documents_ended_drafts BEFORE UPDATE OR DELETE ON documents FOR EACH ROW
  WHEN (OLD.kind = 'charter' AND OLD.is_closed) EXECUTE FUNCTION refuse_change();
