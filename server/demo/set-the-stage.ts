import { proposeFirstCharter } from '@/commands/charter/propose-first-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { withTransaction } from '@/commands/command';
import { acceptInvitation } from '@/commands/membership/accept-invitation';
import { createWorkspace, type NewMember, type NewWorkspace } from '@/commands/membership/create-workspace';
import { declareInterests } from '@/commands/membership/declare-interests';
import { inviteMember } from '@/commands/membership/invite-member';
import { defaultParameters } from '@/domain/charter/parameters';
import { ok } from '@/domain/result';
import { hashPassword } from '@/platform/password';
import type { DemoAccount } from './accounts';
import { cast, type DemoPerson, type PersonKey, partyDetails } from './cast';
import type { DemoClock } from './clock';
import { sayWhoWeAre } from './say-who-we-are';
import { done, type Stage } from './stage';

/** The workspace, its parties and people, and a charter that both sides have ratified. */
export async function setTheStage(stage: Stage, clock: DemoClock): Promise<{ accounts: DemoAccount[]; charterSha256: string }> {
  const context = stage.system(clock.day(14, '08:00'));
  const passwords = new Map(cast.map((person) => [person.key, password(context.randomHex(8))]));
  const newMember = async (key: PersonKey): Promise<NewMember> => {
    const { name, email } = personOf(key);
    return { name, email, passwordHash: await hashPassword(passwords.get(key) ?? '') };
  };

  const steward = await newMember('steward');
  const parties: NewWorkspace['parties'] = [];
  for (const { name, letter, standing, moderator } of partyDetails)
    parties.push({ name, letter, standing, moderator: await newMember(moderator) });
  const workspace = {
    name: 'Peace talks desk',
    slug: 'peace-talks',
    timeZone: 'UTC',
    mainLanguage: 'en',
    contact: 'corrections@desk.example',
    demonstration: true,
  };
  const created = done(
    await withTransaction(context, async (tx) =>
      ok(await createWorkspace(tx, context, { workspace, steward, parties, locale: 'en' })),
    ),
  );
  stage.know('steward', created.stewardId);
  for (const [index, { moderator }] of partyDetails.entries()) stage.know(moderator, created.parties[index]?.moderatorId ?? '');

  const invited = partyDetails.flatMap(({ name, moderator }, index) =>
    cast
      .filter(({ key, party }) => party === name && key !== moderator)
      .map((person) => ({ ...person, host: moderator, partyId: created.parties[index]?.id })),
  );
  for (const [index, { key, name, email, role, host, partyId }] of invited.entries()) {
    const at = clock.day(14, `09:${10 + index}`);
    const { link } = done(await inviteMember(await stage.as(host, at), { partyId, role, email, locale: 'en' }));
    const acceptance = { token: link.split('/').at(-1), name, password: passwords.get(key), from: 'the demonstration' };
    stage.know(key, done(await acceptInvitation(stage.visitor(at), acceptance)).personId);
  }
  const ratings = defaultParameters.ratings.map(({ key }) => key);
  // Nobody outside answers a demonstration, so nobody who tries it waits for them: to have asked is enough, and a last approval publishes at once. Its people
  // have no devices: a password confirms their sign-offs, and every reader is told so.
  const waitsForNothing = { replyWindowHours: 0, coolingOffHours: 0 };
  const parameters = { ...defaultParameters, ...waitsForNothing, weakestProof: 'password', ratings };
  const charter = { language: 'en', parameters };
  const { sha256 } = done(await proposeFirstCharter(await stage.as('n.moderator', clock.day(14, '11:00')), charter));
  done(await ratifyCharter(await stage.as('n.moderator', clock.day(14, '14:00')), { sha256 }));
  done(await ratifyCharter(await stage.as('s.moderator', clock.day(14, '15:30')), { sha256 }));

  await sayWhoWeAre(stage, clock);
  for (const [index, { key }] of cast.filter(({ role, party }) => role === 'moderator' && party !== 'Observer mission').entries())
    done(await declareInterests(await stage.as(key, clock.day(14, `16:${10 + index}`)), {}));

  const accounts = cast.map(({ key, name, email, party, role }) => ({
    email,
    password: passwords.get(key) ?? '',
    name,
    party,
    role,
  }));
  return { accounts, charterSha256: sha256 };
}

function personOf(key: PersonKey): DemoPerson {
  const person = cast.find((candidate) => candidate.key === key);
  if (person === undefined) throw new Error(`Nobody in the cast is ${key}.`);
  return person;
}

/** Random, and grouped so that a person can type it: 64 bits are plenty for an account that lives on one machine's loopback. */
function password(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).join('-');
}
