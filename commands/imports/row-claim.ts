import { seenBy } from '@/commands/claims/appearance-input';
import { NewClaimInput } from '@/commands/claims/insert-claim';
import { parseInput } from '@/commands/parse-input';
import type { RowIssue } from '@/db/schema';
import { candidateOf, type Defaults } from '@/domain/intake/candidate-of';
import type { Mapping } from '@/domain/intake/list-columns';
import type { Cells } from './list';

/** A row as the claim that it becomes, or every reason why it becomes none (SPEC IN5): the same schema as a claim that is submitted by hand. */
export function rowClaim(
  cells: Cells,
  { mapping, defaults, now }: { mapping: Mapping; defaults: Defaults; now: Date },
): { claim: NewClaimInput } | { issues: RowIssue[] } {
  const candidate = candidateOf(cells, mapping, defaults);
  const unreadable = unreadableFields(candidate);
  if (unreadable.length > 0) return { issues: unreadable };
  const parsed = parseInput(NewClaimInput, candidate);
  if (!parsed.ok) return { issues: parsed.refusal.issues.map(named) };
  const seen = seenBy(now, parsed.value.appearance);
  if (seen.ok) return { claim: parsed.value };
  return { issues: [{ field: 'seenOn', code: 'seen-in-future', seenOn: seen.refusal.seenOn }] };
}

/** The fields as a list's columns are mapped: the row's `title` is the neutral one. */
function named({ field, code, ...facts }: RowIssue): RowIssue {
  const name = field === 'title' ? 'neutralTitle' : (field.split('.').at(-1) ?? field);
  if (code !== 'invalid') return { ...facts, field: name, code };
  return { ...facts, field: name, code: name === 'seenOn' ? 'not-a-day' : name === 'language' ? 'not-a-language' : code };
}

/** Bytes of another encoding leave U+FFFD behind, and so do characters that cannot be stored. */
function unreadableFields({ appearance, ...own }: ReturnType<typeof candidateOf>): RowIssue[] {
  const { title: neutralTitle, ...texts } = own;
  return Object.entries({ ...appearance, ...texts, ...(neutralTitle === undefined ? {} : { neutralTitle }) })
    .filter(([, value]) => value.includes('\ufffd'))
    .map(([field]) => ({ field, code: 'unreadable' }));
}
