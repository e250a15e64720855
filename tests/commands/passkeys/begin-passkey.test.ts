import { expect, it } from 'vitest';
import { beginPasskey } from '@/commands/passkeys/begin-passkey';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { enrol } from '@/tests/support/enrol';
import { softwareKey } from '@/tests/support/software-key';
import { refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('asking for a personal key', (open) => {
  it('[M28] asks for a verified person, three algorithms, a key that is offered for no sign-in, and none that is known', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const context = contextFor(db, north.moderators[0]);
    const key = softwareKey('p256');
    await enrol(context, key);
    const { options } = answerOf(await beginPasskey(context, {}));
    expect(options).toMatchObject({
      attestation: 'none',
      rp: { id: 'localhost' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      excludeCredentials: [{ id: key.id }],
    });
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
  });

  it('[M28] [A6] asks for a moderator or an observer who has just proved who they are', async () => {
    const db = await open();
    const { id, north, steward } = await buildWorkspace(db);
    const old = actorFor(north.moderators[0], { confirmedAt: new Date(noon.getTime() - 10 * 60_000 - 1) });
    expect(await refusalOf(db, id, () => beginPasskey(contextOf(db, old), {}))).toEqual({ code: 'not-confirmed', minutes: 10 });
    for (const person of [north.checkers[0], steward])
      expect(await refusalOf(db, id, () => beginPasskey(contextFor(db, person), {}))).toMatchObject({ code: 'not-allowed' });
  });
});
