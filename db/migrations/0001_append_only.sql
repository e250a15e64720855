-- What is written once stays as it was written. These triggers stop bugs and injected SQL, not an operator with a shell.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_updates_append_only BEFORE UPDATE OR DELETE ON document_updates FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sign_offs_append_only BEFORE UPDATE OR DELETE ON sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER charter_ratifications_append_only BEFORE UPDATE OR DELETE ON charter_ratifications FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER objects_append_only BEFORE UPDATE OR DELETE ON objects FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER revision_authors_append_only BEFORE UPDATE OR DELETE ON revision_authors FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR NEW.id <> OLD.id OR NEW.claim_id <> OLD.claim_id OR NEW.number <> OLD.number
    OR NEW.bytes <> OLD.bytes OR NEW.sha256 <> OLD.sha256 OR NEW.charter_version_id <> OLD.charter_version_id
    OR NEW.seq <> OLD.seq OR NEW.proposed_by <> OLD.proposed_by OR NEW.frozen_at <> OLD.frozen_at
  THEN
    RAISE EXCEPTION 'a frozen revision does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revisions_frozen BEFORE UPDATE OR DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();
--> statement-breakpoint
CREATE FUNCTION refuse_charter_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.bytes <> OLD.bytes OR NEW.sha256 <> OLD.sha256 OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'the bytes of a charter version do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER charter_versions_fixed BEFORE UPDATE OR DELETE ON charter_versions FOR EACH ROW EXECUTE FUNCTION refuse_charter_change();
