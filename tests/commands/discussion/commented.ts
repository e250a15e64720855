import { replyToComment } from '@/commands/discussion/reply-to-comment';
import { writeComment } from '@/commands/discussion/write-comment';
import type { Db } from '@/db/handle';
import { answerOf, contextFor, type Person } from '@/tests/support/build';

/** Where a letter of the record is does not matter to the server, which keeps its name and asks the words. */
const letter = { client: 1, clock: 0 };

export function passageInput(quotation: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { kind: 'passage', text: 'question', language: 'en', first: letter, last: letter, quotation, ...changes };
}

export function commentInput(claimId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { claimId, audience: 'joint', on: { kind: 'claim' }, body: 'Which ceasefire is meant?', mentions: [], ...changes };
}

/** A thread that somebody began. */
export async function buildThread(db: Db, by: Person, claimId: string, changes: Record<string, unknown> = {}): Promise<string> {
  return answerOf(await writeComment(contextFor(db, by), commentInput(claimId, changes))).id;
}

export async function answer(
  db: Db,
  by: Person,
  threadId: string,
  body = 'The one of 2020.',
  mentions: string[] = [],
): Promise<string> {
  return answerOf(await replyToComment(contextFor(db, by), { commentId: threadId, body, mentions })).id;
}
