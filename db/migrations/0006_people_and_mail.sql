CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"token_sha256" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_by_party" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('checker', 'moderator', 'observer')),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_by_own_party" CHECK ("invitations"."invited_by_party" is null or "invitations"."invited_by_party" = "invitations"."party_id"),
	CONSTRAINT "invitations_accepted_by_somebody" CHECK (("invitations"."accepted_at" is null) = ("invitations"."accepted_by" is null)),
	CONSTRAINT "invitations_revoked_by_somebody" CHECK (("invitations"."revoked_at" is null) = ("invitations"."revoked_by" is null)),
	CONSTRAINT "invitations_end_once" CHECK ("invitations"."accepted_at" is null or "invitations"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"sealed" text,
	"state" text NOT NULL,
	"fault" text,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sent', 'dropped')),
	CONSTRAINT "outbox_keeps_no_words" CHECK (("outbox"."state" = 'waiting') = ("outbox"."sealed" is not null)),
	CONSTRAINT "outbox_ended" CHECK (("outbox"."state" = 'waiting') = ("outbox"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_party_parties_id_fk" FOREIGN KEY ("invited_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_sha256");--> statement-breakpoint
CREATE INDEX "invitations_party" ON "invitations" USING btree ("workspace_id","party_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at") WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_workspace" ON "outbox" USING btree ("workspace_id","created_at");--> statement-breakpoint
-- by hand
-- An offer is kept as it was made, and ends once: a link that was used or taken back stays so.
CREATE OR REPLACE FUNCTION refuse_invitation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.accepted_at IS NOT NULL OR OLD.revoked_at IS NOT NULL
    OR (NEW.id, NEW.workspace_id, NEW.party_id, NEW.role, NEW.email, NEW.token_sha256, NEW.invited_by, NEW.created_at, NEW.expires_at)
      IS DISTINCT FROM
      (OLD.id, OLD.workspace_id, OLD.party_id, OLD.role, OLD.email, OLD.token_sha256, OLD.invited_by, OLD.created_at, OLD.expires_at)
    OR NEW.invited_by_party IS DISTINCT FROM OLD.invited_by_party
  THEN
    RAISE EXCEPTION 'an invitation ends once and does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER invitations_fixed BEFORE UPDATE OR DELETE ON invitations FOR EACH ROW EXECUTE FUNCTION refuse_invitation_change();
