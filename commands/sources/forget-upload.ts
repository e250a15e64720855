import { eq } from 'drizzle-orm';
import { type Context, withTransaction } from '@/commands/command';
import { uploads } from '@/db/schema';
import { ok } from '@/domain/result';

type Row = typeof uploads.$inferSelect;

/** Takes the bytes away, and then the row that says where they are: the other way round, a process that ends in between would leave them for ever. Answers the row. */
export async function forgetUpload(context: Context, { id, key }: Pick<Row, 'id' | 'key'>): Promise<Row | undefined> {
  await context.objects.remove(key);
  const gone = await withTransaction(context, async (tx) => ok(await tx.delete(uploads).where(eq(uploads.id, id)).returning()));
  return gone.ok ? gone.value[0] : undefined;
}
