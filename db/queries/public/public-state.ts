import { sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';

/**
 * What the public reads, in one line: the desk at the root, the number of its newest publication and of its newest charter in force. Each publication
 * and each charter takes the next number in the very transaction that makes it public, one after the other, so as long as the line is the same,
 * nothing else has been published. Whatever a command makes public in future belongs in here.
 */
export async function publicState(_: Record<never, never>, conn: Db): Promise<string> {
  const found = await conn.execute(
    sql`select to_json(w) as desk,
      (select max(v.position) from verdicts v where v.workspace_id = w.id) as verdict,
      (select max(c.number) from charter_versions c where c.workspace_id = w.id and c.state <> 'proposed') as charter,
      (select max(ch.change) from challenges ch where ch.workspace_id = w.id) as challenge
      from workspaces w order by w.position limit 1`,
  );
  return JSON.stringify(rows(found));
}
