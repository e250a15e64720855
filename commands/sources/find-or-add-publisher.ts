import { and, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { publisherByName } from '@/db/queries/publisher-by-name';
import { parties, publishers } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { PublisherInput } from '@/domain/source/attached-source';
import { foldedName } from '@/domain/source/publisher-name';

export type PublisherRefusal =
  | Refusal<'publisher-unknown'>
  | Refusal<'party-unknown'>
  | (Refusal<'publisher-exists'> & { name: string });

/** The id of a known publisher, or of a new one made from the input together with its owner. A body has one name in a workspace (SPEC S10). */
export async function findOrAddPublisher(
  tx: Tx,
  context: Context,
  member: PartyMember,
  input: PublisherInput,
): Promise<Result<string, PublisherRefusal>> {
  if ('id' in input) return knownPublisher(tx, member, input.id);
  // Two claims may bring the same new name at the same time.
  await lockWorkspace(tx, member.workspaceId);
  if ((await publisherByName({ workspaceId: member.workspaceId, name: input.name }, tx)) !== undefined)
    return refuse({ code: 'publisher-exists', name: input.name });
  const { alignment } = input;
  if (alignment.kind === 'party' && !(await isParty(tx, member, alignment.partyId))) return refuse({ code: 'party-unknown' });
  const ownerId =
    input.owner === undefined || same(input.owner, input.name) ? null : await owner(tx, context, member, input.owner);
  return ok(
    await add(tx, context, member, {
      name: input.name,
      ownerId,
      country: input.country ?? null,
      alignment: alignment.kind,
      alignedPartyId: alignment.kind === 'party' ? alignment.partyId : null,
    }),
  );
}

async function knownPublisher(tx: Tx, member: PartyMember, id: string): Promise<Result<string, PublisherRefusal>> {
  const [row] = await tx
    .select({ id: publishers.id })
    .from(publishers)
    .where(and(eq(publishers.id, id), eq(publishers.workspaceId, member.workspaceId)));
  return row === undefined ? refuse({ code: 'publisher-unknown' }) : ok(row.id);
}

/** An owner nobody has described yet is of unknown alignment: nothing is claimed in its name. */
async function owner(tx: Tx, context: Context, member: PartyMember, name: string): Promise<string> {
  return (
    (await publisherByName({ workspaceId: member.workspaceId, name }, tx)) ??
    (await add(tx, context, member, { name, ownerId: null, country: null, alignment: 'unknown', alignedPartyId: null }))
  );
}

async function isParty(tx: Tx, member: PartyMember, partyId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.id, partyId), eq(parties.workspaceId, member.workspaceId)));
  return rows.length > 0;
}

type NewPublisher = Pick<typeof publishers.$inferInsert, 'name' | 'ownerId' | 'country' | 'alignment' | 'alignedPartyId'>;

async function add(tx: Tx, context: Context, member: PartyMember, row: NewPublisher): Promise<string> {
  const id = context.newId();
  const fold = foldedName(row.name);
  await tx.insert(publishers).values({ ...row, id, fold, workspaceId: member.workspaceId, createdAt: context.now });
  await recordEvent(tx, context, {
    type: 'publisher.added',
    workspaceId: member.workspaceId,
    subjectId: id,
    facts: { name: row.name },
  });
  return id;
}

function same(a: string, b: string): boolean {
  return foldedName(a) === foldedName(b);
}
