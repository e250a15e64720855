CREATE TABLE "replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"received_on" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by_party" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "replies_state" CHECK ("replies"."state" in ('recorded', 'confirmed', 'contested')),
	CONSTRAINT "replies_text_length" CHECK (char_length("replies"."text") between 1 and 2000),
	CONSTRAINT "replies_decided_by_another" CHECK (("replies"."state" = 'recorded') = ("replies"."decided_by_party" is null) and ("replies"."decided_by_party" is null or "replies"."decided_by_party" <> "replies"."party_id")),
	CONSTRAINT "replies_contested_with_reason" CHECK ("replies"."state" <> 'contested' or coalesce(char_length(btrim(regexp_replace(regexp_replace("replies"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))), 0) >= 40)
);
--> statement-breakpoint
CREATE TABLE "reply_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"contacted_on" date NOT NULL,
	"channel" text NOT NULL,
	"asked" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reply_contacts_channel" CHECK ("reply_contacts"."channel" in ('email', 'telephone', 'letter', 'web-form', 'social-media', 'in-person', 'intermediary')),
	CONSTRAINT "reply_contacts_asked" CHECK (char_length("reply_contacts"."asked") between 1 and 80 and position('@' in "reply_contacts"."asked") = 0)
);
--> statement-breakpoint
CREATE TABLE "reply_waivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reply_waivers_once" UNIQUE("claim_id","party_id"),
	CONSTRAINT "reply_waivers_reason" CHECK (char_length(btrim(regexp_replace(regexp_replace("reply_waivers"."reason", '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'), '[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]+', ' ', 'g'))) >= 40)
);
--> statement-breakpoint
CREATE TABLE "interest_declarations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"interests" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "interest_declarations_length" CHECK (char_length("interest_declarations"."interests") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "statement" text;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_decided_by_party_parties_id_fk" FOREIGN KEY ("decided_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_contacts" ADD CONSTRAINT "reply_contacts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_contacts" ADD CONSTRAINT "reply_contacts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_contacts" ADD CONSTRAINT "reply_contacts_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_contacts" ADD CONSTRAINT "reply_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_waivers" ADD CONSTRAINT "reply_waivers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_waivers" ADD CONSTRAINT "reply_waivers_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_waivers" ADD CONSTRAINT "reply_waivers_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_waivers" ADD CONSTRAINT "reply_waivers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_declarations" ADD CONSTRAINT "interest_declarations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_declarations" ADD CONSTRAINT "interest_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_declarations" ADD CONSTRAINT "interest_declarations_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replies_claim" ON "replies" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "reply_contacts_claim" ON "reply_contacts" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "interest_declarations_seat" ON "interest_declarations" USING btree ("workspace_id","person_id","party_id");--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_statement" CHECK ("claims"."statement" in ('fact', 'opinion', 'prediction', 'value'));
--> statement-breakpoint
-- by hand
-- That somebody was asked and that a party waived are said once; of a reply only another party's word is added, once (SPEC RR1, RR3, RR4).
CREATE OR REPLACE TRIGGER reply_contacts_append_only BEFORE UPDATE OR DELETE ON reply_contacts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER reply_waivers_append_only BEFORE UPDATE OR DELETE ON reply_waivers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_reply_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'recorded' OR (NEW.id, NEW.workspace_id, NEW.claim_id, NEW.party_id, NEW.person_id, NEW.text, NEW.language, NEW.received_on, NEW.at)
    IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.claim_id, OLD.party_id, OLD.person_id, OLD.text, OLD.language, OLD.received_on, OLD.at)
  THEN
    RAISE EXCEPTION 'a reply stays in its own words' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER replies_kept BEFORE UPDATE OR DELETE ON replies FOR EACH ROW EXECUTE FUNCTION refuse_reply_change();
--> statement-breakpoint
-- What was declared stays: a later declaration takes its place (SPEC M31).
CREATE OR REPLACE TRIGGER interest_declarations_append_only BEFORE UPDATE OR DELETE ON interest_declarations FOR EACH ROW EXECUTE FUNCTION refuse_change();
