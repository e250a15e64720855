import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { enterByProvider } from '@/commands/membership/enter-by-provider';
import { inviteMember } from '@/commands/membership/invite-member';
import { removeMember } from '@/commands/membership/remove-member';
import { revokeInvitation } from '@/commands/membership/revoke-invitation';
import type { Db } from '@/db/handle';
import { memberOfSession } from '@/db/queries/member-of-session';
import { identities, people, sessions } from '@/db/schema';
import {
  actorFor,
  answerOf,
  buildSession,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { invitationInput } from '@/tests/support/invite';
import { withSecondFactor } from '@/tests/support/second-factor';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const issuer = 'https://login.north.example';
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** What a provider says of somebody who is new each time, and has just signed in there. */
function said(changes: Record<string, unknown> = {}) {
  const subject = crypto.randomUUID();
  return {
    issuer,
    subject,
    email: `${subject}@north.example`,
    emailVerified: true,
    name: 'Noor',
    authenticatedAt: noon,
    emailDomains: [],
    ...changes,
  };
}
const invite = async (db: Db, by: Person, email: string) =>
  answerOf(await inviteMember(contextFor(db, by), invitationInput(by.party?.id ?? '', { email })));
const enter = (db: Db, input: unknown, now = noon) => enterByProvider(contextOf(db, { kind: 'system' }, { now }), input);
const confirmedAt = async (db: Db, sid: string) =>
  (await db.select().from(sessions).where(eq(sessions.sid, sid)))[0]?.confirmedAt;

describeOnBothDatabases('entering by an identity provider', (open) => {
  it('[M26] seats whoever has the one open invitation for the verified address, and knows them by issuer and subject from then on', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const noor = said();
    await invite(db, north.moderators[0], noor.email);
    const { personId, sid } = answerOf(await enter(db, { ...noor, email: noor.email.toUpperCase(), browser: 'Firefox' }));
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'member.joined',
      personId,
      facts: { role: 'checker', into: 'Northern desk' },
    });
    expect(await memberOfSession({ sid, personId, now: noon }, db)).toMatchObject({
      name: 'Noor',
      party: { id: north.id },
      confirmedAt: noon,
    });
    const [person] = await db.select().from(people).where(eq(people.id, personId));
    expect(person).toMatchObject({ email: noor.email, passwordHash: null });
    // Another address, or none, later: it is the same person.
    const again = answerOf(await enter(db, { ...noor, email: undefined, emailVerified: false }));
    expect(again.personId).toBe(personId);
    expect(again.sid).not.toBe(sid);
  });

  it('[M26] refuses an address without an open invitation, one that is not verified, and one with several', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const refused = async (input: unknown) => (await refusalOf(db, id, () => enter(db, input))).code;
    const unknown = said();
    expect(await refused(unknown)).toBe('no-invitation');
    const taken = await invite(db, north.moderators[0], unknown.email);
    answerOf(await revokeInvitation(contextFor(db, north.moderators[0]), { invitationId: taken.id }));
    expect(await refused(unknown)).toBe('no-invitation');
    await invite(db, north.moderators[0], unknown.email);
    expect(await refused({ ...unknown, emailVerified: false })).toBe('email-unverified');
    expect(await refused({ ...unknown, email: undefined })).toBe('email-unverified');
    expect(await refusalOf(db, id, () => enter(db, unknown, minutesLater(72 * 60)))).toEqual({ code: 'no-invitation' });
    await invite(db, south.moderators[0], unknown.email);
    expect(await refused(unknown)).toBe('several-invitations');
    expect(await db.$count(identities, eq(identities.subject, unknown.subject))).toBe(0);
  });

  it('[M26] never opens an existing account by its address, invited or not', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const [victim] = south.checkers;
    await invite(db, north.moderators[0], victim.email);
    expect(await refusalOf(db, id, () => enter(db, said({ email: victim.email })))).toEqual({ code: 'account-exists' });
  });

  it('[M26] keeps a provider to its domains, and one provider from the people of another', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const noor = said();
    await invite(db, north.moderators[0], noor.email);
    const refused = async (input: unknown) => (await refusalOf(db, id, () => enter(db, input))).code;
    expect(await refused({ ...noor, emailDomains: ['south.example'] })).toBe('email-not-theirs');
    expect(await refused({ ...noor, emailDomains: ['th.example'] })).toBe('email-not-theirs');
    answerOf(await enter(db, { ...noor, emailDomains: ['south.example', 'north.example'] }));
    expect(await refused({ ...noor, issuer: 'https://login.south.example' })).toBe('account-exists');
  });

  it('[A8] [M26] refuses a name that reads as another party’s, and takes the address’s when there is none', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const nameless = said({ name: undefined });
    await invite(db, north.moderators[0], nameless.email);
    for (const name of ['Southern desk', 'a\u202eb', ''])
      expect(await refusalOf(db, id, () => enter(db, { ...nameless, name }))).toEqual({ code: 'name-unusable' });
    const { personId } = answerOf(await enter(db, nameless));
    const [person] = await db.select().from(people).where(eq(people.id, personId));
    expect(person?.name).toBe(nameless.subject);
  });

  it('[M7] [M26] lets nobody in whose seat ended, until they are invited again, and then with the account that they had', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const noor = said();
    await invite(db, north.moderators[0], noor.email);
    const { personId } = answerOf(await enter(db, noor));
    answerOf(await removeMember(contextFor(db, north.moderators[0]), { personId }));
    expect(await refusalOf(db, id, () => enter(db, noor))).toEqual({ code: 'no-invitation' });
    await invite(db, north.moderators[1], noor.email);
    expect(answerOf(await enter(db, noor)).personId).toBe(personId);
  });

  it('[C22] [M27] confirms the session that asks, as of the moment that the provider names', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const noor = said();
    await invite(db, north.moderators[0], noor.email);
    const { personId, sid } = answerOf(await enter(db, { ...noor, authenticatedAt: undefined }));
    expect(await confirmedAt(db, sid)).toEqual(new Date(0));
    const member = await memberOfSession({ sid, personId, now: noon }, db);
    if (member === undefined) throw new Error('The session is gone.');
    const now = minutesLater(30);
    const confirm = (input: unknown) => enterByProvider(contextOf(db, member, { now }), input);
    expect(await refusalOf(db, id, () => confirm({ ...noor, authenticatedAt: undefined }))).toEqual({ code: 'time-unknown' });
    expect(answerOf(await confirm({ ...noor, authenticatedAt: minutesLater(21) }))).toEqual({ personId, sid });
    expect(await confirmedAt(db, sid)).toEqual(minutesLater(21));
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'session.confirmed', personId });
    // A clock that is ahead confirms nobody beforehand.
    answerOf(await confirm({ ...noor, authenticatedAt: minutesLater(99) }));
    expect(await confirmedAt(db, sid)).toEqual(now);
  });

  it('[M27] refuses to confirm somebody with the account of somebody else', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db);
    const noor = said();
    await invite(db, north.moderators[0], noor.email);
    answerOf(await enter(db, noor));
    const [other] = south.moderators;
    const context = contextOf(db, actorFor(other, { sid: await buildSession(db, other) }));
    expect(await refusalOf(db, id, () => enterByProvider(context, noor))).toEqual({ code: 'not-you' });
    expect(await refusalOf(db, id, () => enterByProvider(context, said()))).toEqual({ code: 'not-you' });
  });

  it('[M27] opens the desk and confirms nothing where a second factor is on', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    await withSecondFactor(db, person);
    const known = said();
    await db.insert(identities).values({ issuer, subject: known.subject, personId: person.id, createdAt: noon });
    const { sid } = answerOf(await enter(db, known));
    expect(await confirmedAt(db, sid)).toEqual(new Date(0));
    const context = contextOf(db, actorFor(person, { sid }));
    expect(await refusalOf(db, id, () => enterByProvider(context, known))).toEqual({ code: 'code-needed' });
  });

  it('refuses what no provider says', async () => {
    const db = await open();
    const { id } = await buildWorkspace(db);
    for (const input of [null, {}, said({ subject: '' }), said({ subject: 'x'.repeat(256) }), said({ role: 'moderator' })])
      expect((await refusalOf(db, id, () => enter(db, input))).code).toBe('invalid-input');
  });
});
