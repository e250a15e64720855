import { expect, it } from 'vitest';
import { beginAttestation } from '@/commands/attestations/begin-attestation';
import { readAttestation } from '@/domain/record/attestation';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { attestationChallenge } from '@/domain/record/sign-off-challenge';
import { attest, attestation, complaint } from '@/tests/support/attest';
import { answerOf, buildWorkspace, contextFor, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('beginning an attestation', (open) => {
  it('[AT1] [AT2] answers the bytes that would be signed, their digest and what a key signs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [, observer] = workspace.mission.observers;
    const asked = attestation(workspace, revision, { ...complaint, words: ` ${complaint.words} ` });
    const { statement, sha256, challenge, nonce } = answerOf(await beginAttestation(contextFor(db, observer), asked));
    const bytes = new TextEncoder().encode(statement);
    expect([sha256, challenge]).toEqual([digestOf(bytes), attestationChallenge(bytes)]);
    expect(bytes).toEqual(canonicalBytes(JSON.parse(statement)));
    expect(readAttestation(bytes)).toEqual({
      ...{ v: 1, type: 'attestation', workspace: workspace.id, claim: revision.claimId, revision: revision.id, nonce },
      ...{ recordSha256: revision.sha256, charterSha256: workspace.charter.sha256 },
      ...{ party: workspace.mission.id, member: observer.id, ...complaint, moment: 'before-publication' },
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'attestation.begun', subjectId: revision.id });
  });

  it('[AT1] [AT2] [AT4] refuses who does not observe, other bytes, too little said, a second time, and what nobody can attest', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [mediator, observer] = workspace.mission.observers;
    const refused = async (context: Parameters<typeof beginAttestation>[0], changes: Record<string, unknown> = {}) =>
      (await refusalOf(db, workspace.id, () => beginAttestation(context, attestation(workspace, revision, changes)))).code;
    for (const person of [workspace.north.moderators[0], workspace.south.checkers[0], workspace.steward])
      expect(await refused(contextFor(db, person)), person.name).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
    const context = contextFor(db, observer);
    expect(await refused(context, { recordSha256: digestOf('other') })).toBe('not-these-bytes');
    expect(await refused(context, { charterSha256: digestOf('other') })).toBe('not-these-bytes');
    expect(await refused(context, { ...complaint, words: 'Not so.' })).toBe('reason-short');
    expect(await refused(context, { ...complaint, cites: 'E1' })).toBe('reason-cites-nothing');
    expect(await refused(context, { words: 'word '.repeat(301) })).toBe('words-many');
    expect(await refused(context, { decision: 'approve' })).toBe('invalid-input');
    answerOf(await attest(contextFor(db, mediator), workspace, revision));
    expect(await refused(context)).toBe('attested-already');
    const stranger = contextFor(db, (await buildWorkspace(db)).mission.observers[0]);
    for (const revisionId of [revision.id, stranger.newId()]) expect(await refused(stranger, { revisionId })).toBe('not-found');
  });
});
