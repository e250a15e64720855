CREATE TABLE "revision_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"hours" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revision_holds_once_per_party" UNIQUE("revision_id","party_id"),
	CONSTRAINT "revision_holds_hours" CHECK ("revision_holds"."hours" > 0),
	CONSTRAINT "revision_holds_reason" CHECK (char_length(btrim(regexp_replace(regexp_replace("revision_holds"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 20)
);
--> statement-breakpoint
CREATE TABLE "sign_off_withdrawals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"sign_off_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_off_withdrawals_sign_off_id_unique" UNIQUE("sign_off_id"),
	CONSTRAINT "sign_off_withdrawals_reason" CHECK (char_length(btrim(regexp_replace(regexp_replace("sign_off_withdrawals"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 20)
);
--> statement-breakpoint
ALTER TABLE "sign_offs" DROP CONSTRAINT "sign_offs_once_per_person";--> statement-breakpoint
ALTER TABLE "revisions" DROP CONSTRAINT "revisions_state";--> statement-breakpoint
ALTER TABLE "revisions" DROP CONSTRAINT "revisions_published_at";--> statement-breakpoint
ALTER TABLE "sign_offs" DROP CONSTRAINT "sign_offs_decision";--> statement-breakpoint
ALTER TABLE "sign_offs" DROP CONSTRAINT "sign_offs_reasons";--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "signing_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "mediation_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "notices" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "outcome_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "releases_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD COLUMN "ground" text;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD COLUMN "seq" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "revision_holds" ADD CONSTRAINT "revision_holds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_holds" ADD CONSTRAINT "revision_holds_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_holds" ADD CONSTRAINT "revision_holds_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_holds" ADD CONSTRAINT "revision_holds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_withdrawals" ADD CONSTRAINT "sign_off_withdrawals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_withdrawals" ADD CONSTRAINT "sign_off_withdrawals_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_withdrawals" ADD CONSTRAINT "sign_off_withdrawals_sign_off_id_sign_offs_id_fk" FOREIGN KEY ("sign_off_id") REFERENCES "public"."sign_offs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_withdrawals" ADD CONSTRAINT "sign_off_withdrawals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_withdrawals" ADD CONSTRAINT "sign_off_withdrawals_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_off_withdrawals_revision" ON "sign_off_withdrawals" USING btree ("revision_id");--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_once_per_person" UNIQUE("revision_id","person_id","seq");--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_outcome" CHECK ("revisions"."outcome" in ('joint', 'with-dissent', 'split', 'no-joint-finding'));--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_cooling" CHECK ("revisions"."state" <> 'cooling-off' or ("revisions"."releases_at" is not null and "revisions"."outcome_at" is not null));--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_state" CHECK ("revisions"."state" in ('signing', 'cooling-off', 'published', 'superseded', 'retracted', 'withdrawn', 'expired'));--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_published_at" CHECK (("revisions"."state" in ('published', 'superseded', 'retracted')) = ("revisions"."published_at" is not null));--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_ground" CHECK (("sign_offs"."decision" = 'object') = ("sign_offs"."ground" is not null) and "sign_offs"."ground" in ('safety', 'law', 'scope', 'evidence-pending'));--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_decision" CHECK ("sign_offs"."decision" in ('approve', 'approve-with-statement', 'dissent', 'object', 'abstain', 'recuse'));--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_reasons" CHECK ("sign_offs"."decision" not in ('dissent', 'object', 'abstain', 'recuse') or (char_length(btrim(regexp_replace(regexp_replace("sign_offs"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 40 and "sign_offs"."cites" is not null)) NOT VALID;
--> statement-breakpoint
-- by hand
-- What was published until now was joint: nothing else could be.
UPDATE revisions SET outcome = 'joint', outcome_at = published_at WHERE published_at IS NOT NULL;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION revision_move_is_legal(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was = becomes OR (was, becomes) IN (
    ('signing', 'cooling-off'), ('signing', 'published'), ('signing', 'withdrawn'), ('signing', 'expired'),
    ('cooling-off', 'published'), ('cooling-off', 'signing'), ('cooling-off', 'withdrawn'),
    ('published', 'superseded'), ('published', 'retracted'))
$$;
--> statement-breakpoint
-- A number that a charter version sets. The first schema has none of the clock's: they read as nought (SPEC H11).
CREATE OR REPLACE FUNCTION charter_number(charter uuid, parameter text) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT coalesce((convert_from(bytes, 'UTF8')::jsonb->'parameters'->>parameter)::integer, 0) FROM charter_versions WHERE id = charter
$$;
--> statement-breakpoint
-- Where each signing party of a revision's charter stands at a moment, by the signed bytes that nobody has taken back.
CREATE OR REPLACE FUNCTION party_standings(revision revisions, moment timestamptz)
RETURNS TABLE (party text, approves boolean, dissents boolean, holds boolean) LANGUAGE sql STABLE AS $$
  WITH said AS (
    SELECT s.party_id::text AS party, s.person_id, says->>'decision' AS decision
    FROM sign_offs s, LATERAL (SELECT convert_from(s.bytes, 'UTF8')::jsonb AS says) AS statement, charter_versions c
    WHERE s.revision_id = revision.id AND c.id = revision.charter_version_id AND says->>'party' = s.party_id::text
      AND says->>'recordSha256' = revision.sha256 AND says->>'charterSha256' = c.sha256
      AND NOT EXISTS (SELECT FROM sign_off_withdrawals w WHERE w.sign_off_id = s.id))
  SELECT asked.id,
    charter_number(revision.charter_version_id, 'signersPerParty') <= (
      SELECT count(DISTINCT person_id) FROM said WHERE said.party = asked.id AND decision IN ('approve', 'approve-with-statement')),
    EXISTS (SELECT FROM said WHERE said.party = asked.id AND (decision = 'dissent' OR (decision = 'object' AND moment >= revision.signing_ends_at))),
    EXISTS (SELECT FROM said WHERE said.party = asked.id AND decision = 'object' AND (moment >= revision.signing_ends_at) IS NOT TRUE)
  FROM charter_versions c, signing_parties(c.bytes) AS asked(id) WHERE c.id = revision.charter_version_id
$$;
--> statement-breakpoint
-- Whether every party that the charter's bytes list as signing ratified that charter, and the positions on this record are what its outcome says (C21, C27).
CREATE OR REPLACE FUNCTION revision_is_consented(revision revisions) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  charter charter_versions;
  asked integer;
  approving integer;
  dissenting integer;
  silent integer;
  is_held boolean;
  is_over boolean := coalesce(revision.outcome_at >= revision.mediation_ends_at, false);
BEGIN
  SELECT * INTO charter FROM charter_versions WHERE id = revision.charter_version_id;
  IF NOT EXISTS (SELECT FROM signing_parties(charter.bytes)) THEN RETURN false; END IF;
  IF EXISTS (SELECT signing_parties(revision.bytes) EXCEPT SELECT signing_parties(charter.bytes)) THEN RETURN false; END IF;
  IF EXISTS (SELECT signing_parties(charter.bytes) EXCEPT SELECT signing_parties(revision.bytes)) THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM signing_parties(charter.bytes) AS named(id) WHERE NOT EXISTS (
    SELECT FROM charter_ratifications r WHERE r.charter_version_id = charter.id AND r.sha256 = charter.sha256 AND r.party_id::text = named.id))
  THEN RETURN false; END IF;
  SELECT count(*), count(*) FILTER (WHERE approves), count(*) FILTER (WHERE dissents), count(*) FILTER (WHERE NOT approves AND NOT dissents), bool_or(holds)
    INTO asked, approving, dissenting, silent, is_held FROM party_standings(revision, revision.outcome_at);
  RETURN coalesce(CASE
    WHEN is_held AND NOT is_over THEN false
    WHEN revision.outcome = 'joint' THEN approving = asked AND dissenting = 0
    WHEN revision.outcome = 'with-dissent' THEN dissenting > 0 AND (approving = asked OR (is_over AND silent = 0 AND approving >= 2))
    WHEN revision.outcome = 'split' THEN is_over AND silent = 0 AND approving < 2 AND approving < asked
    WHEN revision.outcome = 'no-joint-finding' THEN is_over AND silent > 0
  END, false);
END $$;
--> statement-breakpoint
-- A clock runs as the charter sets it from the freeze; an objection only lengthens it, and only in the last round, when each party has spoken, is it shortened.
CREATE OR REPLACE FUNCTION revision_clock_is_lawful(revision revisions) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  hours integer := charter_number(revision.charter_version_id, 'signoffHours');
BEGIN
  IF hours = 0 THEN RETURN revision.signing_ends_at IS NULL AND revision.mediation_ends_at IS NULL; END IF;
  IF revision.signing_ends_at IS NULL
    OR revision.mediation_ends_at IS DISTINCT FROM revision.signing_ends_at + charter_number(revision.charter_version_id, 'mediationHours') * interval '1 hour'
  THEN RETURN false; END IF;
  RETURN revision.signing_ends_at >= revision.frozen_at + hours * interval '1 hour'
    OR (revision.round >= charter_number(revision.charter_version_id, 'maxRounds') AND revision.signing_ends_at >= revision.frozen_at AND NOT EXISTS (
      SELECT FROM party_standings(revision, revision.frozen_at) WHERE NOT approves AND NOT dissents));
END $$;
--> statement-breakpoint
-- What is published or about to be has its outcome from the moment at which its positions last changed or later, but for what was withdrawn while it cooled off and changed nothing of it, and has cooled off since, holds included (C29, C31).
CREATE OR REPLACE FUNCTION refuse_early_release(was revisions, becomes revisions) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  hours integer := charter_number(becomes.charter_version_id, 'coolingOffHours');
  held integer;
BEGIN
  IF becomes.outcome_at IS NULL OR NOT revision_is_consented(becomes) THEN
    RAISE EXCEPTION 'a revision is published when every signing party of its charter has approved it, or as the outcome that its positions have' USING ERRCODE = 'restrict_violation';
  END IF;
  IF becomes.outcome_at < greatest(becomes.frozen_at, (SELECT max(at) FROM sign_offs WHERE revision_id = becomes.id),
    CASE WHEN was.state = 'signing' THEN (SELECT max(at) FROM sign_off_withdrawals WHERE revision_id = becomes.id) END)
  THEN
    RAISE EXCEPTION 'an outcome is not older than the positions it rests on' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT coalesce(sum(h.hours), 0) INTO held FROM revision_holds h WHERE h.revision_id = becomes.id AND h.at >= becomes.outcome_at;
  IF (hours > 0 AND becomes.releases_at IS NULL) OR becomes.releases_at < becomes.outcome_at + (hours + held) * interval '1 hour' THEN
    RAISE EXCEPTION 'a cooling-off lasts as long as the charter says' USING ERRCODE = 'restrict_violation';
  END IF;
  IF becomes.state = 'published' AND (becomes.published_at < becomes.outcome_at OR becomes.published_at < becomes.releases_at
    OR (was.state = 'signing' AND hours > 0))
  THEN
    RAISE EXCEPTION 'a revision is published when its cooling-off is over' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'signing' OR NEW.ended_at IS NOT NULL OR NEW.ended_by_party IS NOT NULL OR NEW.notices <> 0
      OR NEW.outcome IS NOT NULL OR NEW.outcome_at IS NOT NULL OR NEW.releases_at IS NOT NULL
    THEN
      RAISE EXCEPTION 'a revision begins in signing' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT revision_clock_is_lawful(NEW) THEN
      RAISE EXCEPTION 'a deadline is as far away as the charter says' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.number, NEW.bytes, NEW.sha256, NEW.charter_version_id, NEW.seq,
      NEW.head_seq, NEW.proposed_by, NEW.proposed_by_party, NEW.frozen_at, NEW.round)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.number, OLD.bytes, OLD.sha256, OLD.charter_version_id, OLD.seq,
      OLD.head_seq, OLD.proposed_by, OLD.proposed_by_party, OLD.frozen_at, OLD.round)
  THEN
    RAISE EXCEPTION 'a frozen revision does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.published_at IS NOT NULL AND (NEW.published_at, NEW.outcome, NEW.outcome_at, NEW.releases_at)
      IS DISTINCT FROM (OLD.published_at, OLD.outcome, OLD.outcome_at, OLD.releases_at)) OR NEW.published_at < OLD.frozen_at
    OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_reason, NEW.ended_by_party)
      IS DISTINCT FROM (OLD.ended_at, OLD.ended_reason, OLD.ended_by_party))
  THEN
    RAISE EXCEPTION 'when, why and as what a revision was published or ended is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT revision_move_is_legal(OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'a revision does not move from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.signing_ends_at, NEW.mediation_ends_at) IS DISTINCT FROM (OLD.signing_ends_at, OLD.mediation_ends_at)
    AND (OLD.state <> 'signing' OR NOT revision_clock_is_lawful(NEW))
  THEN
    RAISE EXCEPTION 'a deadline is as far away as the charter says' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'signing' AND (NEW.outcome IS NOT NULL OR NEW.outcome_at IS NOT NULL OR NEW.releases_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a revision in signing has no outcome' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'cooling-off' AND NEW.state = 'signing' AND NOT EXISTS (
    SELECT FROM sign_off_withdrawals w WHERE w.revision_id = NEW.id AND w.at >= OLD.outcome_at)
    AND NOT EXISTS (SELECT FROM replies y WHERE y.claim_id = NEW.claim_id AND y.state = 'confirmed' AND y.decided_at >= NEW.frozen_at)
  THEN
    RAISE EXCEPTION 'a cooling-off ends early when a signer withdraws, or when its record lacks a confirmed reply' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'cooling-off' AND NEW.state IN ('cooling-off', 'published') AND ((NEW.outcome, NEW.outcome_at)
    IS DISTINCT FROM (OLD.outcome, OLD.outcome_at) OR NEW.releases_at IS NULL OR NEW.releases_at < OLD.releases_at)
  THEN
    RAISE EXCEPTION 'what cools off keeps its outcome, and its release only moves away' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state IN ('cooling-off', 'published') AND NEW.state <> OLD.state THEN PERFORM refuse_early_release(OLD, NEW); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_unsigned_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  says jsonb := convert_from(NEW.bytes, 'UTF8')::jsonb;
BEGIN
  IF (says->>'revision', says->>'party', says->>'member', says->>'decision', says->>'ground')
    IS DISTINCT FROM (NEW.revision_id::text, NEW.party_id::text, NEW.person_id::text, NEW.decision, NEW.ground)
    OR ((says->>'v')::integer >= 2 AND (says->>'reason', says->>'cites') IS DISTINCT FROM (coalesce(NEW.reason, ''), NEW.cites))
  THEN
    RAISE EXCEPTION 'a sign-off is what its statement says' USING ERRCODE = 'restrict_violation';
  END IF;
  IF says->>'conflict' = 'declared' AND NEW.decision <> 'recuse' THEN
    RAISE EXCEPTION 'who has a conflict of interest stands aside' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- One person has one position on a revision, taken while it is in signing and in time (C22, C25).
CREATE OR REPLACE FUNCTION refuse_second_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM revisions r WHERE r.id = NEW.revision_id AND r.state = 'signing') THEN
    RAISE EXCEPTION 'a position is taken while a revision is in signing' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM revisions r JOIN charter_versions c ON c.id = r.charter_version_id, signing_parties(c.bytes) AS asked(id)
    WHERE r.id = NEW.revision_id AND asked.id = NEW.party_id::text)
  THEN
    RAISE EXCEPTION 'a position is one of a signing party of the charter' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM revisions r WHERE r.id = NEW.revision_id
    AND NEW.at >= CASE WHEN NEW.decision = 'object' THEN r.signing_ends_at ELSE r.mediation_ends_at END)
  THEN
    RAISE EXCEPTION 'a position is taken before the mediation is over, and an objection before the deadline' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM sign_offs s WHERE s.revision_id = NEW.revision_id AND s.person_id = NEW.person_id
    AND NOT EXISTS (SELECT FROM sign_off_withdrawals w WHERE w.sign_off_id = s.id))
  THEN
    RAISE EXCEPTION 'one person has one position on a revision' USING ERRCODE = 'restrict_violation';
  END IF;
  -- A conflict that was declared stays declared, though the sign-off that said so was withdrawn (C19).
  IF NEW.decision <> 'recuse' AND EXISTS (SELECT FROM sign_offs s WHERE s.revision_id = NEW.revision_id AND s.person_id = NEW.person_id
    AND convert_from(s.bytes, 'UTF8')::jsonb->>'conflict' = 'declared')
  THEN
    RAISE EXCEPTION 'who has a conflict of interest stands aside' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sign_offs_stand_alone BEFORE INSERT ON sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_second_position();
