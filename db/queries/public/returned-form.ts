import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/handle';
import { returnedForms } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { openSealed } from '@/platform/seal';

const Form = z.object({
  fields: z.record(z.string(), z.string()),
  code: z.string(),
  issues: z.array(z.looseObject({ field: z.string(), code: z.string() })),
});
export type ReturnedForm = z.infer<typeof Form>;

/** What somebody sent a moment ago and may mend, for whoever has its key (SPEC CH6); null when there is none any more. `seal` is what it was sealed for. */
export async function returnedForm(
  { token, seal, now }: { token: string; seal: string; now: string },
  conn: Db,
): Promise<ReturnedForm | null> {
  if (!/^[0-9a-f]{32}$/.test(token)) return null;
  const [row] = await conn
    .select({ sealed: returnedForms.sealed })
    .from(returnedForms)
    .where(and(eq(returnedForms.tokenSha256, digestOf(token)), gt(returnedForms.expiresAt, new Date(now))));
  const opened = row === undefined ? undefined : openSealed(row.sealed, seal);
  return opened === undefined ? null : Form.parse(JSON.parse(opened));
}
