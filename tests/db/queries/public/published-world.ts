import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import {
  charterRatifications,
  charterVersions,
  claims,
  corrections,
  documentProjections,
  documents,
  documentUpdates,
  events,
  memberships,
  parties,
  people,
  publishers,
  revisions,
  signOffs,
  sources,
  verdicts,
  workspaces,
} from '@/db/schema';
import type { Charter } from '@/domain/charter/charter-text';
import { clauses } from '@/domain/charter/clauses';
import { defaultParameters } from '@/domain/charter/parameters';
import { clockFrom } from '@/domain/claim/signing-clock';
import { canonicalBytes, digestOf, questionDigest } from '@/domain/record/canonical';
import { emptyTexts } from '@/domain/record/draft';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { type SignedCorrection, SignOffStatement } from '@/domain/record/sign-off-statement';
import { newId } from '@/platform/new-id';

/** In everything that is stored and not published. */
export const canary = 'canary-word';

export const at = new Date('2026-03-14T09:41:00.000Z');

export type World = {
  workspaceId: string;
  slug: string;
  north: string;
  south: string;
  record: FrozenRecord;
  charterSha256: string;
};

/**
 * A desk with one verdict: revision 1 met a dissent, 2 is superseded, 3 is published, 4 is in signing. Beside it lies everything that a desk
 * stores and does not publish, each with the canary in it.
 */
export async function publishedWorld(db: Db): Promise<World> {
  const workspaceId = newId();
  await db.insert(workspaces).values({
    id: workspaceId,
    // Behind every other one: the database is not this file's alone.
    position: sql`(select coalesce(max(position), 0) + 1 from workspaces)`,
    slug: `desk-${workspaceId}`,
    name: 'Peace talks desk',
    timeZone: 'UTC',
    mainLanguage: 'en',
    demonstration: true,
    contact: 'desk@example.org',
    createdAt: at,
  });
  const [north, south, mission] = await insertParties(db, workspaceId);
  const person = await insertPerson(db, workspaceId, north);
  const other = await insertPerson(db, workspaceId, south);
  const inForce = await insertCharter(db, {
    workspaceId,
    number: 1,
    title: 'Charter of the desk',
    parties: [north, south, mission],
  });
  await insertCharter(db, { workspaceId, number: 2, title: canary, parties: [north, south, mission] });
  for (const partyId of [north, south])
    await db
      .insert(charterRatifications)
      .values({ id: newId(), workspaceId, charterVersionId: inForce.id, sha256: inForce.sha256, partyId, personId: person, at });
  await db.update(charterVersions).set({ state: 'in-force', inForceAt: at }).where(eq(charterVersions.id, inForce.id));

  const claimId = newId();
  const slug = `ceasefire-${workspaceId}`;
  await db.insert(claims).values({
    id: claimId,
    workspaceId,
    number: 1,
    state: 'open',
    wording: canary,
    submittedBy: person,
    submittedByParty: north,
    mainLanguage: 'en',
    languages: ['en'],
    charterVersionId: inForce.id,
    slug,
    submittedAt: at,
    openedAt: at,
  });
  const freeze = (number: number, words: string) =>
    insertRevision(db, { workspaceId, claimId, number, charter: inForce, person, parties: [north, south, mission], words });
  const sign = (revision: Frozen, place: number, words: Pick<NewSignOff, 'decision' | 'reason' | 'correction'> = approval) =>
    insertSignOff(db, {
      revision,
      ...(place === 1 ? { partyId: north, person } : { partyId: south, person: other }),
      ...words,
      place,
    });
  const publish = async (revision: Frozen, correction?: SignedCorrection) => {
    await sign(revision, 1, { ...approval, correction });
    await sign(revision, 2, { ...approval, correction });
    await db
      .update(revisions)
      .set({ state: 'published', publishedAt: at, outcome: 'joint', outcomeAt: at })
      .where(eq(revisions.id, revision.id));
  };
  const withdrawn = await freeze(1, canary);
  await sign(withdrawn, 1, { decision: 'dissent', reason: `What the finding says is not what the text says: ${canary}` });
  const ended = { endedReason: `Withdrawn: ${canary}`, endedByParty: north, endedAt: at };
  await db
    .update(revisions)
    .set({ state: 'withdrawn', ...ended })
    .where(eq(revisions.id, withdrawn.id));
  const superseded = await freeze(2, 'an earlier wording');
  await publish(superseded);
  await db.update(revisions).set({ state: 'superseded', endedAt: at }).where(eq(revisions.id, superseded.id));
  const published = await freeze(3, 'a ceasefire of 18 months');
  const correction = { grade: 'substantial', reason: 'The earlier wording was not the one that both had agreed on.' } as const;
  await db
    .insert(corrections)
    .values({ ...correction, workspaceId, revisionId: published.id, correctsRevisionId: superseded.id });
  await publish(published, { ...correction, recordSha256: superseded.sha256 });
  const signing = await freeze(4, canary);
  await sign(signing, 1, { decision: 'approve-with-statement', reason: canary });
  await db.insert(verdicts).values({
    id: newId(),
    workspaceId,
    claimId,
    revisionId: published.id,
    slug,
    outcome: 'joint',
    rating: 'not-accurate',
    language: 'en',
    searchText: 'a ceasefire of 18 months: 100% of it',
    firstPublishedAt: at,
    publishedAt: at,
    position: 1,
  });
  await insertDrafts(db, { workspaceId, claimId, person, north, charterId: inForce.id });
  return { workspaceId, slug, north, south, record: published.record, charterSha256: inForce.sha256 };
}

