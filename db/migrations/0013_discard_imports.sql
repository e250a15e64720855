-- by hand: what was decided before keeps no cells either.
UPDATE "import_rows" SET "cells" = '{}'::jsonb WHERE "state" <> 'waiting';--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "import_rows_state";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_state";--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_kept" CHECK ("import_rows"."state" = 'waiting' or "import_rows"."cells" = '{}'::jsonb);--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_state" CHECK ("import_rows"."state" in ('waiting', 'taken', 'known', 'refused', 'discarded'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_state" CHECK ("imports"."state" in ('read', 'running', 'finished', 'cancelled', 'stopped', 'discarded'));