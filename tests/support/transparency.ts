import { confirmStatement } from '@/commands/transparency/confirm-statement';
import { writeStatement } from '@/commands/transparency/write-statement';
import type { Db } from '@/db/handle';
import { answerOf, contextFor, noon, type Workspace } from './build';

/** All that C40 asks for: the Northern desk writes what is said of both and the Southern one confirms it, and each speaks of itself. Answers the statements' ids by section. */
export async function buildStatements(
  db: Db,
  { north, south }: Workspace,
  { now = noon }: { now?: Date } = {},
): Promise<Record<string, string>> {
  const [first, second] = [contextFor(db, north.moderators[0], { now }), contextFor(db, south.moderators[0], { now })];
  const ids: Record<string, string> = {};
  for (const section of ['methodology', 'corrections', 'contact']) {
    const { id } = answerOf(
      await writeStatement(first, { section, text: `The ${section} of this desk, on ${now.toISOString()}.` }),
    );
    answerOf(await confirmStatement(second, { statementId: id }));
    ids[section] = id;
  }
  for (const section of ['members', 'funding'])
    for (const context of [first, second])
      ids[section] = answerOf(
        await writeStatement(context, { section, text: `The ${section} of a party, on ${now.toISOString()}.` }),
      ).id;
  return ids;
}
