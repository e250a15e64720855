import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { removePasskey } from '@/commands/passkeys/remove-passkey';
import { signOff } from '@/commands/signoffs/sign-off';
import { outbox, passkeys, signOffProofs } from '@/db/schema';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { enrol } from '@/tests/support/enrol';
import { begin, buildRevision } from '@/tests/support/sign';
import { softwareKey } from '@/tests/support/software-key';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('removing a personal key', (open) => {
  it('[M29] a removed key signs nothing more, and what it signed stays as it was', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const context = contextFor(db, workspace.north.moderators[0]);
    const key = softwareKey('ed25519');
    const passkeyId = await enrol(context, key);
    const [signed, later] = [await buildRevision(db, workspace), await buildRevision(db, workspace)];
    const attempt = async (revision: typeof signed) => {
      const { nonce, challenge } = await begin(context, workspace, revision);
      return signOff(context, { revisionId: revision.id, nonce, proof: { kind: 'passkey', assertion: key.sign(challenge) } });
    };
    answerOf(await attempt(signed));
    const proofs = () => db.select().from(signOffProofs).where(eq(signOffProofs.workspaceId, workspace.id));
    const before = await proofs();
    expect(before).toMatchObject([{ kind: 'passkey', passkeyId, algorithm: -8, counter: 1 }]);

    answerOf(await removePasskey(context, { passkeyId }));
    expect(await proofs()).toEqual(before);
    const { nonce, challenge } = await begin(context, workspace, later);
    const assertion = key.sign(challenge);
    const stale = () => signOff(context, { revisionId: later.id, nonce, proof: { kind: 'passkey', assertion } });
    expect(await refusalOf(db, workspace.id, stale)).toEqual({ code: 'passkey-unknown' });
    const mails = await db.select().from(outbox).where(eq(outbox.workspaceId, workspace.id));
    expect(mails.some(({ kind }) => kind === 'passkey-removed')).toBe(true);
    expect(await refusalOf(db, workspace.id, () => removePasskey(context, { passkeyId }))).toEqual({ code: 'not-found' });
  });

  it('[M29] [A3] asks for a fresh proof, and another’s key is not found', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [owner, other] = north.moderators;
    const passkeyId = await enrol(contextFor(db, owner), softwareKey('p256'));
    const old = contextOf(db, actorFor(owner, { confirmedAt: new Date(noon.getTime() - 10 * 60_000 - 1) }));
    expect(await refusalOf(db, id, () => removePasskey(old, { passkeyId }))).toMatchObject({ code: 'not-confirmed' });
    expect(await refusalOf(db, id, () => removePasskey(contextFor(db, other), { passkeyId }))).toEqual({ code: 'not-found' });
    expect(await db.$count(passkeys, eq(passkeys.id, passkeyId))).toBe(1);
  });
});
