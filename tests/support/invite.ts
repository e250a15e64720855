import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { withTransaction } from '@/commands/command';
import { acceptInvitation } from '@/commands/membership/accept-invitation';
import { createWorkspace } from '@/commands/membership/create-workspace';
import { inviteMember } from '@/commands/membership/invite-member';
import type { Db } from '@/db/handle';
import { invitations, outbox } from '@/db/schema';
import type { Standing } from '@/domain/policies/actor';
import { ok } from '@/domain/result';
import { answerOf, contextFor, contextOf, type Person, password } from './build';

/** An invitation into a party, for an address that is new each time. */
export function invitationInput(partyId: string, changes: Record<string, unknown> = {}) {
  return { partyId, role: 'checker', email: `${randomBytes(6).toString('hex')}@invited.example`, locale: 'en', ...changes };
}

/** What the invited person sends, from an address of its own, so that attempts are counted apart. */
export function acceptance(link: string, changes: Record<string, unknown> = {}) {
  return { token: link.split('/').at(-1) ?? '', name: 'Newcomer', password, from: randomBytes(6).toString('hex'), ...changes };
}

/** A desk as it is set up with one moderator: the Northern desk's. The Southern desk and the mission have nobody yet, and there is no charter. */
export async function buildUnledWorkspace(db: Db): Promise<{
  id: string;
  north: { id: string; moderator: Person };
  south: { id: string };
  mission: { id: string };
  steward: Person;
}> {
  const unique = randomBytes(5).toString('hex');
  const context = contextOf(db, { kind: 'system' });
  const newMember = (name: string) => ({ name, email: `${name.toLowerCase()}@${unique}.example`, passwordHash: 'unused' });
  const parties = [
    { name: 'Northern desk', letter: 'N', standing: 'signing' as Standing, moderator: newMember('North') },
    { name: 'Southern desk', letter: 'S', standing: 'signing' as Standing },
    { name: 'Observer mission', letter: 'O', standing: 'observing' as Standing },
  ];
  const slug = `unled-${unique}`;
  const workspace = {
    name: 'New desk',
    slug,
    timeZone: 'UTC',
    mainLanguage: 'en',
    contact: 'desk@example.org',
    demonstration: false,
  };
  const made = answerOf(
    await withTransaction(context, async (tx) =>
      ok(await createWorkspace(tx, context, { workspace, steward: newMember('Steward'), parties, locale: 'en' })),
    ),
  );
  const [north, south, mission] = made.parties;
  if (north?.moderatorId === undefined || south === undefined || mission === undefined) throw new Error('A party is missing.');
  const here = { workspaceId: made.id, workspaceSlug: slug };
  const moderator: Person = {
    ...{ id: north.moderatorId, name: 'North', email: newMember('North').email, role: 'moderator' },
    party: { id: north.id, name: 'Northern desk', letter: 'N', position: 1, standing: 'signing' },
    ...here,
  };
  const steward: Person = {
    id: made.stewardId,
    name: 'Steward',
    email: newMember('Steward').email,
    role: 'steward',
    party: null,
    ...here,
  };
  return { id: made.id, north: { id: north.id, moderator }, south: { id: south.id }, mission: { id: mission.id }, steward };
}

/** Two offers that a moderator made, and one of a colleague; and what is left of them, and of the mail of each. */
export async function buildOffers(db: Db, maker: Person, colleague: Person) {
  const partyId = maker.party?.id ?? '';
  const offers: { id: string; link: string }[] = [];
  for (const by of [maker, maker, colleague])
    offers.push(answerOf(await inviteMember(contextFor(db, by), invitationInput(partyId, { role: 'moderator' }))));
  const left = async () => {
    const found: unknown[] = [];
    for (const { id } of offers) {
      const [offer] = await db.select().from(invitations).where(eq(invitations.id, id));
      const [mail] = await db.select().from(outbox).where(eq(outbox.subjectId, id));
      found.push([offer?.revokedBy ?? 'open', mail?.fault ?? mail?.state]);
    }
    return found;
  };
  const accept = (index: number) => acceptInvitation(contextOf(db, { kind: 'public' }), acceptance(offers[index]?.link ?? ''));
  return { left, accept };
}
