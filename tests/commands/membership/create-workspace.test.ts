import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { createWorkspace } from '@/commands/membership/create-workspace';
import { memberships, parties, people, workspaces } from '@/db/schema';
import { ok } from '@/domain/result';
import { answerOf, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf } from '@/tests/support/trace';

describeOnBothDatabases('creating a workspace', (open) => {
  const create = async (names: string[]) => {
    const context = contextOf(await open(), { kind: 'system' });
    const unique = crypto.randomUUID();
    const person = (name: string) => ({ name, email: `${name.toLowerCase()}@${unique}.example`, passwordHash: 'unused' });
    const workspace = {
      name: 'Joint desk',
      slug: `desk-${unique}`,
      timeZone: 'Africa/Khartoum',
      mainLanguage: 'ar',
      contact: 'desk@example.org',
      demonstration: false,
    };
    const wanted = names.map((name, index) => ({
      name,
      letter: 'ABC'[index] ?? 'D',
      standing: index === 2 ? ('observing' as const) : ('signing' as const),
      moderator: person(`Moderator${index}`),
    }));
    const made = await withTransaction(context, async (tx) =>
      ok(await createWorkspace(tx, context, { workspace, steward: person('Steward'), parties: wanted, locale: 'ar' })),
    );
    return answerOf(made);
  };

  it('[H8] [A5] seats a steward without a party and a moderator in each, and has no charter until one of them drafts it', async () => {
    const db = await open();
    const made = await create(['Eastern desk', 'Western desk', 'Secretariat']);
    const seats = await db
      .select({ id: people.id, role: memberships.role, partyId: memberships.partyId, locale: people.locale })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(memberships.workspaceId, made.id));
    expect(seats).toHaveLength(4);
    expect(seats).toEqual(
      expect.arrayContaining([
        { id: made.stewardId, role: 'steward', partyId: null, locale: 'ar' },
        ...made.parties.map(({ id, moderatorId }) => ({ id: moderatorId, role: 'moderator', partyId: id, locale: 'ar' })),
      ]),
    );
    expect((await eventsOf(db, made.id)).map(({ type }) => type)).toEqual(['workspace.set-up']);
  });

  it('comes after those there are, and gives parties addresses that tell them apart', async () => {
    const db = await open();
    const first = await create(['المكتب', 'المكتب!', 'المكتب?']);
    const second = await create(['Desk', 'Desk!']);
    const rows = await db.select().from(workspaces).orderBy(asc(workspaces.position));
    const places = rows.map(({ id }) => id);
    expect(places.indexOf(second.id)).toBeGreaterThan(places.indexOf(first.id));
    for (const { id } of [first, second]) {
      const own = await db.select().from(parties).where(eq(parties.workspaceId, id)).orderBy(asc(parties.position));
      expect(own.map(({ position }) => position)).toEqual(own.map((_, index) => index + 1));
      expect(new Set(own.map(({ slug }) => slug)).size).toBe(own.length);
    }
  });
});
