CREATE TABLE "claim_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "claim_tasks_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"audience_party" uuid,
	"what" text NOT NULL,
	"assignee_id" uuid,
	"assignee_party" uuid,
	"due_on" date,
	"person_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" uuid,
	"done_by_party" uuid,
	CONSTRAINT "claim_tasks_of_own_party" CHECK ("claim_tasks"."audience_party" is null or "claim_tasks"."audience_party" = "claim_tasks"."party_id"),
	CONSTRAINT "claim_tasks_assigned_within" CHECK ("claim_tasks"."audience_party" is null or "claim_tasks"."assignee_party" is null or "claim_tasks"."audience_party" = "claim_tasks"."assignee_party"),
	CONSTRAINT "claim_tasks_assignee_has_a_party" CHECK (("claim_tasks"."assignee_id" is null) = ("claim_tasks"."assignee_party" is null)),
	CONSTRAINT "claim_tasks_done_by_somebody" CHECK (num_nonnulls("claim_tasks"."done_at", "claim_tasks"."done_by", "claim_tasks"."done_by_party") in (0, 3)),
	CONSTRAINT "claim_tasks_length" CHECK (char_length("claim_tasks"."what") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "comments_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"thread_id" uuid,
	"audience_party" uuid,
	"passage" jsonb,
	"source_id" uuid,
	"clause" text,
	"body" text NOT NULL,
	"person_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"resolved_by_party" uuid,
	CONSTRAINT "comments_on_one_thing" CHECK (num_nonnulls("comments"."passage", "comments"."source_id", "comments"."clause", "comments"."thread_id") <= 1),
	CONSTRAINT "comments_of_own_party" CHECK ("comments"."audience_party" is null or "comments"."audience_party" = "comments"."party_id"),
	CONSTRAINT "comments_threads_resolve" CHECK ("comments"."thread_id" is null or "comments"."resolved_at" is null),
	CONSTRAINT "comments_resolved_by_somebody" CHECK (num_nonnulls("comments"."resolved_at", "comments"."resolved_by", "comments"."resolved_by_party") in (0, 3)),
	CONSTRAINT "comments_length" CHECK (char_length("comments"."body") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "notification_marks" (
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notification_marks_person_id_workspace_id_key_pk" PRIMARY KEY("person_id","workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "notifications_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"comment_id" uuid,
	"task_id" uuid,
	"by_person" uuid NOT NULL,
	"by_party" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('mentioned', 'replied', 'task-given', 'claim-given')),
	CONSTRAINT "notifications_about" CHECK (("notifications"."kind" in ('mentioned', 'replied')) = ("notifications"."comment_id" is not null)
      and ("notifications"."kind" = 'task-given') = ("notifications"."task_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_audience_party_parties_id_fk" FOREIGN KEY ("audience_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_assignee_party_parties_id_fk" FOREIGN KEY ("assignee_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tasks" ADD CONSTRAINT "claim_tasks_done_by_party_parties_id_fk" FOREIGN KEY ("done_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_comments_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_audience_party_parties_id_fk" FOREIGN KEY ("audience_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_party_parties_id_fk" FOREIGN KEY ("resolved_by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_marks" ADD CONSTRAINT "notification_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_marks" ADD CONSTRAINT "notification_marks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_task_id_claim_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."claim_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_by_party_parties_id_fk" FOREIGN KEY ("by_party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_tasks_claim" ON "claim_tasks" USING btree ("claim_id","seq");--> statement-breakpoint
CREATE INDEX "claim_tasks_open" ON "claim_tasks" USING btree ("assignee_id","workspace_id") WHERE "claim_tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX "comments_claim" ON "comments" USING btree ("claim_id","seq");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_id","workspace_id","seq");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","workspace_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
-- by hand
-- A comment stays as it was written, with its thread's audience; only that a thread is resolved is said later (SPEC K1, K2).
CREATE OR REPLACE FUNCTION refuse_comment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.thread_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM comments c WHERE c.id = NEW.thread_id AND c.thread_id IS NULL AND c.workspace_id = NEW.workspace_id
        AND c.claim_id = NEW.claim_id AND c.audience_party IS NOT DISTINCT FROM NEW.audience_party)
    THEN
      RAISE EXCEPTION 'a reply has the claim and the audience of its thread' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.seq, NEW.workspace_id, NEW.claim_id, NEW.thread_id, NEW.audience_party, NEW.passage, NEW.source_id,
      NEW.clause, NEW.body, NEW.person_id, NEW.party_id, NEW.at)
    IS DISTINCT FROM (OLD.id, OLD.seq, OLD.workspace_id, OLD.claim_id, OLD.thread_id, OLD.audience_party, OLD.passage, OLD.source_id,
      OLD.clause, OLD.body, OLD.person_id, OLD.party_id, OLD.at)
  THEN
    RAISE EXCEPTION 'a comment does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER comments_kept BEFORE INSERT OR UPDATE OR DELETE ON comments FOR EACH ROW EXECUTE FUNCTION refuse_comment_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_task_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.workspace_id, NEW.claim_id, NEW.audience_party, NEW.person_id, NEW.party_id)
    IS DISTINCT FROM (OLD.workspace_id, OLD.claim_id, OLD.audience_party, OLD.person_id, OLD.party_id)
  THEN
    RAISE EXCEPTION 'who reads a task and who asked for it does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER claim_tasks_audience_kept BEFORE UPDATE ON claim_tasks FOR EACH ROW EXECUTE FUNCTION refuse_task_audience();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER comments_not_emptied BEFORE TRUNCATE ON comments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
