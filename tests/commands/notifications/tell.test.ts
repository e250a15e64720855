import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { removeMember } from '@/commands/membership/remove-member';
import { tell } from '@/commands/notifications/tell';
import type { Db } from '@/db/handle';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { ok, refuse } from '@/domain/result';
import { actorFor, answerOf, buildOpenClaim, buildWorkspace, contextFor, contextOf, type Person } from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, dissent, sign } from '@/tests/support/sign';

const told = async (db: Db, person: Person) =>
  (await toldNotifications({ member: actorFor(person), before: undefined }, db)).items;

describeOnBothDatabases('telling people', (open) => {
  it('[K9] tells whom a published verdict, a challenge and a dissent concern, with numbers alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const verdict = await buildVerdict(db, workspace);
    const published = { kind: 'published', claimId: verdict.claimId, facts: { revision: 1 }, by: null, words: null };
    for (const person of [north.checkers[1], south.moderators[1], mission.observers[0]])
      expect(await told(db, person)).toMatchObject([published]);
    const { number } = await buildChallenge(db, workspace, verdict.slug);
    const received = { kind: 'challenge-received', facts: { challenge: number, until: expect.any(String) }, by: null };
    expect(await told(db, south.moderators[1])).toMatchObject([received, published]);
    expect(await told(db, mission.observers[0])).toHaveLength(1);

    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision, dissent));
    const by = { partyId: south.id };
    const returned = { kind: 'revision-returned', claimId: revision.claimId, facts: { revision: 1 }, by, words: null };
    for (const person of [north.checkers[0], north.moderators[0], south.moderators[1]])
      expect((await told(db, person))[0]).toMatchObject(returned);
    expect((await told(db, south.moderators[0]))[0]).toMatchObject(received);
  });

  it('[K9] leaves out who did it and who has no seat, and is taken back with a refusal', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north } = workspace;
    const [host] = north.moderators;
    const [gone, here] = north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    answerOf(await removeMember(contextFor(db, host), { personId: gone.id }));
    const context = contextOf(db, { kind: 'system' });
    const by = {
      ...actorFor(host),
      party: { id: north.id, name: north.name, letter: 'N', position: 1, standing: north.standing },
    };
    const telling = {
      kind: 'claim-given',
      workspaceId: workspace.id,
      claimId,
      by,
      to: [gone.id, here.id, here.id, host.id],
    } as const;
    await withTransaction(context, async (tx) => {
      await tell(tx, context, telling);
      return refuse({ code: 'not-found' });
    });
    expect(await told(db, here)).toEqual([]);
    await withTransaction(context, async (tx) => ok(await tell(tx, context, telling)));
    expect([await told(db, here), await told(db, gone), await told(db, host)].map(({ length }) => length)).toEqual([1, 0, 0]);
  });
});
