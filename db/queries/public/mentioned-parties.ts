import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { parties } from '@/db/schema';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import type { PublicAttestation } from './attestations';
import type { PublicSignOff } from './sign-offs-of';
import type { SigningStep } from './signing-history';

/** A party that a record mentions beside those that it lists. */
export type MentionedParty = Pick<typeof parties.$inferSelect, 'id' | 'name' | 'letter' | 'position'>;

type Said = {
  record: Pick<FrozenRecord, 'parties' | 'acceptances' | 'searches' | 'sources' | 'reply'>;
  signOffs: readonly Pick<PublicSignOff, 'party'>[];
  attestations: readonly Pick<PublicAttestation, 'party'>[];
  steps: readonly Pick<SigningStep, 'party'>[];
};

/**
 * The parties of the desk that a published record mentions and does not list: who worked on it and was not, or is no more, named by the charter that binds it.
 * Its page names them, whatever became of them since (SPEC R16).
 */
export async function mentionedParties(
  { workspaceId, ...said }: Said & { workspaceId: string },
  conn: Db,
): Promise<MentionedParty[]> {
  const listed = new Set(said.record.parties.map(({ id }) => id));
  const others = [...new Set(mentions(said))].filter((id) => !listed.has(id));
  if (others.length === 0) return [];
  return conn
    .select({ id: parties.id, name: parties.name, letter: parties.letter, position: parties.position })
    .from(parties)
    .where(and(eq(parties.workspaceId, workspaceId), inArray(parties.id, others)))
    .orderBy(asc(parties.position));
}

function mentions({ record: { acceptances, searches, sources, reply }, signOffs, attestations, steps }: Said): string[] {
  const named = [acceptances, searches, reply?.contacts ?? [], reply?.waivers ?? [], signOffs, attestations, steps];
  return [
    ...named.flat().map(({ party }) => party),
    ...sources.flatMap(({ attachedBy, acceptedBy, publisher }) => [attachedBy, acceptedBy, publisher.alignedWith ?? []].flat()),
    ...(reply?.replies ?? []).flatMap(({ receivedBy, confirmedBy }) => [receivedBy, confirmedBy]),
  ];
}
