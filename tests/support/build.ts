import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { proposeFirstCharter } from '@/commands/charter/propose-first-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { openClaim } from '@/commands/claims/open-claim';
import { submitClaim } from '@/commands/claims/submit-claim';
import { type Context, makeContext, withTransaction } from '@/commands/command';
import { createWorkspace } from '@/commands/membership/create-workspace';
import { attachSource } from '@/commands/sources/attach-source';
import { type Upload, uploadFile } from '@/commands/sources/upload-file';
import type { Db } from '@/db/handle';
import { claims, interestDeclarations, memberships, people, sessions } from '@/db/schema';
import { type CharterParameters, defaultParameters } from '@/domain/charter/parameters';
import type { Actor, Member, Role, Standing } from '@/domain/policies/actor';
import { ok, type Refusal, type Result } from '@/domain/result';
import type { ObjectStore } from '@/platform/object-store-port';
import { hashPassword } from '@/platform/password';
import type { CollabPort } from '@/platform/ports';
import { inPieces } from './in-pieces';
import { editNotes, editRecord, recordPort, type Written } from './live-record';
import { folderOfTests } from './stores';

/** Real rows on a real database, made by the commands themselves wherever there is one. A test builds its own desk and shares it with nobody. */

export const password = 'correct horse battery staple';
/** Hashing is slow by design, so the people of a test file share one hash. */
const hashed = hashPassword(password);

/** The day on which tests happen, unless they say otherwise. */
export const noon = new Date('2026-03-02T12:00:00.000Z');

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  party: Member['party'];
  workspaceId: string;
  workspaceSlug: string;
};
export type Desk = { id: string; name: string; standing: Standing; moderators: [Person, Person]; checkers: [Person, Person] };
export type Workspace = {
  id: string;
  slug: string;
  north: Desk;
  south: Desk;
  mission: { id: string; name: string; observers: [Person, Person] };
  steward: Person;
  charter: { id: string; number: number; sha256: string };
};

const desks = [
  { name: 'Northern desk', letter: 'N', standing: 'signing' },
  { name: 'Southern desk', letter: 'S', standing: 'signing' },
  { name: 'Observer mission', letter: 'O', standing: 'observing' },
] as const;

