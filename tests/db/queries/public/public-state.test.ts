import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceChallenge } from '@/commands/challenges/advance-challenge';
import { decideChallenge } from '@/commands/challenges/decide-challenge';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { publicState } from '@/db/queries/public/public-state';
import { claims } from '@/db/schema';
import { buildOpenClaim, buildWorkspace, contextFor, contextOf, noon, writeRecord } from '@/tests/support/build';
import { buildChallenge, decisionReason } from '@/tests/support/challenge';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { retract } from '@/tests/support/retraction';
import { buildRevision, propose, sign } from '@/tests/support/sign';

describeOnOwnDatabases('what is published, in one line', (open) => {
  it('[C30] is another one after a desk, a charter, a first publication, a correction, each step of a challenge and a retraction, and the same after everything else', async () => {
    const db = await open();
    const seen = [await publicState({}, db)];
    const note = async () => seen.push(await publicState({}, db));
    const workspace = await buildWorkspace(db, { ratified: false });
    await note();
    const { north, south, charter } = workspace;
    for (const desk of [north, south])
      expect(await ratifyCharter(contextFor(db, desk.moderators[0]), { sha256: charter.sha256 })).toMatchObject({ ok: true });
    await note();
    await buildOpenClaim(db, workspace);
    const revision = await buildRevision(db, workspace);
    expect(await sign(contextFor(db, north.moderators[0]), workspace, revision)).toMatchObject({ ok: true });
    expect(await publicState({}, db)).toBe(seen.at(-1));
    expect(await sign(contextFor(db, south.moderators[0]), workspace, revision)).toMatchObject({ ok: true });
    await note();
    await writeRecord(db, south.checkers[0], revision.claimId, { texts: { finding: 'No text sets one.' } });
    const correction = await propose(contextFor(db, south.checkers[0]), revision.claimId);
    if (!correction.ok) throw new Error(correction.refusal.code);
    for (const desk of [north, south])
      expect(await sign(contextFor(db, desk.moderators[0]), workspace, correction.value)).toMatchObject({ ok: true });
    await note();
    const [claim] = await db.select({ slug: claims.slug }).from(claims).where(eq(claims.id, revision.claimId));
    const challenge = await buildChallenge(db, workspace, claim?.slug ?? '');
    await note();
    const refused = { challengeId: challenge.id, decision: 'decline', reason: decisionReason, publishesWords: false };
    expect(await decideChallenge(contextFor(db, north.moderators[0]), refused)).toMatchObject({ ok: true });
    await note();
    const over = contextOf(db, { kind: 'system' }, { now: new Date(noon.getTime() + 1000 * 3_600_000) });
    expect(await advanceChallenge(over, { challengeId: challenge.id })).toMatchObject({ ok: true, value: { marked: 1 } });
    await note();
    await retract(db, workspace, correction.value.id);
    await note();
    expect(new Set(seen).size).toBe(9);
    expect(seen[0]).toBe('[]');
  });
});
