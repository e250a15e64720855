import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputIssue, type InputRefusal, parseInput } from '@/commands/parse-input';
import { seatStands } from '@/commands/seat-stands';
import type { Tx } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { withStanding } from '@/db/queries/parties-of-desk';
import { documents } from '@/db/schema';
import { clauseAtFault, type DraftValues, partiesOfDraft, textOfDraft } from '@/domain/charter/draft';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { charterDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { type AmendRefusal, amendCharter } from './amend-charter';
import { CharterTextInput } from './charter-input';
import { PartiesInput } from './parties-input';
import { type PartiesRefusal, partiesOfAmendment } from './parties-of-amendment';
import { proposeCharter } from './propose-charter';

const AmendmentInput = CharterTextInput.extend({ parties: PartiesInput });
export const ProposeDraftInput = z.strictObject({ draft: z.int().min(1).max(999_999), seq: z.int().min(1) });

type Proposed = { id: string; number: number; sha256: string };
type DraftUnfit = Refusal<'draft-unfit'> & { clauses: string; issues: InputIssue[] };
export type ProposeDraftRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | AmendRefusal
  | PartiesRefusal
  | DraftUnfit
  | Refusal<'not-found'>
  | Refusal<'draft-closed'>
  | Refusal<'draft-moved'>;

/**
 * A moderator of a signing party proposes what the server holds of the live draft (SPEC H20): the sequence number says which state they read, and the draft still says that,
 * or nobody's later choice would be left behind unread. What is proposed is judged as any proposal is, and a draft that cannot be one says in which clause. It is closed
 * with the proposal, which ratifies nothing.
 */
export async function proposeDraft(context: Context, input: unknown): Promise<Result<Proposed, ProposeDraftRefusal>> {
  const parsed = parseInput(ProposeDraftInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.propose');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId } = member;
  const name = charterDocument(workspaceId, parsed.value.draft);
  const read = await context.collab.charterDraftAt(name, parsed.value.seq);
  const held = await context.collab.charterDraftAt(name);
  if (read === undefined || held === undefined) return refuse({ code: 'not-found' });
  if (digest(read.values) !== digest(held.values)) return refuse({ code: 'draft-moved' });

  return withTransaction(context, async (tx): Promise<Result<Proposed, ProposeDraftRefusal>> => {
    await lockWorkspace(tx, workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const bar = await barToDraft(tx, name, held.seq);
    if (bar !== undefined) return refuse(bar);
    const inForce = await charterInForce({ workspaceId }, tx);
    const { id, name: called, parties } = await deskWorkspace({ workspaceId }, tx);
    const present = withStanding(parties);
    if (inForce === undefined) {
      const text = whole(CharterTextInput, textOfDraft(held.values));
      if (!text.ok) return text;
      return ok(await proposeCharter(tx, context, { ...text.value, workspace: { id, name: called }, parties: present }));
    }
    const { known, joining } = partiesOfDraft(held.values, present);
    const chosen = { known, joining: joining.map(({ key: _key, ...party }) => party) };
    const amendment = whole(AmendmentInput, { ...textOfDraft(held.values), parties: chosen });
    if (!amendment.ok) return amendment;
    const listed = await partiesOfAmendment(tx, context, { workspaceId, chosen: amendment.value.parties });
    if (!listed.ok) return listed;
    return amendCharter(tx, context, { member, inForce, text: { ...amendment.value, parties: listed.value } });
  });
}

/** Why this draft cannot be proposed as it was read, or undefined. The append holds the same row, so nothing is chosen in between. */
async function barToDraft(
  tx: Tx,
  name: string,
  seq: number,
): Promise<Refusal<'draft-closed'> | Refusal<'draft-moved'> | undefined> {
  const { headSeq, isClosed } = documents;
  const [row] = await tx.select({ headSeq, isClosed }).from(documents).where(eq(documents.name, name)).for('update');
  if (row === undefined || row.isClosed) return { code: 'draft-closed' };
  return row.headSeq === seq ? undefined : { code: 'draft-moved' };
}

/** A draft as a proposal is judged, with the clauses that its faults are in; those of its parties and its language are in none. */
function whole<S extends z.ZodType>(schema: S, draft: unknown): Result<z.output<S>, DraftUnfit> {
  const parsed = parseInput(schema, draft);
  if (parsed.ok) return parsed;
  const { issues } = parsed.refusal;
  const clauses = [...new Set(issues.flatMap(({ field }) => clauseAtFault(field) ?? []))].join(', ');
  return refuse({ code: 'draft-unfit', clauses: clauses || 'none', issues });
}

function digest(values: DraftValues): string {
  return digestOf(canonicalBytes(values));
}
