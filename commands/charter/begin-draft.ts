import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { seatStands } from '@/commands/seat-stands';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { openCharterDraft } from '@/db/queries/open-charter-draft';
import { documents, documentUpdates } from '@/db/schema';
import { beginningOf } from '@/domain/charter/draft';
import { charterDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export const BeginDraftInput = z.strictObject({});

export type BeginDraftRefusal = AuthorizationRefusal | InputRefusal | (Refusal<'draft-open'> & { number: number });

/**
 * Begins the live draft of the desk's next charter, for all signing parties to write in at once: it says what the version in force says, or for a desk's first what the
 * template says (SPEC H19). One is open at a time.
 */
export async function beginDraft(
  context: Context,
  input: unknown,
): Promise<Result<{ number: number; document: string }, BeginDraftRefusal>> {
  const parsed = parseInput(BeginDraftInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'charter.draft');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId, personId } = member;
  const { encodeCharterDraft } = context.collab;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    if (!(await seatStands(tx, member))) return refuse({ code: 'not-signed-in' });
    const open = await openCharterDraft({ workspaceId }, tx);
    if (open !== undefined) return refuse({ code: 'draft-open', number: open.number });
    const [inForce, { mainLanguage }] = [await charterInForce({ workspaceId }, tx), await deskWorkspace({ workspaceId }, tx)];
    const ofCharters = and(eq(documents.workspaceId, workspaceId), eq(documents.kind, 'charter'));
    const [before] = await tx.select({ drafts: count() }).from(documents).where(ofCharters);
    const number = (before?.drafts ?? 0) + 1;
    const name = charterDocument(workspaceId, number);
    const update = encodeCharterDraft(beginningOf(inForce?.charter, mainLanguage));
    await tx.insert(documents).values({ name, workspaceId, kind: 'charter', headSeq: 1, createdAt: context.now });
    await tx
      .insert(documentUpdates)
      .values({ document: name, seq: 1, personId, partyId: member.party.id, at: context.now, update });
    await recordEvent(tx, context, { type: 'charter.draft-begun', workspaceId, facts: { draft: number } });
    return ok({ number, document: name });
  });
}
