import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { publicState } from '@/db/queries/public/public-state';
import { buildOpenClaim, buildWorkspace, contextFor, writeRecord } from '@/tests/support/build';
import { describeOnOwnDatabases } from '@/tests/support/database';
import { buildRevision, propose, sign } from '@/tests/support/sign';

describeOnOwnDatabases('what is published, in one line', (open) => {
  it('[C30] is another one after a desk, a charter, a first publication and a correction, and the same after everything else', async () => {
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
    expect(new Set(seen).size).toBe(5);
    expect(seen[0]).toBe('[]');
  });
});