/** Two signing desks with two moderators and two checkers each, an observing mission, a steward, and a charter in force unless `ratified` is false. */
export async function buildWorkspace(
  db: Db,
  {
    ratified = true,
    mainLanguage = 'en',
    parameters,
  }: { ratified?: boolean; mainLanguage?: string; parameters?: Partial<CharterParameters> } = {},
): Promise<Workspace> {
  const unique = randomBytes(5).toString('hex');
  const slug = `desk-${unique}`;
  const passwordHash = await hashed;
  const context = contextOf(db, { kind: 'system' });
  const newMember = (name: string) => ({
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@${unique}.example`,
    passwordHash,
  });
  const made = answerOf(
    await withTransaction(context, async (tx) =>
      ok(
        await createWorkspace(tx, context, {
          workspace: {
            name: 'Peace talks desk',
            slug,
            timeZone: 'Europe/Oslo',
            mainLanguage,
            contact: 'desk@example.org',
            demonstration: false,
          },
          steward: newMember('Steward'),
          parties: desks.map((desk) => ({ ...desk, moderator: newMember(`First moderator, ${desk.name}`) })),
          locale: 'en',
        }),
      ),
    ),
  );
  const workspace = { workspaceId: made.id, workspaceSlug: slug };

  const partyOf = (index: number): NonNullable<Member['party']> & { standing: Standing } => {
    const desk = at(desks, index);
    return { id: at(made.parties, index).id, name: desk.name, letter: desk.letter, position: index + 1, standing: desk.standing };
  };
  const first = (index: number): Person => {
    const { name, email } = newMember(`First moderator, ${at(desks, index).name}`);
    const { moderatorId = '' } = at(made.parties, index);
    return { id: moderatorId, name, email, role: 'moderator', party: partyOf(index), ...workspace };
  };
  const joining: Person[] = [];
  const join = (name: string, role: Role, index: number): Person => {
    const { email, ...member } = newMember(`${name}, ${at(desks, index).name}`);
    const person = { id: v7(), name: member.name, email, role, party: partyOf(index), ...workspace };
    joining.push(person);
    return person;
  };
  const seat = (index: number): Desk => ({
    ...partyOf(index),
    moderators: [first(index), join('Second moderator', 'moderator', index)],
    checkers: [join('First checker', 'checker', index), join('Second checker', 'checker', index)],
  });

  const [north, south] = [seat(0), seat(1)];
  const mission = { ...partyOf(2), observers: [first(2), join('Observer', 'observer', 2)] satisfies [Person, Person] };
  // All of them at once: most tests begin here, and on PGlite each statement is milliseconds.
  await db.insert(people).values(
    joining.map(({ id, name, email }) => ({
      ...{ id, name, email, passwordHash },
      publicName: null,
      locale: 'en' as const,
      createdAt: noon,
    })),
  );
  await db.insert(memberships).values(
    joining.map(({ id, party, role }) => ({
      ...{ id: v7(), workspaceId: made.id, personId: id, partyId: party?.id ?? null, role, createdAt: noon },
    })),
  );
  const steward: Person = { id: made.stewardId, ...newMember('Steward'), role: 'steward', party: null, ...workspace };
  const charter = answerOf(
    await proposeFirstCharter(contextOf(db, actorFor(north.moderators[0])), charterInput(mainLanguage, parameters)),
  );
  // Who signs has declared their interests (C19): none, in a desk of a test.
  await db
    .insert(interestDeclarations)
    .values(
      [north, south].flatMap(({ id: partyId, moderators }) =>
        moderators.map(({ id: personId }) => ({ id: v7(), workspaceId: made.id, personId, partyId, interests: null, at: noon })),
      ),
    );
  if (ratified) {
    for (const desk of [north, south])
      answerOf(await ratifyCharter(contextOf(db, actorFor(desk.moderators[0])), { sha256: charter.sha256 }));
  }
  return {
    id: made.id,
    slug,
    north,
    south,
    mission: { id: mission.id, name: mission.name, observers: [mission.observers[0], mission.observers[1]] },
    steward,
    charter,
  };
}

/** The template with its own parameters, those that make everybody wait set to none, and what a test turns; a language without one gets the English words. */
export function charterInput(language = 'en', parameters: Partial<CharterParameters> = {}) {
  const chosen = { ...defaultParameters, ...testParameters, ...parameters };
  const ratings = chosen.ratings.map(({ key }) => key);
  return { language: language === 'ar' ? 'ar' : 'en', parameters: { ...chosen, ratings } };
}

/** Nothing waits where a test is not about waiting: the clock of a test stands still. */
const testParameters: Partial<CharterParameters> = {
  coolingOffHours: 0,
  replyWindowHours: 0,
  weakestProof: 'password',
  transparencyDays: 0,
};

/** The member that a session of this person would be: confirmed just now unless `confirmedAt` says otherwise. */
export function actorFor(person: Person, { sid = v7(), confirmedAt = noon }: { sid?: string; confirmedAt?: Date } = {}): Member {
  const { id: personId, name, role, party, workspaceId, workspaceSlug } = person;
  return {
    kind: 'member',
    personId,
    sid,
    name,
    publicName: null,
    locale: 'en',
    workspaceId,
    workspaceSlug,
    role,
    party,
    confirmedAt,
  };
}

/** A command's context on a test's database. Live editing is its log, without a room, unless `collab` is given; `announced` hears which workspaces changed. */
export function contextOf(
  db: Db,
  actor: Actor,
  {
    now = noon,
    announced = () => undefined,
    collab,
    objects = folderOfTests(),
  }: { now?: Date; announced?: (workspaceId: string) => void; collab?: CollabPort; objects?: ObjectStore } = {},
): Context {
  const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');
  return makeContext({
    actor,
    now,
    newId: v7,
    randomHex,
    requestId: v7(),
    db,
    collab: () => collab ?? recordPort(db),
    objects: () => objects,
    announce: announced,
  });
}

/** The same for a person of a built workspace. */
export function contextFor(
  db: Db,
  person: Person,
  options: { now?: Date; collab?: CollabPort; objects?: ObjectStore } = {},
): Context {
  return contextOf(db, actorFor(person, { confirmedAt: options.now ?? noon }), options);
}

/** A file that a person sent, whole and at once. Answers its digest. */
export async function buildFile(db: Db, by: Person, text: string, options: { objects?: ObjectStore } = {}): Promise<string> {
  const context = contextFor(db, by, options);
  return answerOf(await uploadFile(context, uploadOf(context, new TextEncoder().encode(text)))).sha256;
}

/** An upload of bytes that come as they were announced, from somebody who is still there at the end. */
export function uploadOf(context: Context, bytes: Uint8Array, changes: Partial<Upload> = {}): Upload {
  return {
    sizeBytes: bytes.byteLength,
    limitBytes: 1024,
    bytes: inPieces(bytes),
    again: async () => context,
    ...changes,
  };
}

/** A live session row of a person, for what asks whether a session still counts. */
export async function buildSession(db: Db, person: Person): Promise<string> {
  const sid = v7();
  const expiresAt = new Date(noon.getTime() + 24 * 60 * 60 * 1000);
  await db.insert(sessions).values({ sid, personId: person.id, confirmedAt: noon, createdAt: noon, expiresAt });
  return sid;
}

export const appearance = { title: 'Many tracks, one table', seenOn: '2026-02-27', locator: 'paragraph 6' };

export function claimInput(wording = 'The ceasefire that followed held for 18 months.') {
  return { wording, language: 'en', appearance };
}

/** A claim that waits for triage, submitted by the Northern desk's first checker unless another person is named. */
export async function buildClaim(
  db: Db,
  workspace: Workspace,
  { by = workspace.north.checkers[0], wording }: { by?: Person; wording?: string } = {},
): Promise<{ id: string; number: number }> {
  return answerOf(await submitClaim(contextFor(db, by), claimInput(wording)));
}

/** A claim that both desks may work on. */
export async function buildOpenClaim(
  db: Db,
  workspace: Workspace,
  options: { by?: Person; wording?: string } = {},
): Promise<{ id: string; number: number }> {
  const claim = await buildClaim(db, workspace, options);
  answerOf(await openClaim(contextFor(db, options.by ?? workspace.north.checkers[0]), { claimId: claim.id, statement: 'fact' }));
  return claim;
}

export const grading = { stance: 'undermines', primacy: 'primary', interest: 'none' } as const;

/** A reference that undermines the claim, of a publisher whose name is new each time. */
export function sourceInput(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'reference',
    title: 'Security Council resolution 2513 (2020)',
    publisher: { name: `Publisher ${randomBytes(4).toString('hex')}`, alignment: { kind: 'none' } },
    language: 'en',
    says: 'The Council welcomes the agreement and the joint declaration.',
    ...grading,
    ...changes,
  };
}

/** A source that the Northern desk attached and nobody has accepted yet. */
export async function buildSource(
  db: Db,
  by: Person,
  claimId: string,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; number: number }> {
  return answerOf(await attachSource(contextFor(db, by), { claimId, source: sourceInput(changes) }));
}

/** What a person's typing leaves in the record, in the claim's main language. Answers the new sequence number. */
export async function writeRecord(db: Db, person: Person, claimId: string, change: Omit<Written, 'language'>): Promise<number> {
  const [claim] = await db.select({ language: claims.mainLanguage }).from(claims).where(eq(claims.id, claimId));
  if (claim === undefined || person.party === null) throw new Error('Only a member of a party writes in a claim that exists.');
  return editRecord(
    db,
    claimId,
    { personId: person.id, partyId: person.party.id, at: noon },
    { ...change, language: claim.language },
  );
}

/** Another line in the notes of the person's party. Answers the new sequence number. */
export async function writeNotes(db: Db, person: Person, claimId: string, words: string): Promise<number> {
  if (person.party === null) throw new Error('Only a member of a party has notes.');
  return editNotes(db, claimId, { personId: person.id, partyId: person.party.id, at: noon }, words);
}

/** The value of something that a test needs and that must not fail. */
export function answerOf<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}
