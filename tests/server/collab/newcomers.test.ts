import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import type { Db } from '@/db/handle';
import { memberships, parties, people, sessions } from '@/db/schema';
import { notesDocument, recordDocument } from '@/domain/record/document-name';
import { newId } from '@/platform/new-id';
import { amendmentChoices } from '@/tests/commands/charter/amend';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor, noon, type Person, type Workspace } from '@/tests/support/build';
import { choicesOfJoining, proposing, sameParties } from '@/tests/support/charter-draft';
import { describeOnBothDatabases } from '@/tests/support/database';
import { headersOf } from './support/editor';
import { RawSocket } from './support/raw-socket';
import { type Served, serve } from './support/serve';

const name = 'Western desk';

describeOnBothDatabases('a party that joins', (open) => {
  it('[C38] [C39] [H17] gets no live document before its charter is in force, whoever has ratified it, and writes the record from then on', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 0 } });
    const claim = await buildOpenClaim(db, workspace);
    const { north, south } = workspace;
    const choices = {
      ...amendmentChoices({ noticeDays: 0 }),
      ...sameParties(workspace),
      ...choicesOfJoining('a1b2c3d4', { name, letter: 'W', standing: 'signing' }),
    };
    const { sha256 } = answerOf(await (await proposing(db, north.moderators[0], choices))());
    const newcomer = await seatIn(db, workspace);
    const served = await serve(db);
    try {
      const [record, notes] = [recordDocument(claim.id), notesDocument(claim.id, newcomer.party?.id ?? '')];
      for (const desk of [north, south]) {
        expect([await access(served, newcomer, record), await access(served, newcomer, notes)]).toEqual(['4403', '4403']);
        answerOf(await ratifyCharter(contextFor(db, desk.moderators[0]), { sha256 }));
      }
      expect([await access(served, newcomer, record), await access(served, newcomer, notes)]).toEqual(['4403', '4403']);
      expect(answerOf(await ratifyCharter(contextFor(db, newcomer), { sha256 })).state).toBe('in-force');
      expect([await access(served, newcomer, record), await access(served, newcomer, notes)]).toEqual(['write', 'write']);
      expect(await access(served, newcomer, notesDocument(claim.id, north.id))).toBe('4403');
    } finally {
      await served.stop();
    }
    expect(served.faults).toEqual([]);
  });
});

/** A moderator with the party that the proposal names, with a session of today. */
async function seatIn(db: Db, { id: workspaceId, slug }: Workspace): Promise<Person & { sid: string }> {
  const rows = await db.select().from(parties).where(eq(parties.workspaceId, workspaceId));
  const party = rows.find((one) => one.name === name);
  if (party === undefined) throw new Error('The proposal made no party.');
  const [id, sid] = [newId(), newId()];
  const email = `${id}@example.org`;
  await db
    .insert(people)
    .values({ id, email, passwordHash: 'none', name: 'Wanda', publicName: null, locale: 'en', createdAt: noon });
  await db
    .insert(memberships)
    .values({ id: newId(), workspaceId, personId: id, partyId: party.id, role: 'moderator', createdAt: noon });
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  await db.insert(sessions).values({ sid, personId: id, confirmedAt: now, createdAt: now, expiresAt });
  const { letter, position } = party;
  const seat = { id: party.id, name, letter, position, standing: 'outside' } as const;
  return { id, sid, name: 'Wanda', email, role: 'moderator', party: seat, workspaceId, workspaceSlug: slug };
}

/** The access that the server tells first, or the code that it closes the socket with. */
async function access(served: Served, { id: personId, sid }: Person & { sid: string }, document: string): Promise<string> {
  const socket = new RawSocket(`${served.url}/${document}`, await headersOf({ personId, sid }));
  await socket.ready();
  const [state] = socket.messages;
  const said =
    state === undefined
      ? `${await socket.closed()}`
      : JSON.parse(new TextDecoder().decode(state.slice(4)).replace(/^[^{]*/, '')).access;
  socket.end();
  return said;
}
