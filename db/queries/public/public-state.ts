import { sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';

/**
 * What the public reads, in one line: the desk at the root, the number of its newest publication, its public charters with their states, how many parties have
 * left, and how often what is published was attested. Each publication takes the next number in the very transaction that makes it public, one after the other, and so do charters and exits, so as long as
 * the line is the same, nothing else has been published. Whatever a command makes public in future belongs in here.
 */
export async function publicState(_: Record<never, never>, conn: Db): Promise<string> {
  const found = await conn.execute(
    sql`select to_json(w) as desk,
      (select max(v.position) from verdicts v where v.workspace_id = w.id) as verdict,
      (select json_agg(json_build_array(c.number, c.state) order by c.number) from charter_versions c
        where c.workspace_id = w.id and c.state in ('notice', 'in-force', 'superseded')) as charters,
      (select count(*)::int from party_exits e where e.workspace_id = w.id and e.left_at is not null) as exits,
      (select count(*)::int from attestations a where a.workspace_id = w.id and a.moment = 'after-publication') as attested,
      (select max(t.position) from retractions t where t.workspace_id = w.id) as retraction,
      (select max(ch.change) from challenges ch where ch.workspace_id = w.id) as challenge
      from workspaces w order by w.position limit 1`,
  );
  return JSON.stringify(rows(found));
}
