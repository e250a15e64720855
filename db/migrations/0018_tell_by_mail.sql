CREATE TABLE "mail_choices" (
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"of_group" text NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "mail_choices_person_id_workspace_id_of_group_pk" PRIMARY KEY("person_id","workspace_id","of_group"),
	CONSTRAINT "mail_choices_group" CHECK ("mail_choices"."of_group" in ('discussion', 'signing', 'publication', 'challenges', 'charter')),
	CONSTRAINT "mail_choices_way" CHECK ("mail_choices"."way" in ('at-once', 'digest', 'never'))
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "claim_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "by_person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "by_party" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "revision_id" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_settled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_unmailed" ON "notifications" USING btree ("workspace_id","person_id") WHERE "notifications"."mail_settled_at" is null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_by" CHECK (("notifications"."by_person" is null) = ("notifications"."by_party" is null));--> statement-breakpoint
-- by hand
UPDATE "notifications" SET "mail_settled_at" = "at";
