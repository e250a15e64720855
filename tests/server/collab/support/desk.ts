import { v7 } from 'uuid';
import type { Db } from '@/db/client';
import { claims, documents, documentUpdates, memberships, parties, people, sessions, workspaces } from '@/db/schema';
import { beginningOf } from '@/domain/charter/draft';
import type { Role, Standing } from '@/domain/policies/actor';
import { emptyTexts, type RecordDraft } from '@/domain/record/draft';
import { encodeCharterDraft } from '@/server/collab/charter-draft';
import { encodeDraft } from '@/server/collab/encode-draft';

export type Person = { personId: string; name: string; partyId: string | null; membershipId: string; sid: string };
export type Party = { id: string; name: string };
export type Desk = Awaited<ReturnType<typeof buildDesk>>;

const at = new Date('2026-11-01T08:00:00Z');
const aDay = 24 * 60 * 60 * 1000;

/** A workspace of its own with two signing parties, an observing one, a steward, and a claim whose record says `draft`. */
export async function buildDesk(db: Db, draft: RecordDraft = { texts: { en: emptyTexts }, fields: {} }) {
  const workspaceId = v7();
  await db.insert(workspaces).values({
    ...{ id: workspaceId, slug: `desk-${workspaceId}`, name: 'Desk', timeZone: 'UTC', mainLanguage: 'en' },
    ...{ position: Math.floor(Math.random() * 2 ** 31), demonstration: false, contact: 'desk@example.org', createdAt: at },
  });
  const addParty = async (position: number, name: string, standing: Standing): Promise<Party> => {
    const id = v7();
    const letter = name.slice(0, 1);
    await db
      .insert(parties)
      .values({ id, workspaceId, position, slug: name.toLowerCase(), name, letter, standing, createdAt: at });
    return { id, name };
  };
  const addPerson = async (name: string, role: Role, party: Party | null): Promise<Person> => {
    const [personId, membershipId, sid] = [v7(), v7(), v7()];
    const email = `${personId}@example.org`;
    await db.insert(people).values({ id: personId, email, passwordHash: 'none', name, locale: 'en', createdAt: at });
    await db
      .insert(memberships)
      .values({ id: membershipId, workspaceId, personId, partyId: party?.id ?? null, role, createdAt: at });
    await db.insert(sessions).values({ sid, personId, confirmedAt: at, createdAt: at, expiresAt: new Date(Date.now() + aDay) });
    return { personId, name, partyId: party?.id ?? null, membershipId, sid };
  };
  const north = await addParty(1, 'North', 'signing');
  const south = await addParty(2, 'South', 'signing');
  const mission = await addParty(3, 'Mission', 'observing');
  const anna = await addPerson('Anna', 'checker', north);
  const bela = await addPerson('Bela', 'moderator', south);
  const cleo = await addPerson('Cleo', 'checker', north);
  const omar = await addPerson('Omar', 'observer', mission);
  const stew = await addPerson('Stew', 'steward', null);
  const claimId = v7();
  await db.insert(claims).values({
    ...{
      id: claimId,
      workspaceId,
      number: 1,
      state: 'submitted',
      wording: 'A claim.',
      submittedBy: anna.personId,
      submittedByParty: north.id,
    },
    ...{ mainLanguage: 'en', languages: ['en'], submittedAt: at },
  });
  const record = `claims/${claimId}/record`;
  await db.insert(documents).values({ name: record, workspaceId, claimId, kind: 'record', headSeq: 1, createdAt: at });
  await db
    .insert(documentUpdates)
    .values({ document: record, seq: 1, personId: anna.personId, partyId: north.id, at, update: encodeDraft(draft) });
  return { workspaceId, claimId, record, north, south, mission, anna, bela, cleo, omar, stew };
}

/** A draft of that desk's charter, as the template says, begun by Anna. */
export async function beginCharterDraft(db: Db, { workspaceId, anna, north }: Desk): Promise<string> {
  const document = `charters/${workspaceId}/drafts/1`;
  const update = encodeCharterDraft(beginningOf(undefined, 'en'));
  await db.insert(documents).values({ name: document, workspaceId, kind: 'charter', headSeq: 1, createdAt: at });
  await db.insert(documentUpdates).values({ document, seq: 1, personId: anna.personId, partyId: north.id, at, update });
  return document;
}
