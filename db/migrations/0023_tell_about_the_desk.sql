CREATE TABLE "attestation_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"statement" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"procedure" text NOT NULL,
	"moment" text NOT NULL,
	"words" text,
	"cites" text,
	"signer_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"position" integer NOT NULL,
	"proof" text NOT NULL,
	"passkey_id" uuid,
	"spki" "bytea",
	"algorithm" integer,
	"client_data_json" "bytea",
	"authenticator_data" "bytea",
	"signature" "bytea",
	"counter" bigint,
	"backup_eligible" boolean,
	"backed_up" boolean,
	CONSTRAINT "attestations_once_per_party" UNIQUE("revision_id","party_id","moment"),
	CONSTRAINT "attestations_position" UNIQUE("revision_id","position"),
	CONSTRAINT "attestations_procedure" CHECK ("attestations"."procedure" in ('followed', 'not-followed')),
	CONSTRAINT "attestations_moment" CHECK ("attestations"."moment" in ('before-publication', 'after-publication')),
	CONSTRAINT "attestations_reasons" CHECK ("attestations"."procedure" <> 'not-followed' or (char_length(btrim(regexp_replace(regexp_replace("attestations"."words", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 40 and "attestations"."cites" is not null)),
	CONSTRAINT "attestations_proof" CHECK ("attestations"."proof" in ('passkey', 'code', 'password')),
	CONSTRAINT "attestations_proof_whole" CHECK (num_nonnulls("attestations"."passkey_id", "attestations"."spki", "attestations"."algorithm", "attestations"."client_data_json", "attestations"."authenticator_data", "attestations"."signature", "attestations"."counter", "attestations"."backup_eligible", "attestations"."backed_up") = case "attestations"."proof" when 'passkey' then 9 else 0 end)
);
--> statement-breakpoint
CREATE TABLE "transparency_confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transparency_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"section" text NOT NULL,
	"party_id" uuid,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_by_party" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "transparency_statements_number" UNIQUE NULLS NOT DISTINCT("workspace_id","section","party_id","number"),
	CONSTRAINT "transparency_statements_section" CHECK ("transparency_statements"."section" in ('methodology', 'members', 'funding', 'corrections', 'contact')),
	CONSTRAINT "transparency_statements_owner" CHECK (("transparency_statements"."section" in ('members', 'funding')) = ("transparency_statements"."party_id" is not null)),
	CONSTRAINT "transparency_statements_own_words" CHECK ("transparency_statements"."party_id" is null or "transparency_statements"."party_id" = "transparency_statements"."written_by_party"),
	CONSTRAINT "transparency_statements_length" CHECK (char_length("transparency_statements"."text") <= 6000 and char_length(btrim(regexp_replace(regexp_replace("transparency_statements"."text", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) > 0)
);
--> statement-breakpoint
ALTER TABLE "attestation_nonces" ADD CONSTRAINT "attestation_nonces_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestation_nonces" ADD CONSTRAINT "attestation_nonces_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestation_nonces" ADD CONSTRAINT "attestation_nonces_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_passkey_id_passkeys_id_fk" FOREIGN KEY ("passkey_id") REFERENCES "public"."passkeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_confirmations" ADD CONSTRAINT "transparency_confirmations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_confirmations" ADD CONSTRAINT "transparency_confirmations_statement_id_transparency_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."transparency_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_confirmations" ADD CONSTRAINT "transparency_confirmations_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_confirmations" ADD CONSTRAINT "transparency_confirmations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_statements" ADD CONSTRAINT "transparency_statements_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_statements" ADD CONSTRAINT "transparency_statements_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_statements" ADD CONSTRAINT "transparency_statements_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_statements" ADD CONSTRAINT "transparency_statements_written_by_party_parties_id_fk" FOREIGN KEY ("written_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transparency_confirmations_statement" ON "transparency_confirmations" USING btree ("statement_id");--> statement-breakpoint
-- by hand
CREATE OR REPLACE FUNCTION charter_lists(charter uuid, clause text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM charter_versions c, jsonb_array_elements(convert_from(c.bytes, 'UTF8')::jsonb->'clauses') AS listed
    WHERE c.id = charter AND listed->>'id' = clause)
$$;
--> statement-breakpoint
-- What a party says of itself is confirmed by that party alone; what the desk says of itself by parties that have confirmed its charter or will (SPEC TR1).
CREATE OR REPLACE FUNCTION refuse_stray_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM transparency_statements s WHERE s.id = NEW.statement_id AND s.workspace_id = NEW.workspace_id
    AND NEW.at >= s.at AND coalesce(s.party_id, NEW.party_id) = NEW.party_id)
  THEN
    RAISE EXCEPTION 'a party confirms its own words and those of its desk' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER transparency_confirmations_own BEFORE INSERT ON transparency_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_stray_confirmation();
--> statement-breakpoint
-- Whether a section stands at a moment: one version of it that each of these parties has confirmed since (C40, SPEC TR3).
CREATE OR REPLACE FUNCTION section_stands(workspace uuid, said text, owner text, parties text[], since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM transparency_statements s WHERE s.workspace_id = workspace AND s.section = said AND s.party_id::text IS NOT DISTINCT FROM owner
    AND NOT EXISTS (SELECT FROM unnest(parties) AS asked(id) WHERE NOT EXISTS (
      SELECT FROM transparency_confirmations c WHERE c.statement_id = s.id AND c.party_id::text = asked.id AND c.at >= since)))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_unexplained_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  days integer := charter_number(NEW.charter_version_id, 'transparencyDays');
  asked text[];
  since timestamptz;
BEGIN
  IF NEW.state <> 'published' OR OLD.state = 'published' OR days = 0 OR NOT charter_lists(NEW.charter_version_id, 'C40') THEN RETURN NEW; END IF;
  SELECT array_agg(named.id) INTO asked FROM charter_versions c, signing_parties(c.bytes) AS named(id) WHERE c.id = NEW.charter_version_id;
  since := NEW.published_at - days * interval '24 hours';
  IF EXISTS (SELECT FROM unnest(ARRAY['methodology', 'corrections', 'contact']) AS common(section)
      WHERE NOT section_stands(NEW.workspace_id, common.section, NULL, asked, since))
    OR EXISTS (SELECT FROM unnest(ARRAY['members', 'funding']) AS own(section), unnest(asked) AS party(id)
      WHERE NOT section_stands(NEW.workspace_id, own.section, party.id, ARRAY[party.id], since))
  THEN
    RAISE EXCEPTION 'a desk publishes when what it says about itself is there and fresh' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER revisions_of_known_desk BEFORE UPDATE OF state ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_unexplained_publication();
--> statement-breakpoint
-- An attestation is what its bytes say, of a party that the frozen record names as observing, at the moment of its life that the revision is in (SPEC AT1, AT2).
CREATE OR REPLACE FUNCTION refuse_stray_attestation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  says jsonb := convert_from(NEW.bytes, 'UTF8')::jsonb;
  attested revisions;
BEGIN
  IF (says->>'type', says->>'workspace', says->>'revision', says->>'party', says->>'member', says->>'procedure', says->>'moment', says->>'words', says->>'cites')
    IS DISTINCT FROM ('attestation', NEW.workspace_id::text, NEW.revision_id::text, NEW.party_id::text, NEW.person_id::text, NEW.procedure, NEW.moment,
      coalesce(NEW.words, ''), NEW.cites)
  THEN
    RAISE EXCEPTION 'an attestation is what its statement says' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT * INTO attested FROM revisions WHERE id = NEW.revision_id;
  IF says->>'recordSha256' IS DISTINCT FROM attested.sha256
    OR NOT (CASE NEW.moment WHEN 'before-publication' THEN attested.state IN ('signing', 'cooling-off') ELSE attested.state = 'published' END)
    OR NOT EXISTS (SELECT FROM jsonb_array_elements(convert_from(attested.bytes, 'UTF8')::jsonb->'parties') AS party
      WHERE party->>'id' = NEW.party_id::text AND party->>'standing' = 'observing')
  THEN
    RAISE EXCEPTION 'an observing party attests what it observes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER attestations_of_observers BEFORE INSERT ON attestations FOR EACH ROW EXECUTE FUNCTION refuse_stray_attestation();
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['transparency_statements', 'transparency_confirmations', 'attestations'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_append_only', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
