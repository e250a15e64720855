ALTER TABLE "sign_offs" DROP CONSTRAINT "sign_offs_reasons";--> statement-breakpoint
ALTER TABLE "sign_offs" DROP CONSTRAINT "sign_offs_statement";--> statement-breakpoint
DROP INDEX "publishers_name";--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "head_seq" bigint;--> statement-breakpoint
ALTER TABLE "publishers" ADD COLUMN "fold" text;--> statement-breakpoint
-- Unique as names were until now; a new name is compared with each known one by the rule of SPEC S10.
UPDATE "publishers" SET "fold" = lower("name");--> statement-breakpoint
ALTER TABLE "publishers" ALTER COLUMN "fold" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "publishers_fold" ON "publishers" USING btree ("workspace_id","fold");--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_reasons" CHECK ("sign_offs"."decision" not in ('dissent', 'abstain') or (char_length(btrim(regexp_replace(regexp_replace("sign_offs"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 40 and "sign_offs"."cites" is not null)) NOT VALID;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_statement" CHECK ("sign_offs"."decision" <> 'approve-with-statement' or char_length(btrim(regexp_replace(regexp_replace("sign_offs"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) > 0) NOT VALID;--> statement-breakpoint
-- What follows is written by hand: who consents, how states move, and what is written once. As in 0001, these stop bugs and injected SQL.
CREATE OR REPLACE FUNCTION claim_move_is_legal(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was = becomes OR (was, becomes) IN (
    ('submitted', 'open'), ('submitted', 'closed'), ('open', 'closed'), ('closed', 'open'), ('closed', 'submitted'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION revision_move_is_legal(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was = becomes OR (was, becomes) IN (
    ('signing', 'published'), ('signing', 'withdrawn'), ('cooling-off', 'published'), ('cooling-off', 'withdrawn'),
    ('published', 'superseded'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION charter_move_is_legal(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was = becomes OR (was, becomes) IN (('proposed', 'in-force'), ('in-force', 'superseded'))
$$;
--> statement-breakpoint
-- The ids of the parties that a charter's or a record's bytes list as signing.
CREATE OR REPLACE FUNCTION signing_parties(document bytea) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT party->>'id' FROM jsonb_array_elements(convert_from(document, 'UTF8')::jsonb->'parties') AS party
  WHERE party->>'standing' = 'signing'
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_wrong_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sha256 IS DISTINCT FROM encode(sha256(NEW.bytes), 'hex') THEN
    RAISE EXCEPTION 'the digest on % is not of these bytes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER charter_versions_digest BEFORE INSERT ON charter_versions FOR EACH ROW EXECUTE FUNCTION refuse_wrong_digest();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER revisions_digest BEFORE INSERT ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_wrong_digest();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sign_offs_digest BEFORE INSERT ON sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_wrong_digest();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER objects_digest BEFORE INSERT ON objects FOR EACH ROW EXECUTE FUNCTION refuse_wrong_digest();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_charter_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' OR NEW.in_force_at IS NOT NULL THEN
      RAISE EXCEPTION 'a charter version begins as proposed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.number, NEW.bytes, NEW.sha256, NEW.proposed_at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.number, OLD.bytes, OLD.sha256, OLD.proposed_at)
  THEN
    RAISE EXCEPTION 'the bytes of a charter version do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT charter_move_is_legal(OLD.state, NEW.state) OR (OLD.in_force_at IS NOT NULL AND NEW.in_force_at IS DISTINCT FROM OLD.in_force_at) THEN
    RAISE EXCEPTION 'a charter version moves only forward' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'in-force' AND (NEW.in_force_at IS NULL OR NOT EXISTS (SELECT FROM signing_parties(NEW.bytes)) OR EXISTS (
    SELECT FROM signing_parties(NEW.bytes) AS asked(id) WHERE NOT EXISTS (
      SELECT FROM charter_ratifications r WHERE r.charter_version_id = NEW.id AND r.sha256 = NEW.sha256 AND r.party_id::text = asked.id)))
  THEN
    RAISE EXCEPTION 'a charter version is in force when every signing party has ratified it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER charter_versions_fixed BEFORE INSERT OR UPDATE OR DELETE ON charter_versions FOR EACH ROW EXECUTE FUNCTION refuse_charter_change();
--> statement-breakpoint
-- Whether every party that the charter's bytes list as signing ratified that charter and approved this record, by statements that name both digests.
CREATE OR REPLACE FUNCTION revision_is_consented(revision revisions) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  charter charter_versions;
  signers integer;
BEGIN
  SELECT * INTO charter FROM charter_versions WHERE id = revision.charter_version_id;
  signers := (convert_from(charter.bytes, 'UTF8')::jsonb->'parameters'->>'signersPerParty')::integer;
  IF NOT EXISTS (SELECT FROM signing_parties(charter.bytes)) THEN RETURN false; END IF;
  IF EXISTS (SELECT signing_parties(revision.bytes) EXCEPT SELECT signing_parties(charter.bytes)) THEN RETURN false; END IF;
  IF EXISTS (SELECT signing_parties(charter.bytes) EXCEPT SELECT signing_parties(revision.bytes)) THEN RETURN false; END IF;
  RETURN NOT EXISTS (SELECT FROM signing_parties(charter.bytes) AS asked(id) WHERE
    NOT EXISTS (
      SELECT FROM charter_ratifications r
      WHERE r.charter_version_id = charter.id AND r.sha256 = charter.sha256 AND r.party_id::text = asked.id)
    OR signers > (
      SELECT count(DISTINCT s.person_id)
      FROM sign_offs s, LATERAL (SELECT convert_from(s.bytes, 'UTF8')::jsonb AS says) AS statement
      WHERE s.revision_id = revision.id AND s.party_id::text = asked.id AND says->>'party' = asked.id
        AND says->>'decision' IN ('approve', 'approve-with-statement')
        AND says->>'recordSha256' = revision.sha256 AND says->>'charterSha256' = charter.sha256));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'signing' OR NEW.ended_at IS NOT NULL OR NEW.ended_by_party IS NOT NULL THEN
      RAISE EXCEPTION 'a revision begins in signing' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.number, NEW.bytes, NEW.sha256, NEW.charter_version_id, NEW.seq,
      NEW.head_seq, NEW.proposed_by, NEW.proposed_by_party, NEW.frozen_at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.number, OLD.bytes, OLD.sha256, OLD.charter_version_id, OLD.seq,
      OLD.head_seq, OLD.proposed_by, OLD.proposed_by_party, OLD.frozen_at)
  THEN
    RAISE EXCEPTION 'a frozen revision does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at) OR NEW.published_at < OLD.frozen_at
    OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_reason, NEW.ended_by_party)
      IS DISTINCT FROM (OLD.ended_at, OLD.ended_reason, OLD.ended_by_party))
  THEN
    RAISE EXCEPTION 'when and why a revision was published or ended is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT revision_move_is_legal(OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'a revision does not move from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'published' AND OLD.state <> 'published' AND NOT revision_is_consented(NEW) THEN
    RAISE EXCEPTION 'a revision is published when every signing party of its charter has approved it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER revisions_frozen BEFORE INSERT OR UPDATE OR DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();
--> statement-breakpoint
-- The columns beside a statement say what the statement says.
CREATE OR REPLACE FUNCTION refuse_unsigned_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  says jsonb := convert_from(NEW.bytes, 'UTF8')::jsonb;
BEGIN
  IF (says->>'revision', says->>'party', says->>'member', says->>'decision')
    IS DISTINCT FROM (NEW.revision_id::text, NEW.party_id::text, NEW.person_id::text, NEW.decision)
    OR ((says->>'v')::integer >= 2 AND (says->>'reason', says->>'cites') IS DISTINCT FROM (coalesce(NEW.reason, ''), NEW.cites))
  THEN
    RAISE EXCEPTION 'a sign-off is what its statement says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sign_offs_say_what_is_signed BEFORE INSERT ON sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_unsigned_columns();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_claim_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.number, NEW.wording, NEW.submitted_by, NEW.submitted_by_party, NEW.submitted_at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.number, OLD.wording, OLD.submitted_by, OLD.submitted_by_party, OLD.submitted_at)
    OR (OLD.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug)
    OR (OLD.opened_at IS NOT NULL AND NEW.opened_at IS DISTINCT FROM OLD.opened_at)
    OR (OLD.charter_version_id IS NOT NULL AND NEW.charter_version_id IS DISTINCT FROM OLD.charter_version_id)
  THEN
    RAISE EXCEPTION 'what a claim was submitted as, its charter and its address do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT claim_move_is_legal(OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'a claim does not move from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER claims_move BEFORE UPDATE OR DELETE ON claims FOR EACH ROW EXECUTE FUNCTION refuse_claim_change();
--> statement-breakpoint
-- A verdict points at the published revision of its claim, says what its bytes say, and changes only with a newer publication.
CREATE OR REPLACE FUNCTION refuse_verdict_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published revisions;
  says jsonb;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a verdict is not deleted' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'UPDATE' AND ((NEW.id, NEW.workspace_id, NEW.claim_id, NEW.slug, NEW.first_published_at)
      IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.slug, OLD.first_published_at)
    OR NEW.revision_id = OLD.revision_id OR NEW.position <= OLD.position)
  THEN
    RAISE EXCEPTION 'a verdict changes only with a newer publication' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT * INTO published FROM revisions WHERE id = NEW.revision_id AND claim_id = NEW.claim_id AND state = 'published';
  says := convert_from(published.bytes, 'UTF8')::jsonb;
  IF published.id IS NULL OR NEW.published_at IS DISTINCT FROM published.published_at
    OR (NEW.rating, NEW.language) IS DISTINCT FROM (says->'fields'->>'rating', says->>'language')
    OR NOT EXISTS (SELECT FROM claims c WHERE c.id = NEW.claim_id AND c.slug = NEW.slug)
  THEN
    RAISE EXCEPTION 'a verdict says what its published revision says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER verdicts_follow_publication BEFORE INSERT OR UPDATE OR DELETE ON verdicts FOR EACH ROW EXECUTE FUNCTION refuse_verdict_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_party_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.standing) IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.standing) THEN
    RAISE EXCEPTION 'a party and its standing are set by the charter' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER parties_standing_fixed BEFORE UPDATE OR DELETE ON parties FOR EACH ROW EXECUTE FUNCTION refuse_party_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_source_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.number, NEW.kind, NEW.url, NEW.file_sha256, NEW.attached_by, NEW.attached_by_party, NEW.attached_at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.number, OLD.kind, OLD.url, OLD.file_sha256, OLD.attached_by, OLD.attached_by_party, OLD.attached_at)
  THEN
    RAISE EXCEPTION 'what was attached, and by whom, does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sources_attached_once BEFORE UPDATE OR DELETE ON sources FOR EACH ROW EXECUTE FUNCTION refuse_source_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER question_acceptances_append_only BEFORE UPDATE OR DELETE ON question_acceptances FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER searches_append_only BEFORE UPDATE OR DELETE ON searches FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER appearances_append_only BEFORE UPDATE OR DELETE ON appearances FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER primary_justifications_kept BEFORE DELETE ON primary_justifications FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER publishers_kept BEFORE DELETE ON publishers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A table that is emptied fires no trigger of its rows.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['events', 'document_updates', 'sign_offs', 'charter_versions', 'charter_ratifications', 'objects', 'revisions',
    'revision_authors', 'verdicts', 'claims', 'parties', 'question_acceptances', 'searches', 'appearances', 'primary_justifications', 'sources', 'publishers']
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
