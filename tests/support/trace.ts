import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Context } from '@/commands/command';
import type { Db } from '@/db/handle';
import * as schema from '@/db/schema';
import type { Refusal, Result } from '@/domain/result';
import { buildWorkspace, contextFor, contextOf, type Workspace } from './build';

const tables = [
  schema.claims,
  schema.claimAssignments,
  schema.savedViews,
  schema.comments,
  schema.commentMentions,
  schema.claimTasks,
  schema.notifications,
  schema.notificationMarks,
  schema.mailChoices,
  schema.jobs,
  schema.appearances,
  schema.imports,
  schema.importRows,
  schema.questionAcceptances,
  schema.searches,
  schema.replyContacts,
  schema.replies,
  schema.replyWaivers,
  schema.primaryJustifications,
  schema.sources,
  schema.publishers,
  schema.documents,
  schema.documentVersions,
  schema.charterVersions,
  schema.charterRatifications,
  schema.charterMoves,
  schema.partyExits,
  schema.parties,
  schema.memberships,
  schema.interestDeclarations,
  schema.invitations,
  schema.outbox,
  schema.revisions,
  schema.revisionSalts,
  schema.revisionAuthors,
  schema.signOffNonces,
  schema.signOffs,
  schema.attestationNonces,
  schema.attestations,
  schema.transparencyStatements,
  schema.transparencyConfirmations,
  schema.verdicts,
  schema.challenges,
  schema.challengeDecisions,
  schema.corrections,
  schema.retractions,
  schema.retractionSignOffs,
  schema.objects,
  schema.uploads,
  schema.jobs,
  schema.events,
] as const;

/** Everything that commands may change in a workspace, row by row. */
async function everything(db: Db, workspaceId: string): Promise<unknown> {
  const found: unknown[] = [];
  for (const table of tables) found.push(inOneOrder(await db.select().from(table).where(eq(table.workspaceId, workspaceId))));
  return found;
}

/** A database gives rows of one key in any order, and in another once one of them was written again. */
function inOneOrder(rows: object[]): object[] {
  return rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

/** Runs a command that must be refused, and sees that it left nothing behind: no row, no event, nothing changed. Answers the refusal. */
export async function refusalOf(db: Db, workspaceId: string, command: () => Promise<Result<unknown, Refusal>>): Promise<Refusal> {
  const before = await everything(db, workspaceId);
  const result = await command();
  expect(result.ok).toBe(false);
  expect(await everything(db, workspaceId)).toEqual(before);
  return result.ok ? { code: 'not refused' } : result.refusal;
}

/** The kinds of events of a workspace from the `from`th on, oldest first. */
export async function eventsOf(
  db: Db,
  workspaceId: string,
): Promise<{ type: string; personId: string | null; subjectId: string | null; facts: unknown }[]> {
  return db
    .select({
      type: schema.events.type,
      personId: schema.events.personId,
      subjectId: schema.events.subjectId,
      facts: schema.events.facts,
    })
    .from(schema.events)
    .where(eq(schema.events.workspaceId, workspaceId))
    .orderBy(asc(schema.events.seq));
}

/** The newest event of a workspace. */
export async function lastEventOf(db: Db, workspaceId: string) {
  return (await eventsOf(db, workspaceId)).at(-1);
}

/** Who may not do what checkers and moderators of a signing desk do: each is refused by code, and leaves nothing behind. */
export async function expectOnlyEditors(
  db: Db,
  workspace: Workspace,
  command: (context: Context) => Promise<Result<unknown, Refusal>>,
  /** How a moderator of the observing party is refused, where the permission is theirs and only the charter does not ask them (SPEC A11). */
  unasked = 'not-allowed',
): Promise<void> {
  const [observer] = workspace.mission.observers;
  const refused = async (context: Context) => (await refusalOf(db, workspace.id, () => command(context))).code;
  expect(await refused(contextFor(db, observer))).toBe(unasked);
  expect(await refused(contextFor(db, workspace.steward))).toBe('not-allowed');
  expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
}

/** A thing of another workspace answers exactly as one that does not exist (SPEC A3); what is no id at all never reaches the database. */
export async function expectForeignIsUnknown(
  db: Db,
  workspace: Workspace,
  id: string,
  command: (context: Context, id: string) => Promise<Result<unknown, Refusal>>,
): Promise<void> {
  const stranger = await buildWorkspace(db);
  const context = contextFor(db, stranger.north.moderators[0]);
  const foreign = await refusalOf(db, workspace.id, () => command(context, id));
  const unknown = await refusalOf(db, workspace.id, () => command(context, context.newId()));
  expect(foreign).toEqual({ code: 'not-found' });
  expect(unknown).toEqual(foreign);
  expect((await refusalOf(db, workspace.id, () => command(context, 'no id'))).code).toBe('invalid-input');
}
