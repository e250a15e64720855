CREATE TABLE "document_checkpoints" (
	"document" text NOT NULL,
	"seq" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"state_vector" "bytea" NOT NULL,
	"ledger" "bytea" NOT NULL,
	"state_sha256" text NOT NULL,
	"ledger_sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_checkpoints_document_seq_pk" PRIMARY KEY("document","seq")
);
--> statement-breakpoint
CREATE TABLE "document_credits" (
	"document" text NOT NULL,
	"client_id" bigint NOT NULL,
	"stretches" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_credits_document_client_id_pk" PRIMARY KEY("document","client_id")
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"document" text NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"restored_seq" bigint,
	"person_id" uuid,
	"party_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_versions_kind" CHECK ("document_versions"."kind" in ('named', 'restored', 'before-loss')),
	CONSTRAINT "document_versions_named" CHECK (("document_versions"."kind" = 'named') = ("document_versions"."name" is not null)),
	CONSTRAINT "document_versions_restored" CHECK (("document_versions"."kind" = 'restored') = ("document_versions"."restored_seq" is not null)),
	CONSTRAINT "document_versions_of_somebody" CHECK (("document_versions"."kind" = 'before-loss') = ("document_versions"."person_id" is null)),
	CONSTRAINT "document_versions_never_of_notes" CHECK ("document_versions"."document" like 'claims/%/record')
);
--> statement-breakpoint
ALTER TABLE "revision_authors" DROP CONSTRAINT "revision_authors_revision_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "revision_authors" ADD CONSTRAINT "revision_authors_revision_id_person_id_party_id_pk" PRIMARY KEY("revision_id","person_id","party_id");--> statement-breakpoint
ALTER TABLE "document_checkpoints" ADD CONSTRAINT "document_checkpoints_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_credits" ADD CONSTRAINT "document_credits_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_versions_document" ON "document_versions" USING btree ("document","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "document_versions_one_loss" ON "document_versions" USING btree ("document","seq") WHERE "document_versions"."kind" = 'before-loss';--> statement-breakpoint
CREATE TRIGGER document_versions_append_only BEFORE UPDATE OR DELETE ON document_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER document_credits_append_only BEFORE UPDATE OR DELETE ON document_credits FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- A checkpoint is a cache: it may go, and it never changes.
CREATE TRIGGER document_checkpoints_fixed BEFORE UPDATE ON document_checkpoints FOR EACH ROW EXECUTE FUNCTION refuse_change();
