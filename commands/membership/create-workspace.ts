import slugify from '@sindresorhus/slugify';
import { max } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { memberships, parties, people, workspaces } from '@/db/schema';
import type { Standing } from '@/domain/policies/actor';

export type NewMember = { name: string; email: string; passwordHash: string };
export type NewWorkspace = {
  workspace: { name: string; slug: string; timeZone: string; mainLanguage: string; contact: string; demonstration: boolean };
  steward: NewMember;
  /** In the charter's order. A party without a moderator waits for the steward to invite one (SPEC M4). */
  parties: { name: string; letter: string; standing: Standing; moderator?: NewMember }[];
  /** The language that its first people read the desk in. */
  locale: string;
};
export type CreatedWorkspace = {
  id: string;
  stewardId: string;
  parties: { id: string; moderatorId: string | undefined }[];
};

/**
 * A workspace with its parties, its steward and a moderator for each party that has one already. Whoever calls it has decided that this may be done: the
 * setup link, or the demo world. It has no charter: a moderator of a signing party drafts the first (SPEC H8), and no claim is opened before.
 */
export async function createWorkspace(
  tx: Tx,
  context: Context,
  { workspace, steward, parties: wanted, locale }: NewWorkspace,
): Promise<CreatedWorkspace> {
  const workspaceId = context.newId();
  const [last] = await tx.select({ position: max(workspaces.position) }).from(workspaces);
  await tx
    .insert(workspaces)
    .values({ ...workspace, id: workspaceId, position: (last?.position ?? 0) + 1, createdAt: context.now });

  const slugs = partySlugs(wanted.map((party) => party.name));
  const made = wanted.map((party, index) => ({
    ...party,
    id: context.newId(),
    position: index + 1,
    slug: slugs[index] ?? `party-${index + 1}`,
  }));
  await tx.insert(parties).values(
    made.map(({ id, position, slug, name, letter, standing }) => ({
      id,
      workspaceId,
      position,
      slug,
      name,
      letter,
      standing,
      createdAt: context.now,
    })),
  );

  const join = (member: NewMember, seat: { partyId: string | null; role: 'steward' | 'moderator' }) =>
    addPerson(tx, context, { ...member, ...seat, workspaceId, locale });
  const stewardId = await join(steward, { partyId: null, role: 'steward' });
  const seated: CreatedWorkspace['parties'] = [];
  for (const party of made)
    seated.push({
      id: party.id,
      moderatorId: party.moderator && (await join(party.moderator, { partyId: party.id, role: 'moderator' })),
    });

  await recordEvent(tx, context, {
    type: 'workspace.set-up',
    workspaceId,
    subjectId: workspaceId,
    facts: { name: workspace.name },
  });
  return { id: workspaceId, stewardId, parties: seated };
}

type Seated = NewMember & { workspaceId: string; partyId: string | null; role: 'steward' | 'moderator'; locale: string };

async function addPerson(tx: Tx, context: Context, { workspaceId, partyId, role, ...person }: Seated): Promise<string> {
  const personId = context.newId();
  await tx.insert(people).values({ ...person, id: personId, publicName: null, createdAt: context.now });
  await tx.insert(memberships).values({ id: context.newId(), workspaceId, personId, partyId, role, createdAt: context.now });
  return personId;
}

/** Latin letters of each name; two that come out alike, or empty, are told apart by their place. */
function partySlugs(names: string[]): string[] {
  const slugs = names.map((name) => slugify(name).slice(0, 60));
  return slugs.map((slug, index) => (slug === '' || slugs.indexOf(slug) !== index ? `${slug || 'party'}-${index + 1}` : slug));
}
