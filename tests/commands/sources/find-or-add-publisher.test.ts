import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { authorizeParty } from '@/commands/authorize';
import { withTransaction } from '@/commands/command';
import { findOrAddPublisher } from '@/commands/sources/find-or-add-publisher';
import type { Db } from '@/db/handle';
import { publishers } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, refusalOf } from '@/tests/support/trace';

function add(db: Db, { north }: Workspace, input: Parameters<typeof findOrAddPublisher>[3]) {
  const context = contextFor(db, north.checkers[0]);
  const member = answerOf(authorizeParty(context.actor, 'source.attach'));
  return withTransaction(context, (tx) => findOrAddPublisher(tx, context, member, input));
}

describeOnBothDatabases('a source’s publisher', (open) => {
  it('is made with its owner, of whom nothing is claimed, and is told', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const id = answerOf(
      await add(db, workspace, { name: 'Gazette', owner: 'Holding', country: 'NO', alignment: { kind: 'none' } }),
    );
    const rows = await db.select().from(publishers).where(eq(publishers.workspaceId, workspace.id)).orderBy(publishers.name);
    const [gazette, holding] = rows;
    expect(gazette).toMatchObject({ id, name: 'Gazette', ownerId: holding?.id, country: 'NO', alignment: 'none' });
    expect(holding).toMatchObject({ name: 'Holding', ownerId: null, alignment: 'unknown' });
    const added = (await eventsOf(db, workspace.id)).filter(({ type }) => type === 'publisher.added');
    expect(added.map(({ facts }) => facts)).toEqual([{ name: 'Holding' }, { name: 'Gazette' }]);
    expect(await add(db, workspace, { id })).toEqual({ ok: true, value: id });
  });

  it('owns itself when its owner is called as it is, and shares an owner that is known', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const own = answerOf(await add(db, workspace, { name: 'Radio', owner: 'RADIO', alignment: { kind: 'unknown' } }));
    const second = answerOf(await add(db, workspace, { name: 'Radio Two', owner: 'radio', alignment: { kind: 'unknown' } }));
    const rows = await db.select().from(publishers).where(eq(publishers.workspaceId, workspace.id));
    expect(rows.find(({ id }) => id === own)?.ownerId).toBeNull();
    expect(rows.find(({ id }) => id === second)?.ownerId).toBe(own);
  });

  it('[A3] is refused under a name that is taken, with a party that is none, and from another desk', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const stranger = await buildWorkspace(db);
    const foreign = answerOf(await add(db, stranger, { name: 'Gazette', alignment: { kind: 'none' } }));
    answerOf(await add(db, workspace, { name: 'Gazette', alignment: { kind: 'none' } }));
    const refused = (input: Parameters<typeof add>[2]) => refusalOf(db, workspace.id, () => add(db, workspace, input));
    expect(await refused({ name: 'GAZETTE', alignment: { kind: 'none' } })).toEqual({
      code: 'publisher-exists',
      name: 'GAZETTE',
    });
    expect(await refused({ name: 'Post', alignment: { kind: 'party', partyId: stranger.north.id } })).toEqual({
      code: 'party-unknown',
    });
    expect(await refused({ id: foreign })).toEqual({ code: 'publisher-unknown' });
  });
});
