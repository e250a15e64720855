import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { signOff } from '@/commands/signoffs/sign-off';
import { passkeys, signOffProofs, signOffs } from '@/db/schema';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { codeOf } from '@/tests/support/authenticator';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { enrol } from '@/tests/support/enrol';
import { stepsLater, withSecondFactor } from '@/tests/support/second-factor';
import { begin, buildRevision } from '@/tests/support/sign';
import { type Changes, softwareKey } from '@/tests/support/software-key';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('proving who signs', (open) => {
  it('[C22] [R15] a key of each kind signs a statement, and everything that a reader checks is kept', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { weakestProof: 'passkey' } });
    const revision = await buildRevision(db, workspace);
    // Neither of them has given a password lately: the key proves it at this moment.
    const confirmedAt = new Date(noon.getTime() - 60 * 60_000);
    for (const [person, kind] of [
      [workspace.north.moderators[0], 'p256'],
      [workspace.south.moderators[0], 'ed25519'],
    ] as const) {
      const key = softwareKey(kind);
      await enrol(contextFor(db, person), key);
      const context = contextOf(db, actorFor(person, { confirmedAt }));
      const { nonce, challenge, sha256 } = await begin(context, workspace, revision);
      const assertion = key.sign(challenge);
      const { id } = answerOf(await signOff(context, { revisionId: revision.id, nonce, proof: { kind: 'passkey', assertion } }));
      const [proof] = await db.select().from(signOffProofs).where(eq(signOffProofs.signOffId, id));
      expect(proof).toMatchObject({ kind: 'passkey', counter: 1, backupEligible: false, backedUp: false, at: noon });
      expect(Buffer.from(proof?.signature ?? []).toString('base64url')).toBe(assertion.response.signature);
      const [signed] = await db.select().from(signOffs).where(eq(signOffs.id, id));
      expect(signed?.sha256).toBe(sha256);
      expect(JSON.parse(Buffer.from(proof?.clientDataJson ?? []).toString('utf8'))).toMatchObject({
        challenge: signOffChallenge(signed?.bytes ?? new Uint8Array()),
      });
    }
  });

  it('[C22] [T35] what is no signature of this statement, here and now, by a key of the signer’s own, is refused and nothing is kept', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [revision, other] = [await buildRevision(db, workspace), await buildRevision(db, workspace)];
    const [signer, colleague] = workspace.north.moderators;
    const context = contextFor(db, signer);
    const [key, theirs, stranger] = [softwareKey('p256'), softwareKey('ed25519'), softwareKey('p256')];
    await enrol(context, key);
    await enrol(contextFor(db, colleague), theirs);
    const { nonce, challenge, statement } = await begin(context, workspace, revision);
    const tried = (assertion: ReturnType<typeof key.sign>) =>
      refusalOf(db, workspace.id, () =>
        signOff(context, { revisionId: revision.id, nonce, proof: { kind: 'passkey', assertion } }),
      );
    // Of a sign-in: random. Of another claim's revision, of another nonce, of a statement under another charter or decision: each has another challenge.
    const moved = (change: object) => signOffChallenge(Buffer.from(JSON.stringify({ ...JSON.parse(statement), ...change })));
    const elsewhere = [
      Buffer.alloc(32, 7).toString('base64url'),
      (await begin(context, workspace, other)).challenge,
      (await begin(context, workspace, revision)).challenge,
      moved({ charterSha256: 'a'.repeat(64) }),
      moved({ decision: 'dissent' }),
    ];
    for (const wrong of elsewhere) expect(await tried(key.sign(wrong))).toEqual({ code: 'passkey-not-signed' });
    const hostile: Changes[] = [
      { type: 'webauthn.create' },
      { origin: 'https://elsewhere.example' },
      { rpId: 'elsewhere.example' },
      { crossOrigin: true },
      { topOrigin: 'https://elsewhere.example' },
      // Present and not verified, verified and not present.
      { flags: 0b001 },
      { flags: 0b100 },
    ];
    for (const changes of hostile) expect(await tried(key.sign(challenge, changes))).toEqual({ code: 'passkey-not-signed' });
    for (const foreign of [theirs, stranger]) expect(await tried(foreign.sign(challenge))).toEqual({ code: 'passkey-unknown' });
    // Another's signature under the name of one's own key.
    expect(await tried({ ...stranger.sign(challenge), id: key.id, rawId: key.id })).toEqual({ code: 'passkey-not-signed' });
    expect(await db.$count(signOffs, eq(signOffs.revisionId, revision.id))).toBe(0);
    expect(await db.$count(signOffProofs, eq(signOffProofs.workspaceId, workspace.id))).toBe(0);

    const assertion = key.sign(challenge);
    const once = { revisionId: revision.id, nonce, proof: { kind: 'passkey', assertion } };
    answerOf(await signOff(context, once));
    expect((await refusalOf(db, workspace.id, () => signOff(context, once))).code).toBe('already-signed');
    // The same signature at another revision, with a nonce of its own.
    const next = await begin(context, workspace, other);
    const replayed = () => signOff(context, { ...once, revisionId: other.id, nonce: next.nonce });
    expect(await refusalOf(db, workspace.id, replayed)).toEqual({ code: 'passkey-not-signed' });
    expect(await db.$count(signOffProofs, eq(signOffProofs.workspaceId, workspace.id))).toBe(1);
  });

  it('[C22] a counter that goes back is refused', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    const key = softwareKey('p256');
    const id = await enrol(context, key);
    await db.update(passkeys).set({ counter: 40 }).where(eq(passkeys.id, id));
    const { nonce, challenge } = await begin(context, workspace, revision);
    const copied = { revisionId: revision.id, nonce, proof: { kind: 'passkey', assertion: key.sign(challenge) } };
    expect(await refusalOf(db, workspace.id, () => signOff(context, copied))).toEqual({ code: 'passkey-not-signed' });
  });

  it('[C22] [M24] a code signs once, a recovery code never, and neither where no second factor is on', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { weakestProof: 'code' } });
    const revision = await buildRevision(db, workspace);
    const [signer, colleague] = workspace.north.moderators;
    const { secret, recoveryCodes } = await withSecondFactor(db, signer);
    const now = stepsLater(1);
    const tried = async (person: typeof signer, proof: object) => {
      const context = contextFor(db, person, { now });
      const { nonce } = await begin(context, workspace, revision);
      return signOff(context, { revisionId: revision.id, nonce, proof });
    };
    const refused = async (person: typeof signer, proof: object) => {
      const result = await tried(person, proof);
      return result.ok ? result.value : result.refusal;
    };
    // A password alone is weaker than this charter takes, and the refusal says what it takes.
    expect(await refused(signer, { kind: 'password' })).toMatchObject({ code: 'proof-too-weak', clause: 'C22', needed: 'code' });
    expect(await refused(signer, { kind: 'code', code: codeOf(secret, noon) })).toEqual({ code: 'wrong-code' });
    expect(await refused(signer, { kind: 'code', code: recoveryCodes[0] })).toEqual({ code: 'wrong-code' });
    expect(await refused(colleague, { kind: 'code', code: '123456' })).toEqual({ code: 'second-factor-off' });
    const { id } = answerOf(await tried(signer, { kind: 'code', code: codeOf(secret, now) }));
    expect(await db.select().from(signOffProofs).where(eq(signOffProofs.signOffId, id))).toMatchObject([
      { kind: 'code', spki: null, signature: null },
    ]);
  });
});
