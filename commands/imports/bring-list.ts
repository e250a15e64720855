import { and, count, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { importRows, imports, parties } from '@/db/schema';
import { beginningOf } from '@/domain/intake/beginning-of';
import { listLimitBytes } from '@/domain/intake/list-limits';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { text } from '@/domain/text-input';
import type { ListRefusal } from './list';
import { readList } from './read-list';
import { keptWording } from './take-rows';

/** Lists of a party whose rows are kept until they are done or discarded. */
export const mostUnfinished = 10;
/** Rows in one statement. */
const together = 500;

export const BringListInput = z.strictObject({ fileName: text(200), text: z.string() });

export type BringListRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | ListRefusal
  | (Refusal<'file-too-large'> & { limitBytes: number })
  | (Refusal<'too-many-imports'> & { limit: number });

/** A list that a party brought, read into rows. Nothing becomes a claim yet: its columns are looked at first. */
export async function bringList(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; rows: number }, BringListRefusal>> {
  const parsed = parseInput(BringListInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, personId, party } = authorized.value;
  if (Buffer.byteLength(parsed.value.text) > listLimitBytes)
    return refuse({ code: 'file-too-large', limitBytes: listLimitBytes });
  const list = await readList(parsed.value.text);
  if (!list.ok) return list;
  const { kind, columns, rows } = list.value;

  return withTransaction(context, async (tx) => {
    if ((await unfinishedOf(tx, party.id)) >= mostUnfinished) return refuse({ code: 'too-many-imports', limit: mostUnfinished });
    const id = context.newId();
    await tx.insert(imports).values({
      ...{ id, workspaceId, partyId: party.id, personId, state: 'read', kind, columns, readAt: context.now },
      fileName: parsed.value.fileName,
      rows: rows.length,
    });
    const values = rows.map(({ cells, fault }, index) => ({
      ...{ importId: id, workspaceId, number: index + 1, cells: fault === undefined ? cells : {} },
      state: fault === undefined ? ('waiting' as const) : ('refused' as const),
      wording: fault === undefined ? '' : beginningOf(Object.values(cells).join(' ').trim(), keptWording),
      issues: fault === undefined ? [] : [{ field: 'row', ...fault }],
    }));
    for (let at = 0; at < values.length; at += together) await tx.insert(importRows).values(values.slice(at, at + together));
    await recordEvent(tx, context, { type: 'import.read', workspaceId, subjectId: id, facts: { rows: rows.length } });
    return ok({ id, rows: rows.length });
  });
}

/** The party is locked, so that lists that come at the same time count each other. Its key is not: others may refer to it meanwhile. */
async function unfinishedOf(tx: Tx, partyId: string): Promise<number> {
  await tx.select({ id: parties.id }).from(parties).where(eq(parties.id, partyId)).for('no key update');
  const [unfinished] = await tx
    .select({ n: count() })
    .from(imports)
    .where(and(eq(imports.partyId, partyId), inArray(imports.state, ['read', 'running', 'cancelled', 'stopped'])));
  return unfinished?.n ?? 0;
}