async function insertParties(db: Db, workspaceId: string): Promise<[string, string, string]> {
  const ids: [string, string, string] = [newId(), newId(), newId()];
  const known = [
    { name: 'Northern desk', letter: 'N', standing: 'signing' as const },
    { name: 'Southern desk', letter: 'S', standing: 'signing' as const },
    { name: 'Observer mission', letter: 'O', standing: 'observing' as const },
  ];
  await db.insert(parties).values(
    known.map((party, index) => ({
      ...party,
      id: ids[index] ?? '',
      workspaceId,
      position: index + 1,
      slug: party.letter.toLowerCase(),
      createdAt: at,
    })),
  );
  return ids;
}

async function insertPerson(db: Db, workspaceId: string, partyId: string): Promise<string> {
  const id = newId();
  await db.insert(people).values({
    id,
    email: `${canary}@${id}.example`,
    passwordHash: canary,
    name: `Person ${canary}`,
    publicName: null,
    locale: 'en',
    createdAt: at,
  });
  await db.insert(memberships).values({ id: newId(), workspaceId, personId: id, partyId, role: 'moderator', createdAt: at });
  return id;
}

type NewCharter = {
  workspaceId: string;
  number: number;
  title: string;
  parties: [string, string, string];
};

async function insertCharter(db: Db, { workspaceId, number, title, parties: [north, south, mission] }: NewCharter) {
  const charter: Charter = {
    v: 2,
    type: 'charter',
    workspace: workspaceId,
    number,
    language: 'en',
    title,
    preamble: 'The parties agree on these rules.',
    clauses: clauses.map(({ id }) => ({ id, title: `Clause ${id}`, text: 'Its text.' })),
    // What this world publishes is published at once.
    parameters: { ...defaultParameters, coolingOffHours: 0, transparencyDays: 0 },
    parties: [
      { id: north, name: 'Northern desk', standing: 'signing' },
      { id: south, name: 'Southern desk', standing: 'signing' },
      { id: mission, name: 'Observer mission', standing: 'observing' },
    ],
  };
  const bytes = canonicalBytes(charter);
  const version = {
    id: newId(),
    workspaceId,
    number,
    bytes,
    sha256: digestOf(bytes),
    state: 'proposed' as const,
    proposedAt: at,
  };
  await db.insert(charterVersions).values(version);
  return version;
}

type NewRevision = {
  workspaceId: string;
  claimId: string;
  number: number;
  charter: { id: string; number: number; sha256: string };
  person: string;
  parties: [string, string, string];
  words: string;
};

async function insertRevision(
  db: Db,
  { workspaceId, claimId, number, charter, person, parties: [north, south, mission], words }: NewRevision,
) {
  const record = FrozenRecord.parse({
    v: 1,
    type: 'record',
    workspace: workspaceId,
    claim: claimId,
    salt: digestOf(`${claimId} ${number}`),
    charter: { number: charter.number, sha256: charter.sha256 },
    language: 'en',
    parties: [
      { id: north, name: 'Northern desk', letter: 'N', position: 1, standing: 'signing' },
      { id: south, name: 'Southern desk', letter: 'S', position: 2, standing: 'signing' },
      { id: mission, name: 'Observer mission', letter: 'O', position: 3, standing: 'observing' },
    ],
    texts: {
      en: {
        title: words,
        question: `Was there ${words}?`,
        finding: `None was found: ${words}.`,
        claimText: words,
        context: '',
        summary: '',
        analysis: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
      },
    },
    fields: { rating: 'not-accurate' },
    appearances: [{ title: 'An article', seenOn: '2026-03-02' }],
    acceptances: [north, south].map((party) => ({ party, questionSha256: questionDigest(`Was there ${words}?`) })),
    sources: [],
    searches: [],
  });
  const bytes = canonicalBytes(record);
  const row = {
    id: newId(),
    workspaceId,
    claimId,
    number,
    state: 'signing' as const,
    bytes,
    sha256: digestOf(bytes),
    charterVersionId: charter.id,
    seq: number,
    proposedBy: person,
    proposedByParty: north,
    frozenAt: at,
    ...clockFrom(at, defaultParameters),
  };
  await db.insert(revisions).values(row);
  return { ...row, record };
}

