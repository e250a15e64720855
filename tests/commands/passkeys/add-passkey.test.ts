import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addPasskey } from '@/commands/passkeys/add-passkey';
import { beginPasskey } from '@/commands/passkeys/begin-passkey';
import { outbox, passkeys } from '@/db/schema';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { enrol } from '@/tests/support/enrol';
import { type Changes, softwareKey } from '@/tests/support/software-key';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('taking a personal key', (open) => {
  it('[M28] takes keys of both kinds, several of one person, with what the authenticator attested', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const [moderator] = north.moderators;
    const context = contextFor(db, moderator);
    const keys = [softwareKey('p256'), softwareKey('ed25519')] as const;
    for (const key of keys) await enrol(context, key);
    const stored = await db.select().from(passkeys).where(eq(passkeys.personId, moderator.id)).orderBy(passkeys.algorithm);
    expect(stored).toMatchObject([
      { credentialId: keys[1].id, algorithm: -8, name: 'Phone', createdAt: noon, backupEligible: false, backedUp: false },
      { credentialId: keys[0].id, algorithm: -7, removedAt: null },
    ]);
    for (const [index, key] of [keys[1], keys[0]].entries())
      expect(Buffer.from(stored[index]?.spki ?? [])).toEqual(key.publicKey.export({ type: 'spki', format: 'der' }));
    const mails = await db.select().from(outbox).where(eq(outbox.workspaceId, workspaceId));
    expect(mails.filter(({ kind, recipient }) => kind === 'passkey-added' && recipient === moderator.email)).toHaveLength(2);
  });

  it('[M28] refuses an answer that is not of this request, site, page, ceremony and verified person, and keeps nothing', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const [moderator, other] = north.moderators;
    const context = contextFor(db, moderator);
    const challengeOf = async (by: typeof context) => answerOf(await beginPasskey(by, {})).options.challenge;
    const tried = (challenge: string, changes: Changes = {}, by = context) =>
      refusalOf(db, workspaceId, () =>
        addPasskey(by, { name: 'Phone', registration: softwareKey('p256').register(challenge, changes) }),
      );
    const hostile: Changes[] = [
      { type: 'webauthn.get' },
      { origin: 'https://elsewhere.example' },
      { rpId: 'elsewhere.example' },
      { crossOrigin: true },
      { topOrigin: 'https://elsewhere.example' },
      { flags: 0b001 },
      { flags: 0b100 },
    ];
    const challenge = await challengeOf(context);
    for (const changes of hostile) expect(await tried(challenge, changes)).toEqual({ code: 'passkey-not-made' });
    expect(await tried('A'.repeat(43))).toEqual({ code: 'passkey-not-made' });
    expect(await tried(await challengeOf(contextFor(db, other)))).toEqual({ code: 'passkey-not-made' });
    const late = contextFor(db, moderator, { now: new Date(noon.getTime() + 10 * 60_000) });
    expect(await tried(challenge, {}, late)).toEqual({ code: 'passkey-not-made' });
  });

  it('[M28] spends a challenge once, and takes a key once, whoever brings it', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const [moderator, other] = north.moderators;
    const context = contextFor(db, moderator);
    const { challenge } = answerOf(await beginPasskey(context, {})).options;
    const key = softwareKey('ed25519');
    answerOf(await addPasskey(context, { name: 'Phone', registration: key.register(challenge) }));
    const again = () => addPasskey(context, { name: 'Phone', registration: softwareKey('ed25519').register(challenge) });
    expect(await refusalOf(db, workspaceId, again)).toEqual({ code: 'passkey-not-made' });
    const theirs = answerOf(await beginPasskey(contextFor(db, other), {})).options.challenge;
    const stolen = () => addPasskey(contextFor(db, other), { name: 'Phone', registration: key.register(theirs) });
    expect(await refusalOf(db, workspaceId, stolen)).toEqual({ code: 'passkey-known' });
  });

  it('[M28] [A6] asks for a moderator or an observer who has just proved who they are', async () => {
    const db = await open();
    const { id: workspaceId, north, steward } = await buildWorkspace(db);
    const registration = softwareKey('p256').register('A'.repeat(43));
    const old = contextOf(db, actorFor(north.moderators[0], { confirmedAt: new Date(noon.getTime() - 10 * 60_000 - 1) }));
    expect(await refusalOf(db, workspaceId, () => addPasskey(old, { name: 'Phone', registration }))).toMatchObject({
      code: 'not-confirmed',
    });
    for (const person of [north.checkers[0], steward])
      expect(
        await refusalOf(db, workspaceId, () => addPasskey(contextFor(db, person), { name: 'Phone', registration })),
      ).toMatchObject({ code: 'not-allowed' });
  });
});
