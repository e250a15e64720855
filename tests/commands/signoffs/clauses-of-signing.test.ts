import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { authorizeParty } from '@/commands/authorize';
import { clausesOfSigning } from '@/commands/signoffs/clauses-of-signing';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { revisions } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, dissent } from '@/tests/support/sign';

describeOnBothDatabases('the clauses of signing', (open) => {
  it('[H1] answer with every clause that is not met, the first of them by name, and say nothing when all are', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, sha256: recordSha256 } = await buildRevision(db, workspace);
    const [row] = await db.select().from(revisions).where(eq(revisions.id, id));
    if (row === undefined) throw new Error('There is no such revision.');
    const signing = await signingOfRevision(row, db);
    const member = answerOf(authorizeParty(contextFor(db, workspace.south.moderators[0]).actor, 'revision.sign'));
    const position = { ...dissent, conflict: 'none' as const, recordSha256, charterSha256: workspace.charter.sha256 };
    const asked = { member, now: noon, revision: row, signing, position, declaredMsAgo: 0 };
    expect(clausesOfSigning({ ...asked, confirmedMsAgo: 0 })).toEqual({ ok: true, value: undefined });
    const wrong = { ...position, recordSha256: 'a'.repeat(64), reason: 'Short.' };
    expect(clausesOfSigning({ ...asked, confirmedMsAgo: Number.NaN, position: wrong })).toMatchObject({
      ok: false,
      refusal: { code: 'not-confirmed', clause: 'C22', findings: [{ clause: 'C22' }, { clause: 'C23' }, { clause: 'C26' }] },
    });
  });
});
