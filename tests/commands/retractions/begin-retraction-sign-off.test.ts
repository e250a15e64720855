import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginRetractionSignOff } from '@/commands/retractions/begin-retraction-sign-off';
import { retractionSignOffs, signOffNonces } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRetraction, retractionReason } from '@/tests/support/retraction';
import { eventsOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('making the statement of a retraction', (open) => {
  it('[C35] [RT3] keeps the bytes that it answers, which say everything, and signs nothing', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId, claimId } = await buildVerdict(db, workspace);
    const { id } = await buildRetraction(db, workspace, revisionId);
    const [person] = workspace.south.moderators;
    const begun = answerOf(await beginRetractionSignOff(contextFor(db, person), { retractionId: id, conflict: 'none' }));
    expect(JSON.parse(begun.statement)).toEqual({
      ...{ v: 1, type: 'retraction', workspace: workspace.id, claim: claimId, revision: revisionId, retraction: id },
      ...{ party: workspace.south.id, member: person.id, reason: retractionReason, conflict: 'none', nonce: begun.nonce },
      recordSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      charterSha256: workspace.charter.sha256,
    });
    const bytes = new TextEncoder().encode(begun.statement);
    expect(begun).toMatchObject({ sha256: digestOf(bytes), challenge: signOffChallenge(bytes) });
    expect(new Date(begun.expiresAt).getTime() - noon.getTime()).toBe(10 * 60_000);
    const [kept] = await db.select().from(signOffNonces).where(eq(signOffNonces.nonce, begun.nonce));
    expect(kept?.statement).toEqual(bytes);
    expect(await db.$count(retractionSignOffs, eq(retractionSignOffs.retractionId, id))).toBe(0);
    expect((await eventsOf(db, workspace.id)).at(-1)?.type).toBe('retraction.begun');
  });

  it('[C19] [C20] is refused to who says nothing of a conflict, and to who proposed it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { revisionId } = await buildVerdict(db, workspace);
    const [proposer, other] = workspace.north.moderators;
    const { id } = await buildRetraction(db, workspace, revisionId, { by: proposer });
    const begin = (person: typeof proposer, input = {}) =>
      refusalOf(db, workspace.id, () => beginRetractionSignOff(contextFor(db, person), { retractionId: id, ...input }));
    expect(await begin(proposer, { conflict: 'none' })).toMatchObject({ code: 'own-proposal', clause: 'C20' });
    expect(await begin(other)).toMatchObject({ code: 'conflict-not-said', clause: 'C19' });
  });
});
