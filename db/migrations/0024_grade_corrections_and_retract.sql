CREATE TABLE "corrections" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"corrects_revision_id" uuid NOT NULL,
	"grade" text NOT NULL,
	"reason" text NOT NULL,
	"challenge_id" uuid,
	CONSTRAINT "corrections_grade" CHECK ("corrections"."grade" in ('minor', 'update', 'substantial')),
	CONSTRAINT "corrections_reason" CHECK (char_length(btrim(regexp_replace(regexp_replace("corrections"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 20 and char_length("corrections"."reason") <= 2000),
	CONSTRAINT "corrections_of_another" CHECK ("corrections"."corrects_revision_id" <> "corrections"."revision_id")
);
--> statement-breakpoint
CREATE TABLE "retraction_sign_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"retraction_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"passkey_id" uuid,
	"spki" "bytea",
	"algorithm" integer,
	"client_data_json" "bytea",
	"authenticator_data" "bytea",
	"signature" "bytea",
	"counter" bigint,
	"backup_eligible" boolean,
	"backed_up" boolean,
	CONSTRAINT "retraction_sign_offs_once" UNIQUE("retraction_id","person_id"),
	CONSTRAINT "retraction_sign_offs_position" UNIQUE("retraction_id","position"),
	CONSTRAINT "retraction_sign_offs_kind" CHECK ("retraction_sign_offs"."kind" in ('passkey', 'code', 'password')),
	CONSTRAINT "retraction_sign_offs_whole" CHECK (num_nonnulls("retraction_sign_offs"."passkey_id", "retraction_sign_offs"."spki", "retraction_sign_offs"."algorithm", "retraction_sign_offs"."client_data_json", "retraction_sign_offs"."authenticator_data", "retraction_sign_offs"."signature", "retraction_sign_offs"."counter", "retraction_sign_offs"."backup_eligible", "retraction_sign_offs"."backed_up") = case "retraction_sign_offs"."kind" when 'passkey' then 9 else 0 end)
);
--> statement-breakpoint
CREATE TABLE "retractions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"challenge_id" uuid,
	"proposed_by" uuid NOT NULL,
	"proposed_by_party" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by_party" uuid,
	"ended_reason" text,
	"position" integer,
	CONSTRAINT "retractions_position" UNIQUE("workspace_id","position"),
	CONSTRAINT "retractions_state" CHECK ("retractions"."state" in ('proposed', 'made', 'declined', 'withdrawn')),
	CONSTRAINT "retractions_reason" CHECK (char_length(btrim(regexp_replace(regexp_replace("retractions"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 40 and char_length("retractions"."reason") <= 2000),
	CONSTRAINT "retractions_ended" CHECK (("retractions"."state" = 'proposed') = ("retractions"."ended_at" is null)),
	CONSTRAINT "retractions_position_when_made" CHECK (("retractions"."state" = 'made') = ("retractions"."position" is not null)),
	CONSTRAINT "retractions_ended_with_reason" CHECK ("retractions"."state" not in ('declined', 'withdrawn') or ("retractions"."ended_by_party" is not null and char_length(btrim(regexp_replace(regexp_replace("retractions"."ended_reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 20))
);
--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_corrects_revision_id_revisions_id_fk" FOREIGN KEY ("corrects_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retraction_sign_offs" ADD CONSTRAINT "retraction_sign_offs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retraction_sign_offs" ADD CONSTRAINT "retraction_sign_offs_retraction_id_retractions_id_fk" FOREIGN KEY ("retraction_id") REFERENCES "public"."retractions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retraction_sign_offs" ADD CONSTRAINT "retraction_sign_offs_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retraction_sign_offs" ADD CONSTRAINT "retraction_sign_offs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retraction_sign_offs" ADD CONSTRAINT "retraction_sign_offs_passkey_id_passkeys_id_fk" FOREIGN KEY ("passkey_id") REFERENCES "public"."passkeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_proposed_by_party_parties_id_fk" FOREIGN KEY ("proposed_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_ended_by_party_parties_id_fk" FOREIGN KEY ("ended_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_corrected" ON "corrections" USING btree ("corrects_revision_id");--> statement-breakpoint
CREATE INDEX "corrections_challenge" ON "corrections" USING btree ("challenge_id");--> statement-breakpoint
CREATE UNIQUE INDEX "retractions_one_open" ON "retractions" USING btree ("claim_id") WHERE "retractions"."state" = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "retractions_once" ON "retractions" USING btree ("revision_id") WHERE "retractions"."state" = 'made';--> statement-breakpoint
-- by hand
CREATE OR REPLACE FUNCTION charter_lists(charter uuid, clause text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT convert_from(bytes, 'UTF8')::jsonb->'clauses' @> jsonb_build_array(jsonb_build_object('id', clause)) FROM charter_versions WHERE id = charter), false)
$$;
--> statement-breakpoint
-- The revision of the same claim that the public has read last, whatever became of it since.
CREATE OR REPLACE FUNCTION revision_read_before(revision revisions) RETURNS revisions LANGUAGE sql STABLE AS $$
  SELECT r FROM revisions r WHERE r.claim_id = revision.claim_id AND r.id <> revision.id AND r.published_at IS NOT NULL ORDER BY r.number DESC LIMIT 1
$$;
--> statement-breakpoint
-- What a revision corrects, how gravely and why is written with its freeze; its publication alone makes it graver (SPEC GC1, GC4).
CREATE OR REPLACE FUNCTION refuse_correction_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  corrects revisions;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a correction is not deleted' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM sign_offs s WHERE s.revision_id = NEW.revision_id) THEN
    RAISE EXCEPTION 'what a revision corrects is said before anybody signs it' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT * INTO corrects FROM revisions WHERE id = NEW.revision_id;
  IF corrects.state NOT IN ('signing', 'cooling-off') OR (TG_OP = 'UPDATE' AND (NEW.grade <> 'substantial'
    OR (NEW.revision_id, NEW.workspace_id, NEW.corrects_revision_id, NEW.reason, NEW.challenge_id)
      IS DISTINCT FROM (OLD.revision_id, OLD.workspace_id, OLD.corrects_revision_id, OLD.reason, OLD.challenge_id)))
  THEN
    RAISE EXCEPTION 'a correction is graded with its freeze, and later only made graver' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (revision_read_before(corrects)).id IS DISTINCT FROM NEW.corrects_revision_id OR NEW.workspace_id <> corrects.workspace_id THEN
    RAISE EXCEPTION 'a correction is one of the revision that was read last' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.challenge_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM challenges c WHERE c.id = NEW.challenge_id AND c.claim_id = corrects.claim_id AND c.state = 'accepted')
  THEN
    RAISE EXCEPTION 'a correction answers an accepted challenge of its claim' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER corrections_kept BEFORE INSERT OR UPDATE OR DELETE ON corrections FOR EACH ROW EXECUTE FUNCTION refuse_correction_change();
--> statement-breakpoint
-- Who has left has left, and why it said so is not written over; it says so first, and leaves afterwards.
CREATE OR REPLACE FUNCTION refuse_exit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF num_nonnulls(NEW.left_at, NEW.withdrawn_at, NEW.confirmed_by) > 0 THEN
      RAISE EXCEPTION 'an exit begins with a declaration' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.left_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
    OR (NEW.id, NEW.workspace_id, NEW.party_id, NEW.reason, NEW.declared_by, NEW.declared_at)
      IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.party_id, OLD.reason, OLD.declared_by, OLD.declared_at)
  THEN
    RAISE EXCEPTION 'a party leaves once, by its own word' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER party_exits_kept BEFORE INSERT OR UPDATE OR DELETE ON party_exits FOR EACH ROW EXECUTE FUNCTION refuse_exit_change();
--> statement-breakpoint
-- Under a charter that grades corrections nothing takes the place of what was read without a grade, nor another outcome's place with less than the gravest (C33).
CREATE OR REPLACE FUNCTION refuse_ungraded_correction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before revisions := revision_read_before(NEW);
  given text;
BEGIN
  IF NEW.state <> 'published' OR OLD.state = 'published' OR before.id IS NULL OR NOT charter_lists(NEW.charter_version_id, 'C33') THEN RETURN NEW; END IF;
  SELECT grade INTO given FROM corrections WHERE revision_id = NEW.id;
  IF given IS NULL OR (given <> 'substantial' AND (before.outcome IS DISTINCT FROM NEW.outcome OR before.state = 'retracted')) THEN
    RAISE EXCEPTION 'what takes the place of a verdict says what kind of correction it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER revisions_graded BEFORE UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_ungraded_correction();
--> statement-breakpoint
-- Whoever signs a correction signs that it is one, of what, how gravely and why; nobody signs so of a first revision (SPEC GC1).
CREATE OR REPLACE FUNCTION refuse_unsaid_correction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  says jsonb := convert_from(NEW.bytes, 'UTF8')::jsonb->'correction';
BEGIN
  IF (SELECT jsonb_build_object('grade', c.grade, 'reason', c.reason, 'recordSha256', r.sha256) || CASE WHEN h.number IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('challenge', h.number) END
    FROM corrections c JOIN revisions r ON r.id = c.corrects_revision_id LEFT JOIN challenges h ON h.id = c.challenge_id
    WHERE c.revision_id = NEW.revision_id) IS DISTINCT FROM says
  THEN
    RAISE EXCEPTION 'a sign-off says what its revision corrects' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sign_offs_say_what_is_corrected BEFORE INSERT ON sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_unsaid_correction();
--> statement-breakpoint
-- Whether every signing party of the charter has signed this very retraction as often as one signs a publication, by people who did not propose it (C35).
CREATE OR REPLACE FUNCTION retraction_is_consented(retraction retractions) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM signing_parties(c.bytes)) AND NOT EXISTS (SELECT FROM signing_parties(c.bytes) AS asked(id)
    WHERE greatest(charter_number(c.id, 'signersPerParty'), 1) > (
      SELECT count(DISTINCT s.person_id)
      FROM retraction_sign_offs s, LATERAL (SELECT convert_from(s.bytes, 'UTF8')::jsonb AS says) AS statement
      WHERE s.retraction_id = retraction.id AND s.party_id::text = asked.id AND s.person_id <> retraction.proposed_by
        AND says->>'type' = 'retraction' AND says->>'retraction' = retraction.id::text AND says->>'party' = asked.id
        AND says->>'revision' = r.id::text AND says->>'reason' = retraction.reason
        AND says->>'recordSha256' = r.sha256 AND says->>'charterSha256' = c.sha256))
  FROM revisions r JOIN charter_versions c ON c.id = r.charter_version_id WHERE r.id = retraction.revision_id
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_retraction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a retraction is not deleted' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' OR NEW.ended_by_party IS NOT NULL OR NOT EXISTS (SELECT FROM revisions r WHERE r.id = NEW.revision_id
      AND r.claim_id = NEW.claim_id AND r.workspace_id = NEW.workspace_id AND r.state = 'published' AND charter_lists(r.charter_version_id, 'C35'))
    THEN
      RAISE EXCEPTION 'a retraction begins with a proposal, of a published revision' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'proposed' OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.revision_id, NEW.reason, NEW.challenge_id, NEW.proposed_by, NEW.proposed_by_party, NEW.proposed_at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.revision_id, OLD.reason, OLD.challenge_id, OLD.proposed_by, OLD.proposed_by_party, OLD.proposed_at)
  THEN
    RAISE EXCEPTION 'what is said of a retraction is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'made' AND NOT retraction_is_consented(NEW) THEN
    RAISE EXCEPTION 'a verdict is retracted when every signing party of its charter has signed that' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER retractions_kept BEFORE INSERT OR UPDATE OR DELETE ON retractions FOR EACH ROW EXECUTE FUNCTION refuse_retraction_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_lone_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'retracted' AND OLD.state <> 'retracted' AND NOT EXISTS (
    SELECT FROM retractions t WHERE t.revision_id = NEW.id AND t.state = 'made' AND retraction_is_consented(t))
  THEN
    RAISE EXCEPTION 'a verdict is retracted when every signing party of its charter has signed that' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER revisions_retracted_by_all BEFORE UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_lone_retraction();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_unsigned_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  says jsonb := convert_from(NEW.bytes, 'UTF8')::jsonb;
BEGIN
  IF (says->>'type', says->>'retraction', says->>'party', says->>'member')
    IS DISTINCT FROM ('retraction', NEW.retraction_id::text, NEW.party_id::text, NEW.person_id::text)
    OR NOT EXISTS (SELECT FROM retractions t WHERE t.id = NEW.retraction_id AND t.workspace_id = NEW.workspace_id AND t.state = 'proposed')
  THEN
    RAISE EXCEPTION 'a retraction is signed while it waits, by a statement that says so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER retraction_sign_offs_say_what_is_signed BEFORE INSERT ON retraction_sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_unsigned_retraction();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER retraction_sign_offs_digest BEFORE INSERT ON retraction_sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_wrong_digest();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER retraction_sign_offs_append_only BEFORE UPDATE OR DELETE ON retraction_sign_offs FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['corrections', 'retractions', 'retraction_sign_offs'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
--> statement-breakpoint
-- The version in force goes on naming a party that has left, until the next one: such a party declines nothing, and is not waited for (CH2).
CREATE OR REPLACE FUNCTION challenge_is_declined(challenge challenges) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  bound bytea;
  now_in_force bytea;
BEGIN
  SELECT c.bytes INTO bound FROM revisions r JOIN charter_versions c ON c.id = r.charter_version_id WHERE r.id = challenge.revision_id;
  SELECT c.bytes INTO now_in_force FROM charter_versions c WHERE c.workspace_id = challenge.workspace_id AND c.state = 'in-force';
  RETURN EXISTS (SELECT FROM challenge_decisions d WHERE d.challenge_id = challenge.id)
    AND NOT EXISTS (SELECT FROM challenge_decisions d WHERE d.challenge_id = challenge.id AND d.decision = 'accept')
    AND NOT EXISTS (
      SELECT FROM signing_parties(bound) AS asked(id)
      WHERE (now_in_force IS NULL OR asked.id IN (SELECT signing_parties(now_in_force))) AND NOT party_has_left(asked.id)
        AND NOT EXISTS (SELECT FROM challenge_decisions d WHERE d.challenge_id = challenge.id AND d.party_id::text = asked.id));
END $$;