--> statement-breakpoint
-- Whoever signed withdraws, and until the publication (SPEC L19).
CREATE OR REPLACE FUNCTION refuse_stray_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM sign_offs s JOIN revisions r ON r.id = s.revision_id WHERE s.id = NEW.sign_off_id AND s.revision_id = NEW.revision_id
    AND s.person_id = NEW.person_id AND s.party_id = NEW.party_id AND r.state IN ('signing', 'cooling-off'))
  THEN
    RAISE EXCEPTION 'a sign-off is withdrawn by its signer, before publication' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sign_off_withdrawals_own BEFORE INSERT ON sign_off_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_stray_withdrawal();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_stray_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM revisions r WHERE r.id = NEW.revision_id AND r.state = 'cooling-off'
    AND NEW.hours <= charter_number(r.charter_version_id, 'safetyHoldHours') AND NEW.at < r.releases_at
    AND EXISTS (SELECT FROM charter_versions c, signing_parties(c.bytes) AS asked(id) WHERE c.id = r.charter_version_id AND asked.id = NEW.party_id::text))
  THEN
    RAISE EXCEPTION 'a publication is held while it cools off, as long as the charter says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER revision_holds_in_time BEFORE INSERT ON revision_holds FOR EACH ROW EXECUTE FUNCTION refuse_stray_hold();
--> statement-breakpoint
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
  IF published.id IS NULL OR (NEW.published_at, NEW.outcome) IS DISTINCT FROM (published.published_at, published.outcome)
    OR (NEW.rating, NEW.language) IS DISTINCT FROM (says->'fields'->>'rating', says->>'language')
    OR NOT EXISTS (SELECT FROM claims c WHERE c.id = NEW.claim_id AND c.slug = NEW.slug)
  THEN
    RAISE EXCEPTION 'a verdict says what its published revision says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['sign_off_withdrawals', 'revision_holds'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_append_only', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
