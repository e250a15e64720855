CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"cells" jsonb NOT NULL,
	"wording" text NOT NULL,
	"claim_id" uuid,
	"issues" jsonb NOT NULL,
	CONSTRAINT "import_rows_import_id_number_pk" PRIMARY KEY("import_id","number"),
	CONSTRAINT "import_rows_state" CHECK ("import_rows"."state" in ('waiting', 'taken', 'known', 'refused')),
	CONSTRAINT "import_rows_claim" CHECK (("import_rows"."state" in ('taken', 'known')) = ("import_rows"."claim_id" is not null)),
	CONSTRAINT "import_rows_reason" CHECK (("import_rows"."state" = 'refused') = (jsonb_array_length("import_rows"."issues") > 0))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "imports_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"columns" text[] NOT NULL,
	"rows" integer NOT NULL,
	"mapping" jsonb,
	"defaults" jsonb,
	"read_at" timestamp (3) with time zone NOT NULL,
	"begun_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('read', 'running', 'finished', 'cancelled', 'stopped')),
	CONSTRAINT "imports_begun_with_mapping" CHECK ("imports"."state" = 'read' or ("imports"."mapping" is not null and "imports"."defaults" is not null))
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "duplicate_of" uuid;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "neutral_title" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_waiting" ON "import_rows" USING btree ("import_id","number") WHERE "import_rows"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "imports_party" ON "imports" USING btree ("party_id","position");--> statement-breakpoint
CREATE INDEX "imports_running" ON "imports" USING btree ("position") WHERE "imports"."state" = 'running';--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_duplicate_of_claims_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_duplicates" ON "claims" USING btree ("duplicate_of");--> statement-breakpoint
CREATE INDEX "claims_wording" ON "claims" USING btree ("workspace_id",md5("wording"));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_title_length" CHECK (char_length("claims"."neutral_title") between 1 and 75);--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_duplicate_of_another" CHECK ("claims"."duplicate_of" <> "claims"."id");--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_duplicate_named" CHECK ((coalesce("claims"."closed_as", '') = 'duplicate') = ("claims"."duplicate_of" is not null));--> statement-breakpoint
-- by hand
-- A claim keeps the title that it was submitted with, as it keeps its wording.
CREATE OR REPLACE FUNCTION refuse_title_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.neutral_title IS DISTINCT FROM OLD.neutral_title THEN
    RAISE EXCEPTION 'what a claim was submitted as does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER claims_title_kept BEFORE UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION refuse_title_change();
