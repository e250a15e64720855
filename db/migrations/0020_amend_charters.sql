CREATE TABLE "party_exits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"left_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "party_exits_one_end" CHECK ("party_exits"."left_at" is null or "party_exits"."withdrawn_at" is null)
);
--> statement-breakpoint
CREATE TABLE "charter_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"charter_version_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "charter_moves_once" UNIQUE("claim_id","charter_version_id","party_id")
);
--> statement-breakpoint
ALTER TABLE "charter_versions" DROP CONSTRAINT "charter_versions_state";--> statement-breakpoint
ALTER TABLE "charter_versions" ADD COLUMN "proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD COLUMN "proposed_by_party" uuid;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD COLUMN "ratified_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD COLUMN "effective_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD COLUMN "ended_reason" text;--> statement-breakpoint
ALTER TABLE "party_exits" ADD CONSTRAINT "party_exits_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_exits" ADD CONSTRAINT "party_exits_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_exits" ADD CONSTRAINT "party_exits_declared_by_people_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_exits" ADD CONSTRAINT "party_exits_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_moves" ADD CONSTRAINT "charter_moves_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_moves" ADD CONSTRAINT "charter_moves_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_moves" ADD CONSTRAINT "charter_moves_charter_version_id_charter_versions_id_fk" FOREIGN KEY ("charter_version_id") REFERENCES "public"."charter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_moves" ADD CONSTRAINT "charter_moves_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_moves" ADD CONSTRAINT "charter_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "party_exits_one" ON "party_exits" USING btree ("party_id") WHERE "party_exits"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "party_exits_workspace" ON "party_exits" USING btree ("workspace_id");--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_proposed_by_party_parties_id_fk" FOREIGN KEY ("proposed_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charter_versions_one_in_notice" ON "charter_versions" USING btree ("workspace_id") WHERE "charter_versions"."state" = 'notice';--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_notice_ends" CHECK ("charter_versions"."state" <> 'notice' or ("charter_versions"."ratified_at" is not null and "charter_versions"."effective_at" is not null));--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_withdrawn_with_reason" CHECK ("charter_versions"."state" <> 'withdrawn' or "charter_versions"."ended_reason" is not null);--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_state" CHECK ("charter_versions"."state" in ('proposed', 'notice', 'in-force', 'superseded', 'withdrawn'));--> statement-breakpoint
-- by hand
CREATE OR REPLACE FUNCTION charter_move_is_legal(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was = becomes OR (was, becomes) IN (
    ('proposed', 'in-force'), ('proposed', 'notice'), ('proposed', 'withdrawn'), ('notice', 'in-force'), ('notice', 'withdrawn'),
    ('in-force', 'superseded'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION party_has_left(party text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM party_exits e WHERE e.party_id::text = party AND e.left_at IS NOT NULL)
$$;
--> statement-breakpoint
-- The version that another one changes: the last that was in force before it. None for a desk's first.
CREATE OR REPLACE FUNCTION charter_before(version charter_versions) RETURNS charter_versions LANGUAGE sql STABLE AS $$
  SELECT v FROM charter_versions v
  WHERE v.workspace_id = version.workspace_id AND v.number < version.number AND v.in_force_at IS NOT NULL
  ORDER BY v.number DESC LIMIT 1
$$;
--> statement-breakpoint
-- Whether every signing party of the version and of the one that it changes ratified these bytes; who has left is not asked, and is named by no new version.
CREATE OR REPLACE FUNCTION charter_is_ratified(version charter_versions) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  before charter_versions := charter_before(version);
BEGIN
  IF NOT EXISTS (SELECT FROM signing_parties(version.bytes)) THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM signing_parties(version.bytes) AS asked(id) WHERE party_has_left(asked.id)) THEN RETURN false; END IF;
  RETURN NOT EXISTS (
    SELECT FROM (SELECT signing_parties(version.bytes) UNION SELECT signing_parties(before.bytes)) AS asked(id)
    WHERE NOT party_has_left(asked.id) AND NOT EXISTS (
      SELECT FROM charter_ratifications r WHERE r.charter_version_id = version.id AND r.sha256 = version.sha256 AND r.party_id::text = asked.id));
END $$;
--> statement-breakpoint
-- The days of notice that an amendment needs are those of the version that it changes; a charter of before there were any asks for none.
CREATE OR REPLACE FUNCTION charter_notice(version charter_versions) RETURNS interval LANGUAGE plpgsql STABLE AS $$
DECLARE
  before charter_versions := charter_before(version);
BEGIN
  RETURN make_interval(hours => 24 * coalesce((convert_from(before.bytes, 'UTF8')::jsonb->'parameters'->>'noticeDays')::integer, 0));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_charter_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' OR NEW.in_force_at IS NOT NULL OR NEW.ratified_at IS NOT NULL OR NEW.effective_at IS NOT NULL THEN
      RAISE EXCEPTION 'a charter version begins as proposed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.number, NEW.bytes, NEW.sha256, NEW.proposed_at, NEW.proposed_by, NEW.proposed_by_party)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.number, OLD.bytes, OLD.sha256, OLD.proposed_at, OLD.proposed_by, OLD.proposed_by_party)
  THEN
    RAISE EXCEPTION 'the bytes of a charter version do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT charter_move_is_legal(OLD.state, NEW.state)
    OR (OLD.in_force_at IS NOT NULL AND NEW.in_force_at IS DISTINCT FROM OLD.in_force_at)
    OR (OLD.ratified_at IS NOT NULL AND (NEW.ratified_at, NEW.effective_at) IS DISTINCT FROM (OLD.ratified_at, OLD.effective_at))
  THEN
    RAISE EXCEPTION 'a charter version moves only forward' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state IN ('notice', 'in-force') AND NOT charter_is_ratified(NEW) THEN
    RAISE EXCEPTION 'a charter version is in force when every signing party has ratified it, of it and of the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND (NEW.state = 'notice' AND NEW.effective_at < NEW.ratified_at + charter_notice(NEW)
    OR OLD.state = 'notice' AND NEW.state = 'in-force' AND NEW.in_force_at < NEW.effective_at
    OR OLD.state = 'proposed' AND NEW.state = 'in-force' AND charter_notice(NEW) > interval '0')
  THEN
    RAISE EXCEPTION 'a charter version is in force when its notice is over' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'in-force' AND NEW.in_force_at IS NULL THEN
    RAISE EXCEPTION 'a charter version is in force from a moment on' USING ERRCODE = 'restrict_violation';
  END IF;
  -- What everybody has ratified is undone by nobody; it falls with a party that it names and that has left.
  IF OLD.state = 'notice' AND NEW.state = 'withdrawn' AND NOT EXISTS (
    SELECT FROM signing_parties(NEW.bytes) AS named(id) WHERE party_has_left(named.id))
  THEN
    RAISE EXCEPTION 'what every party has ratified is not withdrawn' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- An open claim goes over to the version in force when every party that signs under either has said so, and while nothing of it is being signed.
CREATE OR REPLACE FUNCTION claim_may_move(claim claims, becomes uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  was charter_versions;
  next charter_versions;
BEGIN
  SELECT * INTO was FROM charter_versions WHERE id = claim.charter_version_id;
  SELECT * INTO next FROM charter_versions WHERE id = becomes AND workspace_id = claim.workspace_id AND state = 'in-force';
  IF next.id IS NULL OR claim.state <> 'open' THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM revisions r WHERE r.claim_id = claim.id AND r.state IN ('signing', 'cooling-off')) THEN RETURN false; END IF;
  RETURN NOT EXISTS (
    SELECT FROM (SELECT signing_parties(was.bytes) UNION SELECT signing_parties(next.bytes)) AS asked(id)
    WHERE NOT party_has_left(asked.id) AND NOT EXISTS (
      SELECT FROM charter_moves m WHERE m.claim_id = claim.id AND m.charter_version_id = becomes AND m.party_id::text = asked.id));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_claim_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.number, NEW.wording, NEW.submitted_by, NEW.submitted_by_party, NEW.submitted_at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.number, OLD.wording, OLD.submitted_by, OLD.submitted_by_party, OLD.submitted_at)
    OR (OLD.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug)
    OR (OLD.opened_at IS NOT NULL AND NEW.opened_at IS DISTINCT FROM OLD.opened_at)
    OR (OLD.charter_version_id IS NOT NULL AND NEW.charter_version_id IS DISTINCT FROM OLD.charter_version_id
      AND NOT claim_may_move(OLD, NEW.charter_version_id))
  THEN
    RAISE EXCEPTION 'what a claim was submitted as, its charter and its address do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT claim_move_is_legal(OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'a claim does not move from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER charter_moves_append_only BEFORE UPDATE OR DELETE ON charter_moves FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER charter_moves_not_emptied BEFORE TRUNCATE ON charter_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER party_exits_not_emptied BEFORE TRUNCATE ON party_exits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Who has left has left, and why it said so is not written over.
CREATE FUNCTION refuse_exit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.left_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
    OR (NEW.id, NEW.workspace_id, NEW.party_id, NEW.reason, NEW.declared_by, NEW.declared_at)
      IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.party_id, OLD.reason, OLD.declared_by, OLD.declared_at)
  THEN
    RAISE EXCEPTION 'a party leaves once, by its own word' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER party_exits_kept BEFORE UPDATE OR DELETE ON party_exits FOR EACH ROW EXECUTE FUNCTION refuse_exit_change();
