import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { insertClaims, type NewClaimInput, nextNumber } from '@/commands/claims/insert-claim';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { appearances, claims, importRows, imports, type RowIssue } from '@/db/schema';
import { beginningOf } from '@/domain/intake/beginning-of';
import { cellOf } from '@/domain/intake/candidate-of';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { type ImportRow, loadImport } from './load-import';
import { rowClaim } from './row-claim';

/** Characters of a wording that the report shows. */
export const keptWording = 300;

export const TakeRowsInput = z.strictObject({ importId: id, most: z.int().min(1).max(500) });

export type TakeRowsRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'import-not-running'> & { state: string });

/**
 * Does the next rows of an import: each becomes a submitted claim, is known already, or is refused with its reasons (SPEC IN5, IN8). Rows and claims are
 * written together, so a process that dies in between has done neither, and whoever comes next does them once (SPEC IN9).
 */
export async function takeRows(
  context: Context,
  input: unknown,
): Promise<Result<{ done: number; left: boolean }, TakeRowsRefusal>> {
  const parsed = parseInput(TakeRowsInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { importId, most } = parsed.value;

  return withTransaction(context, async (tx) => {
    const brought = await loadImport(tx, member, importId);
    if (!brought.ok) return brought;
    if (brought.value.state !== 'running') return refuse({ code: 'import-not-running', state: brought.value.state });
    const rows = await tx
      .select({ number: importRows.number, cells: importRows.cells })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.state, 'waiting')))
      .orderBy(asc(importRows.number))
      .limit(most);
    await doRows(tx, context, { member, brought: brought.value, rows });
    const left = rows.length === most;
    if (!left) await finish(tx, context, brought.value);
    return ok({ done: rows.length, left });
  });
}

type Waiting = { number: number; cells: Record<string, string> };

async function doRows(
  tx: Tx,
  context: Context,
  { member, brought, rows }: { member: PartyMember; brought: ImportRow; rows: Waiting[] },
): Promise<void> {
  const { id: importId, workspaceId, mapping, defaults } = brought;
  if (mapping === null || defaults === null) throw new Error(`Import ${importId} runs without a mapping.`);
  const judged = rows.map(({ number, cells }) => ({
    number,
    wording: beginningOf(cellOf(cells, mapping.wording), keptWording),
    result: rowClaim(cells, { mapping, defaults, now: context.now }),
  }));
  await lockWorkspace(tx, workspaceId);
  const wordings = judged.flatMap(({ result }) => ('claim' in result ? [result.claim.wording] : []));
  const known = await knownPlaces(tx, workspaceId, wordings);
  const first = await nextNumber(tx, workspaceId);
  const made: { id: string; number: number; input: NewClaimInput }[] = [];
  const decided = judged.map(({ number, wording, result }): Decided => {
    if ('issues' in result) return { number, state: 'refused', wording, claim_id: null, issues: result.issues };
    const place = placeOf(result.claim);
    const twin = known.get(place);
    if (twin !== undefined) return { number, state: 'known', wording, claim_id: twin, issues: [] };
    const claimId = context.newId();
    made.push({ id: claimId, number: first + made.length, input: result.claim });
    known.set(place, claimId);
    return { number, state: 'taken', wording, claim_id: claimId, issues: [] };
  });
  await insertClaims(tx, context, { member, claims: made });
  await decide(tx, importId, decided);
}

type Decided = {
  number: number;
  state: 'taken' | 'known' | 'refused';
  wording: string;
  claim_id: string | null;
  issues: RowIssue[];
};

/** The cells of rows that are decided are not kept (SPEC IN17). In one statement, since a list has thousands of rows. */
async function decide(tx: Tx, importId: string, decided: Decided[]): Promise<void> {
  await tx.execute(sql`
    update ${importRows} set state = d.state, wording = d.wording, claim_id = d.claim_id, issues = d.issues, cells = '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify(decided)}::text::jsonb)
      as d(number integer, state text, wording text, claim_id uuid, issues jsonb)
    where ${importRows.importId} = ${importId} and ${importRows.number} = d.number
  `);
}

/** Claims of the workspace with these wordings, by what makes two of them one (SPEC IN8). */
async function knownPlaces(tx: Tx, workspaceId: string, wordings: string[]): Promise<Map<string, string>> {
  if (wordings.length === 0) return new Map();
  const rows = await tx
    .select({
      id: claims.id,
      wording: claims.wording,
      language: claims.mainLanguage,
      url: appearances.url,
      title: appearances.title,
      locator: appearances.locator,
    })
    .from(claims)
    .innerJoin(appearances, eq(appearances.claimId, claims.id))
    .where(
      and(
        eq(claims.workspaceId, workspaceId),
        inArray(
          sql`md5(${claims.wording})`,
          wordings.map((wording) => sql`md5(${wording})`),
        ),
      ),
    );
  return new Map(
    rows.map(({ id: claimId, wording, language, url, title, locator }) => [
      placeOf({ wording, language, appearance: { url: url ?? undefined, title, locator: locator ?? undefined } }),
      claimId,
    ]),
  );
}

type Placed = Pick<NewClaimInput, 'wording' | 'language'> & {
  appearance: Pick<NewClaimInput['appearance'], 'url' | 'title' | 'locator'>;
};

function placeOf({ wording, language, appearance: { url, title, locator } }: Placed): string {
  return JSON.stringify([wording, language, url === undefined ? [title, locator ?? null] : url]);
}

async function finish(tx: Tx, context: Context, { id: importId, workspaceId }: ImportRow): Promise<void> {
  await tx.update(imports).set({ state: 'finished', endedAt: context.now }).where(eq(imports.id, importId));
  const counted = await tx
    .select({ state: importRows.state, rows: count() })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.state);
  const facts = { taken: 0, known: 0, refused: 0, ...Object.fromEntries(counted.map(({ state, rows }) => [state, rows])) };
  await recordEvent(tx, context, { type: 'import.finished', workspaceId, subjectId: importId, facts });
}