type Frozen = Awaited<ReturnType<typeof insertRevision>>;
type NewSignOff = {
  revision: Frozen;
  partyId: string;
  person: string;
  decision: 'approve' | 'approve-with-statement' | 'dissent';
  reason: string | null;
  correction?: SignedCorrection | undefined;
  place: number;
};
const approval = { decision: 'approve', reason: null } as const;

async function insertSignOff(
  db: Db,
  { revision, partyId, person, decision, reason, correction, place }: NewSignOff,
): Promise<void> {
  const bytes = canonicalBytes(
    SignOffStatement.parse({
      v: correction === undefined ? 1 : 3,
      type: 'sign-off',
      workspace: revision.workspaceId,
      claim: revision.claimId,
      revision: revision.id,
      recordSha256: revision.sha256,
      charterSha256: revision.record.charter.sha256,
      party: partyId,
      member: person,
      decision,
      reason: reason ?? '',
      ...(correction && { correction }),
      nonce: digestOf(`${revision.id} ${place}`),
    }),
  );
  await db.insert(signOffs).values({
    id: newId(),
    workspaceId: revision.workspaceId,
    revisionId: revision.id,
    partyId,
    personId: person,
    decision,
    reason,
    cites: decision === 'dissent' ? 'C10' : null,
    signerName: place === 1 ? 'Moderator, Northern desk' : 'Moderator, Southern desk',
    bytes,
    sha256: digestOf(bytes),
    at,
    position: place,
  });
}

/** Living text, private notes, a source that nobody accepted, another claim that is only open, an event. */
async function insertDrafts(
  db: Db,
  {
    workspaceId,
    claimId,
    person,
    north,
    charterId,
  }: { workspaceId: string; claimId: string; person: string; north: string; charterId: string },
): Promise<void> {
  const record = `claims/${claimId}/record`;
  const notes = `claims/${claimId}/notes/${north}`;
  await db.insert(documents).values([
    { name: record, workspaceId, claimId, kind: 'record', headSeq: 1, createdAt: at },
    { name: notes, workspaceId, claimId, kind: 'notes', partyId: north, headSeq: 1, createdAt: at },
  ]);
  const update = new TextEncoder().encode(canary);
  await db
    .insert(documentUpdates)
    .values([record, notes].map((document) => ({ document, seq: 1, personId: person, partyId: north, at, update })));
  await db.insert(documentProjections).values({
    document: record,
    workspaceId,
    seq: 1,
    draft: { texts: { en: { ...emptyTexts, question: canary } }, fields: {} },
    at,
  });
  const publisherId = newId();
  await db
    .insert(publishers)
    .values({ id: publisherId, workspaceId, name: `Publisher ${canary}`, fold: canary, alignment: 'unknown', createdAt: at });
  await db.insert(sources).values({
    id: newId(),
    workspaceId,
    claimId,
    number: 1,
    kind: 'reference',
    title: canary,
    publisherId,
    language: 'en',
    stance: 'supports',
    primacy: 'primary',
    interest: 'none',
    says: canary,
    quotation: canary,
    attachedBy: person,
    attachedByParty: north,
    attachedAt: at,
    grading: 1,
    state: 'proposed',
  });
  await db.insert(claims).values({
    id: newId(),
    workspaceId,
    number: 2,
    state: 'open',
    wording: canary,
    submittedBy: person,
    submittedByParty: north,
    mainLanguage: 'en',
    languages: ['en'],
    charterVersionId: charterId,
    slug: `${canary}-open`,
    submittedAt: at,
    openedAt: at,
  });
  await db.insert(events).values({
    id: newId(),
    workspaceId,
    type: 'source.attached',
    personId: person,
    partyId: north,
    claimId,
    facts: { title: canary },
    requestId: newId(),
    at,
  });
}
