import { sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';
import type { WaitKind } from '@/domain/claim/waits';
import { isForReader, type ListReader } from './claim-list';
import { claimWaits } from './claim-waits';

export type WaitingCounts = {
  /** Claims that wait for the reader, for the reader's party, and for others alone (SPEC D2). */
  me: number;
  us: number;
  others: number;
  /** What waits for the reader by kind: claims, and for sources the sources themselves. */
  kinds: Partial<Record<WaitKind, number>>;
  /** How many lines that is in the list of tasks. */
  tasks: number;
};

/** The numbers beside everything that waits, from the same rows as the lists (SPEC D1). */
export async function waitingCounts({ reader }: { reader: ListReader }, conn: Db): Promise<WaitingCounts> {
  const { workspaceId, party } = reader.member;
  const own = sql`coalesce(party_id = ${party?.id ?? null}::uuid, false)`;
  const found = rows<{ kind: WaitKind | null; me: number; us: number; others: number; n: number }>(
    await conn.execute(sql`
      with waits as materialized (
        select *, ${own} as is_own, ${own} and ${isForReader(reader)} as is_mine
        from ${claimWaits({ workspaceId, ...reader })} w)
      select null as kind, count(*) filter (where me)::int as me, count(*) filter (where us)::int as us,
        count(*) filter (where not us)::int as others, 0 as n
      from (select bool_or(is_mine) as me, bool_or(is_own) as us from waits group by claim_id) claims_waiting
      union all
      select kind, count(*)::int, 0, 0, sum(n)::int from waits where is_mine group by kind`),
  );
  const kinds = found.filter((row): row is typeof row & { kind: WaitKind } => row.kind !== null);
  const { me, us, others } = found.find(({ kind }) => kind === null) ?? { me: 0, us: 0, others: 0 };
  return {
    ...{ me, us, others },
    kinds: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    // A dissent is a line of its own; other things of one kind are one line for each claim.
    tasks: kinds.reduce((sum, { kind, me: claims, n }) => sum + (kind === 'answer' ? n : claims), 0),
  };
}
