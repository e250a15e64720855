import { expect, it } from 'vitest';
import { authorizeParty } from '@/commands/authorize';
import { clausesOfSigning } from '@/commands/signoffs/clauses-of-signing';
import type { Db } from '@/db/handle';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { answerOf, buildWorkspace, contextFor, noon, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { storedRevision } from '@/tests/support/rounds';
import { buildRevision, dissent } from '@/tests/support/sign';

describeOnBothDatabases('the clauses of signing', (open) => {
  it('[C21] refuse whoever signs for a party that the charter of the revision does not ask', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { signing, revision, member, position } = await asSouth(db, workspace);
    // The party signs at the desk by a later charter; the bytes that bind this revision do not name it.
    const party = { ...member.party, id: workspace.mission.id, name: workspace.mission.name };
    const asked = { now: noon, revision, signing, position, declaredMsAgo: 0, confirmedMsAgo: 0 };
    expect(clausesOfSigning({ ...asked, member: { ...member, party } })).toMatchObject({
      ok: false,
      refusal: { code: 'party-not-of-charter', clause: 'C21', party: workspace.mission.name },
    });
  });

  it('[H1] answer with every clause that is not met, the first of them by name, and say nothing when all are', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { signing, revision, member, position } = await asSouth(db, workspace);
    const asked = { member, now: noon, revision, signing, position, declaredMsAgo: 0 };
    expect(clausesOfSigning({ ...asked, confirmedMsAgo: 0 })).toEqual({ ok: true, value: undefined });
    const wrong = { ...position, recordSha256: 'a'.repeat(64), reason: 'Short.' };
    expect(clausesOfSigning({ ...asked, confirmedMsAgo: Number.NaN, position: wrong })).toMatchObject({
      ok: false,
      refusal: { code: 'not-confirmed', clause: 'C22', findings: [{ clause: 'C22' }, { clause: 'C23' }, { clause: 'C26' }] },
    });
  });
});

/** A moderator of the Southern desk about to dissent from a revision. */
async function asSouth(db: Db, workspace: Workspace) {
  const { id, sha256: recordSha256 } = await buildRevision(db, workspace);
  const revision = await storedRevision(db, id);
  const signing = await signingOfRevision(revision, db);
  const member = answerOf(authorizeParty(contextFor(db, workspace.south.moderators[0]).actor, 'revision.sign'));
  const position = { ...dissent, conflict: 'none' as const, recordSha256, charterSha256: workspace.charter.sha256 };
  return { signing, revision, member, position };
}
