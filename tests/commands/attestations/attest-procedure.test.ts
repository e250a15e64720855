import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { attestProcedure } from '@/commands/attestations/attest-procedure';
import { beginAttestation } from '@/commands/attestations/begin-attestation';
import { signOff } from '@/commands/signoffs/sign-off';
import { attestationBytes, attestationProofBytes } from '@/db/queries/public/attestations';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { attestations, claims, revisions, signOffs, verdicts } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { attest, attestation, complaint } from '@/tests/support/attest';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { enrol } from '@/tests/support/enrol';
import { begin, buildRevision, sign } from '@/tests/support/sign';
import { softwareKey } from '@/tests/support/software-key';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

describeOnBothDatabases('attesting the procedure', (open) => {
  it('[AT1] [AT2] stores the very bytes that were made, once before the publication and once after it, and tells it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [mediator, observer] = workspace.mission.observers;
    const context = contextFor(db, observer);
    const begun = answerOf(await beginAttestation(context, attestation(workspace, revision, complaint)));
    const asked = { revisionId: revision.id, nonce: begun.nonce, proof: { kind: 'password' } };
    answerOf(await attestProcedure(context, asked));
    const [stored] = await db.select().from(attestations).where(eq(attestations.revisionId, revision.id));
    expect(new TextDecoder().decode(stored?.bytes)).toBe(begun.statement);
    expect(stored).toMatchObject({ ...complaint, sha256: begun.sha256, position: 1, proof: 'password', signature: null });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      ...{ type: 'attestation.made', subjectId: revision.id, personId: observer.id },
      facts: { number: 1, procedure: 'not-followed' },
    });
    const refused = async (by = context) => (await refusalOf(db, workspace.id, () => attestProcedure(by, asked))).code;
    expect(await refused()).toBe('nonce-spent');
    expect(await attest(contextFor(db, mediator), workspace, revision)).toMatchObject({ refusal: { code: 'attested-already' } });
    for (const desk of [workspace.north, workspace.south])
      answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    answerOf(await attest(contextFor(db, mediator), workspace, revision));
    expect(await attest(context, workspace, revision)).toMatchObject({ refusal: { code: 'attested-already' } });
    expect(await db.$count(attestations, eq(attestations.revisionId, revision.id))).toBe(2);
  });

  it('[AT3] [C21] counts nowhere: neither for the outcome nor against it, whatever it says', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const { north, south, mission } = workspace;
    const stored = async () => (await db.select().from(revisions).where(eq(revisions.id, revision.id)))[0];
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    const before = await stored();
    answerOf(await attest(contextFor(db, mission.observers[0]), workspace, revision, complaint));
    expect(await stored()).toEqual(before);
    expect(await db.$count(signOffs, eq(signOffs.revisionId, revision.id))).toBe(1);
    if (before === undefined) throw new Error('There is no such revision.');
    const { earlier, made } = await signingOfRevision(before, db);
    expect([earlier.length, made.length]).toEqual([1, 1]);
    expect(await db.$count(verdicts, eq(verdicts.claimId, revision.claimId))).toBe(0);
    expect(answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision)).state).toBe('published');
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId))).toMatchObject([{ outcome: 'joint' }]);
  });

  it('[AT2] [AT6] [C22] takes a key’s signature of the attestation, none of a sign-off, and none of either for the other', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { weakestProof: 'passkey' } });
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.mission.observers[0]);
    const key = softwareKey('p256');
    await enrol(context, key);
    const begun = answerOf(await beginAttestation(context, attestation(workspace, revision)));
    const by = (proof: unknown) => attestProcedure(context, { revisionId: revision.id, nonce: begun.nonce, proof });
    const refused = async (proof: unknown) => (await refusalOf(db, workspace.id, () => by(proof))).code;
    expect(await refused({ kind: 'password' })).toBe('proof-too-weak');
    const bytes = new TextEncoder().encode(begun.statement);
    const asSignOff = key.sign(signOffChallenge(bytes));
    expect(await refused({ kind: 'passkey', assertion: asSignOff })).toBe('passkey-not-signed');
    answerOf(await by({ kind: 'passkey', assertion: key.sign(begun.challenge) }));

    const moderator = contextFor(db, workspace.north.moderators[0]);
    const other = await begin(moderator, workspace, revision);
    expect(
      await refusalOf(db, workspace.id, () =>
        attestProcedure(context, { revisionId: revision.id, nonce: other.nonce, proof: { kind: 'password' } }),
      ),
    ).toEqual({ code: 'nonce-spent' });
    expect(
      await refusalOf(db, workspace.id, () =>
        signOff(moderator, { revisionId: revision.id, nonce: begun.nonce, proof: { kind: 'password' } }),
      ),
    ).toEqual({ code: 'nonce-spent' });
  });

  it('[AT6] [C22] refuses an old confirmation, an old statement, and somebody else’s', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const [mediator, observer] = workspace.mission.observers;
    const begun = answerOf(await beginAttestation(contextFor(db, observer), attestation(workspace, revision)));
    const asked = { revisionId: revision.id, nonce: begun.nonce, proof: { kind: 'password' } };
    const refused = async (context: Parameters<typeof attestProcedure>[0]) =>
      (await refusalOf(db, workspace.id, () => attestProcedure(context, asked))).code;
    expect(await refused(contextFor(db, mediator))).toBe('nonce-spent');
    expect(await refused(contextFor(db, observer, { now: minutes(10) }))).toBe('nonce-spent');
    const stale = contextOf(db, actorFor(observer, { confirmedAt: minutes(-11) }));
    expect(await refused(stale)).toBe('not-confirmed');
    expect(await refused(contextFor(db, workspace.north.moderators[0]))).toBe('not-allowed');
  });

  it('[AT5] [R11] [R15] is public beside the verdict with its bytes and proof, and not before', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { weakestProof: 'password' } });
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.mission.observers[0]);
    const key = softwareKey('ed25519');
    await enrol(context, key);
    const begun = answerOf(await beginAttestation(context, attestation(workspace, revision, { words: 'All of it, as we saw.' })));
    const proof = { kind: 'passkey', assertion: key.sign(begun.challenge) };
    answerOf(await attestProcedure(context, { revisionId: revision.id, nonce: begun.nonce, proof }));
    for (const desk of [workspace.north, workspace.south])
      answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    const [claim] = await db.select({ slug: claims.slug }).from(claims).where(eq(claims.id, revision.claimId));
    const at = { workspaceId: workspace.id, slug: claim?.slug ?? '', number: 1, position: 1 };
    const verdict = await publishedVerdict({ workspaceId: workspace.id, slug: at.slug }, db);
    expect(verdict).toMatchObject({
      attestations: [
        {
          ...{ party: workspace.mission.id, procedure: 'followed', moment: 'before-publication', words: 'All of it, as we saw.' },
          ...{ signer: '', sha256: begun.sha256, proof: { kind: 'passkey', algorithm: -8 } },
        },
      ],
    });
    expect(new TextDecoder().decode((await attestationBytes(at, db))?.bytes)).toBe(begun.statement);
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature', 'pem'] as const)
      expect((await attestationProofBytes({ ...at, part }, db))?.bytes.byteLength, part).toBeGreaterThan(0);
    expect(await attestationBytes({ ...at, position: 2 }, db)).toBeUndefined();
    const waiting = await buildRevision(db, workspace);
    answerOf(await attest(context, workspace, waiting));
    expect(await attestationBytes({ ...at, number: 2 }, db)).toBeUndefined();
    expect(digestOf(begun.statement)).toBe(begun.sha256);
  });
});
