CREATE TABLE "passkey_challenges" (
	"challenge" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"cose" "bytea" NOT NULL,
	"spki" "bytea" NOT NULL,
	"algorithm" integer NOT NULL,
	"counter" bigint NOT NULL,
	"backup_eligible" boolean NOT NULL,
	"backed_up" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "passkeys_credential" UNIQUE("credential_id"),
	CONSTRAINT "passkeys_algorithm" CHECK ("passkeys"."algorithm" in (-8, -7, -257))
);
--> statement-breakpoint
CREATE TABLE "sign_off_proofs" (
	"sign_off_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
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
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_off_proofs_kind" CHECK ("sign_off_proofs"."kind" in ('passkey', 'code', 'password')),
	CONSTRAINT "sign_off_proofs_whole" CHECK (num_nonnulls("sign_off_proofs"."passkey_id", "sign_off_proofs"."spki", "sign_off_proofs"."algorithm", "sign_off_proofs"."client_data_json", "sign_off_proofs"."authenticator_data", "sign_off_proofs"."signature", "sign_off_proofs"."counter", "sign_off_proofs"."backup_eligible", "sign_off_proofs"."backed_up") = case "sign_off_proofs"."kind" when 'passkey' then 9 else 0 end)
);
--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_proofs" ADD CONSTRAINT "sign_off_proofs_sign_off_id_sign_offs_id_fk" FOREIGN KEY ("sign_off_id") REFERENCES "public"."sign_offs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_proofs" ADD CONSTRAINT "sign_off_proofs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_proofs" ADD CONSTRAINT "sign_off_proofs_passkey_id_passkeys_id_fk" FOREIGN KEY ("passkey_id") REFERENCES "public"."passkeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkeys_person" ON "passkeys" USING btree ("person_id");--> statement-breakpoint
-- by hand
CREATE OR REPLACE TRIGGER sign_off_proofs_append_only BEFORE UPDATE OR DELETE ON sign_off_proofs FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER sign_off_proofs_not_emptied BEFORE TRUNCATE ON sign_off_proofs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
