ALTER TABLE "document_versions" DROP CONSTRAINT "document_versions_never_of_notes";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "is_closed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- by hand
UPDATE "documents" d SET "is_closed" = true FROM "claims" c WHERE c."id" = d."claim_id" AND d."kind" = 'record' AND c."state" = 'closed';
--> statement-breakpoint
-- A record is closed and reopened with its claim, whoever does that. The append holds the record's row while it writes, so no row commits after the closing.
CREATE OR REPLACE FUNCTION close_record_with_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE documents SET is_closed = (NEW.state = 'closed') WHERE claim_id = NEW.id AND kind = 'record';
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER claims_close_record AFTER UPDATE OF state ON claims FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION close_record_with_claim();
