CREATE TABLE "challenge_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"publishes_words" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "challenge_decisions_once" UNIQUE("challenge_id","party_id"),
	CONSTRAINT "challenge_decisions_position" UNIQUE("challenge_id","position"),
	CONSTRAINT "challenge_decisions_decision" CHECK ("challenge_decisions"."decision" in ('accept', 'decline')),
	CONSTRAINT "challenge_decisions_reason" CHECK (char_length(btrim(regexp_replace(regexp_replace("challenge_decisions"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 40 and char_length("challenge_decisions"."reason") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"about" text NOT NULL,
	"words" text NOT NULL,
	"url" text,
	"locale" text NOT NULL,
	"sealed_contact" text,
	"token_sha256" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"acknowledge_by" timestamp (3) with time zone NOT NULL,
	"decide_by" timestamp (3) with time zone NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by_party" uuid,
	"ended_at" timestamp (3) with time zone,
	"publishes_words" boolean NOT NULL,
	"acknowledgement_overdue_at" timestamp (3) with time zone,
	"decision_overdue_at" timestamp (3) with time zone,
	"change" integer NOT NULL,
	CONSTRAINT "challenges_token_sha256_unique" UNIQUE("token_sha256"),
	CONSTRAINT "challenges_number" UNIQUE("workspace_id","number"),
	CONSTRAINT "challenges_change" UNIQUE("workspace_id","change"),
	CONSTRAINT "challenges_state" CHECK ("challenges"."state" in ('received', 'acknowledged', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "challenges_about" CHECK ("challenges"."about" in ('finding', 'evidence', 'claim', 'translation', 'other')),
	CONSTRAINT "challenges_words_length" CHECK (char_length("challenges"."words") between 1 and 3000),
	CONSTRAINT "challenges_acknowledged" CHECK ("challenges"."state" not in ('acknowledged', 'accepted', 'declined') or "challenges"."acknowledged_at" is not null),
	CONSTRAINT "challenges_acknowledged_by_a_party" CHECK (("challenges"."acknowledged_at" is null) = ("challenges"."acknowledged_by_party" is null)),
	CONSTRAINT "challenges_ended" CHECK (("challenges"."state" in ('accepted', 'declined', 'withdrawn')) = ("challenges"."ended_at" is not null)),
	CONSTRAINT "challenges_contact_goes" CHECK ("challenges"."ended_at" is null or "challenges"."sealed_contact" is null),
	CONSTRAINT "challenges_words_by_decision" CHECK (not "challenges"."publishes_words" or "challenges"."state" in ('accepted', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "returned_forms" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "challenge_decisions" ADD CONSTRAINT "challenge_decisions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_decisions" ADD CONSTRAINT "challenge_decisions_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_decisions" ADD CONSTRAINT "challenge_decisions_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_decisions" ADD CONSTRAINT "challenge_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_acknowledged_by_party_parties_id_fk" FOREIGN KEY ("acknowledged_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "challenges_claim" ON "challenges" USING btree ("claim_id","number");--> statement-breakpoint
CREATE INDEX "challenges_open" ON "challenges" USING btree ("workspace_id","decide_by") WHERE "challenges"."state" in ('received', 'acknowledged');--> statement-breakpoint
CREATE INDEX "returned_forms_expire" ON "returned_forms" USING btree ("expires_at");--> statement-breakpoint
-- by hand
CREATE OR REPLACE FUNCTION challenge_move_is_legal(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT was = becomes OR (was, becomes) IN (
    ('received', 'acknowledged'), ('received', 'withdrawn'),
    ('acknowledged', 'accepted'), ('acknowledged', 'declined'), ('acknowledged', 'withdrawn'))
$$;
--> statement-breakpoint
-- Whether every signing party of the revision's charter that still is one has declined, and at least one has.
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
      WHERE (now_in_force IS NULL OR asked.id IN (SELECT signing_parties(now_in_force)))
        AND NOT EXISTS (SELECT FROM challenge_decisions d WHERE d.challenge_id = challenge.id AND d.party_id::text = asked.id));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_challenge_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'received' OR NOT EXISTS (SELECT FROM revisions r WHERE r.id = NEW.revision_id AND r.claim_id = NEW.claim_id AND r.published_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a challenge is received against a published revision' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.revision_id, NEW.number, NEW.about, NEW.words, NEW.url, NEW.locale,
      NEW.token_sha256, NEW.received_at, NEW.acknowledge_by, NEW.decide_by)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.revision_id, OLD.number, OLD.about, OLD.words, OLD.url, OLD.locale,
      OLD.token_sha256, OLD.received_at, OLD.acknowledge_by, OLD.decide_by)
  THEN
    RAISE EXCEPTION 'what a challenge says and when it is due does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.acknowledged_at IS NOT NULL AND (NEW.acknowledged_at, NEW.acknowledged_by_party) IS DISTINCT FROM (OLD.acknowledged_at, OLD.acknowledged_by_party))
    OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.publishes_words) IS DISTINCT FROM (OLD.ended_at, OLD.publishes_words))
    OR (OLD.acknowledgement_overdue_at IS NOT NULL AND NEW.acknowledgement_overdue_at IS DISTINCT FROM OLD.acknowledgement_overdue_at)
    OR (OLD.decision_overdue_at IS NOT NULL AND NEW.decision_overdue_at IS DISTINCT FROM OLD.decision_overdue_at)
    OR NEW.change < OLD.change
  THEN
    RAISE EXCEPTION 'what happened to a challenge is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT challenge_move_is_legal(OLD.state, NEW.state) THEN
    RAISE EXCEPTION 'a challenge does not move from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'accepted' AND OLD.state <> 'accepted'
    AND NOT EXISTS (SELECT FROM challenge_decisions d WHERE d.challenge_id = NEW.id AND d.decision = 'accept')
  THEN
    RAISE EXCEPTION 'a challenge is accepted by the word of a party' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'declined' AND OLD.state <> 'declined' AND NOT challenge_is_declined(NEW) THEN
    RAISE EXCEPTION 'a challenge is declined when every signing party has declined it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER challenges_guarded BEFORE INSERT OR UPDATE OR DELETE ON challenges FOR EACH ROW EXECUTE FUNCTION refuse_challenge_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER challenges_not_emptied BEFORE TRUNCATE ON challenges FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER challenge_decisions_append_only BEFORE UPDATE OR DELETE ON challenge_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER challenge_decisions_not_emptied BEFORE TRUNCATE ON challenge_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
