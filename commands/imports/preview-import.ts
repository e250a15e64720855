import { and, asc, eq } from 'drizzle-orm';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { importRows, type RowIssue } from '@/db/schema';
import { cellOf } from '@/domain/intake/candidate-of';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { loadImport } from './load-import';
import { ReadingInput, unknownColumns } from './reading-input';
import { rowClaim } from './row-claim';

export const PreviewImportInput = ReadingInput.extend({ importId: id });

/** Enough to see whether the columns are the right ones. */
const looked = 200;

export type PreviewRow = {
  number: number;
  wording: string;
  language: string;
  title: string;
  url: string;
  seenOn: string;
  issues: RowIssue[];
};
export type PreviewImportRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'>;

/** What the first rows would become if the list were read so. It changes nothing. */
export async function previewImport(
  context: Context,
  input: unknown,
): Promise<Result<{ rows: PreviewRow[]; refused: number }, PreviewImportRefusal>> {
  const parsed = parseInput(PreviewImportInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { importId, mapping, defaults } = parsed.value;

  return withTransaction(context, async (tx) => {
    const brought = await loadImport(tx, authorized.value, importId);
    if (!brought.ok) return brought;
    const issues = unknownColumns(mapping, brought.value.columns);
    if (issues.length > 0) return refuse({ code: 'invalid-input', issues });
    const waiting = await tx
      .select({ number: importRows.number, cells: importRows.cells })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.state, 'waiting')))
      .orderBy(asc(importRows.number))
      .limit(looked);
    const rows = waiting.map(({ number, cells }): PreviewRow => {
      const judged = rowClaim(cells, { mapping, defaults, now: context.now });
      const none = { language: '', title: '', url: '', seenOn: '' };
      if ('issues' in judged) return { number, wording: cellOf(cells, mapping.wording), ...none, issues: judged.issues };
      const { wording, language, appearance } = judged.claim;
      const { title, url = '', seenOn } = appearance;
      return { number, wording, language, title, url, seenOn, issues: [] };
    });
    return ok({ rows, refused: rows.filter((row) => row.issues.length > 0).length });
  });
}
