CREATE TABLE "claim_assignments" (
	"claim_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claim_assignments_claim_id_party_id_pk" PRIMARY KEY("claim_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"name" text NOT NULL,
	"parameters" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_name" UNIQUE("workspace_id","person_id","name")
);
--> statement-breakpoint
DROP INDEX "events_claim";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "words" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_projections" ADD COLUMN "questions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "document_projections" ADD COLUMN "words" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "claim_assignments" ADD CONSTRAINT "claim_assignments_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_assignments" ADD CONSTRAINT "claim_assignments_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_assignments" ADD CONSTRAINT "claim_assignments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_assignments" ADD CONSTRAINT "claim_assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_assignments_person" ON "claim_assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "saved_views_party" ON "saved_views" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "claims_due" ON "claims" USING btree ("workspace_id","due_on");--> statement-breakpoint
CREATE INDEX "claims_words" ON "claims" USING gin ("words");--> statement-breakpoint
CREATE INDEX "document_projections_words" ON "document_projections" USING gin ("words");--> statement-breakpoint
CREATE INDEX "sources_proposed" ON "sources" USING btree ("workspace_id","claim_id","attached_by_party") WHERE "sources"."state" = 'proposed';--> statement-breakpoint
CREATE INDEX "events_claim" ON "events" USING btree ("claim_id","seq","type","party_id");--> statement-breakpoint
-- by hand: what was stored before is found too. Its words are folded less than those of a text stored from now on; a record's are made anew at its next edit.
UPDATE "claims" SET "words" = array_to_tsvector(ARRAY(
  SELECT DISTINCT left(word, 64) FROM regexp_split_to_table(lower("wording"), '[^[:alnum:]]+') AS word WHERE word <> ''));
--> statement-breakpoint
UPDATE "document_projections" SET
  "words" = array_to_tsvector(ARRAY(
    SELECT DISTINCT left(word, 64) FROM jsonb_each("draft"->'texts') AS text(language, said),
      regexp_split_to_table(lower(concat_ws(' ', said->>'title', said->>'question', said->>'claimText')), '[^[:alnum:]]+') AS word
    WHERE word <> '')),
  -- The digest that a question is accepted by (C05).
  "questions" = coalesce((
    SELECT jsonb_object_agg(language, encode(sha256(convert_to(regexp_replace(said->>'question', '^\s+|\s+$', '', 'g'), 'UTF8')), 'hex'))
    FROM jsonb_each("draft"->'texts') AS text(language, said) WHERE said->>'question' ~ '\S'), '{}');
