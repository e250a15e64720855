import { advanceChallenge } from '@/commands/challenges/advance-challenge';
import { advanceCharter } from '@/commands/charter/advance-charter';
import type { Context } from '@/commands/command';
import { mailDigest } from '@/commands/notifications/mail-digest';
import { mailNotices } from '@/commands/notifications/mail-notices';
import { advanceRevision } from '@/commands/revisions/advance-revision';
import type { JobKind } from '@/commands/schedule';
import type { Refusal, Result } from '@/domain/result';

/** Does what is due about one subject. It looks at stored times and `context.now`, and does nothing when called early, late or twice (SPEC J2). */
export type JobHandler = (context: Context, job: { id: string }) => Promise<Result<unknown, Refusal<string>>>;
export type JobHandlers = Partial<Record<JobKind, JobHandler>>;

/** The command of each kind of job. One whose kind has no line here waits. */
export const handlers: JobHandlers = {
  'revision.advance': (context, { id }) => advanceRevision(context, { revisionId: id }),
  'challenge.advance': (context, { id: challengeId }) => advanceChallenge(context, { challengeId }),
  'charter.advance': (context, { id: charterId }) => advanceCharter(context, { charterId }),
  'notifications.mail': (context, { id: seatId }) => mailNotices(context, { seatId }),
  'notifications.digest': (context, { id: workspaceId }) => mailDigest(context, { workspaceId }),
};
