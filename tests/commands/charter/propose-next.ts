import { proposeCharter } from '@/commands/charter/propose-charter';
import { withTransaction } from '@/commands/command';
import type { Db } from '@/db/handle';
import { ok } from '@/domain/result';
import { answerOf, contextOf, type Workspace } from '@/tests/support/build';

/** The next version, with another preamble so that its digest is another. */
export async function proposeNext(db: Db, { id, north, south }: Workspace) {
  const context = contextOf(db, { kind: 'system' });
  const parties = [north, south].map(({ id: partyId, name, standing }) => ({ id: partyId, name, standing }));
  return answerOf(
    await withTransaction(context, async (tx) =>
      ok(await proposeCharter(tx, context, { workspace: { id, name: 'Peace talks desk' }, parties, language: 'en' })),
    ),
  );
}
