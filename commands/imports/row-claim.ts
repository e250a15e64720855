import { seenBy } from '@/commands/claims/appearance-input';
import { NewClaimInput } from '@/commands/claims/insert-claim';
import { parseInput } from '@/commands/parse-input';
import type { RowIssue } from '@/db/schema';
import { beginningOf } from '@/domain/intake/beginning-of';
import { type Candidate, candidateOf, type Defaults } from '@/domain/intake/candidate-of';
import type { MappedField, Mapping } from '@/domain/intake/list-columns';
import { isWebAddress } from '@/domain/text-input';
import type { Cells } from './list';

/** A row as the claim that it becomes, or every reason why it becomes none (SPEC IN5): the same schema as a claim that is submitted by hand. */
export function rowClaim(
  cells: Cells,
  { mapping, defaults, now }: { mapping: Mapping; defaults: Defaults; now: Date },
): { claim: NewClaimInput } | { issues: RowIssue[] } {
  const candidate = candidateOf(cells, mapping, defaults);
  const texts = textsOf(candidate);
  const judged = judge(candidate, texts, now);
  return 'claim' in judged ? judged : { issues: judged.issues.map((issue) => withValue(issue, texts)) };
}

type Texts = Partial<Record<MappedField, string>>;

function judge(candidate: Candidate, texts: Texts, now: Date): { claim: NewClaimInput } | { issues: RowIssue[] } {
  const unreadable = Object.entries(texts).filter(([, value]) => value.includes('\ufffd'));
  if (unreadable.length > 0) return { issues: unreadable.map(([field]) => ({ field, code: 'unreadable' })) };
  // A column of addresses that was taken for the wording would pass every other rule.
  if (isWebAddress(candidate.wording)) return { issues: [{ field: 'wording', code: 'only-an-address' }] };
  const parsed = parseInput(NewClaimInput, candidate);
  if (!parsed.ok) return { issues: firstOfEachField(parsed.refusal.issues.map(named)) };
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

/** What is too long for an address is not said to be none besides. */
function firstOfEachField(issues: RowIssue[]): RowIssue[] {
  return issues.filter(({ field }, index) => issues.findIndex((issue) => issue.field === field) === index);
}

function textsOf({ appearance, title: neutralTitle, ...own }: Candidate): Texts {
  return { ...appearance, ...own, ...(neutralTitle === undefined ? {} : { neutralTitle }) };
}

/** Enough to find the cell again. */
const shown = 80;

/** What stood there, shortened, so that whoever mends the list sees what is meant (SPEC IN11). */
function withValue(issue: RowIssue, texts: Texts): RowIssue {
  const text =
    Object.entries(texts)
      .find(([field]) => field === issue.field)?.[1]
      ?.trim() ?? '';
  if (text === '') return issue;
  const beginning = beginningOf(text, shown);
  return { ...issue, value: beginning === text ? text : `${beginning}…` };
}
