import { setTimeout as setTimeoutOf } from 'node:timers/promises';
import type { Context } from '@/commands/command';
import { stopImport } from '@/commands/imports/stop-import';
import { takeRows } from '@/commands/imports/take-rows';
import type { Db } from '@/db/handle';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { type RunningImport, runningImports } from '@/db/queries/running-imports';
import type { Actor } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** A few rows at a time, so that whoever types or saves meanwhile waits for a fraction of a second at most. */
const rowsAtOnce = 25;
/** How soon an import begins after it was asked for: the question is one look at a small index. */
const lookEveryMs = 700;

/** After each handful, half of the time that it took is for everybody else: a page asks the database thirty times, and each time would wait for a handful. */
const shareOfOthers = 0.5;

/** Pages that show the desk are drawn anew when it changes: not for each handful of rows. */
const tellEveryMs = 2000;
/** After a fault, such as a database that is away. */
const patienceMs = 10_000;

type Announce = (workspaceId: string) => void;
type Work = {
  db: Db;
  contextFor: (actor: Actor, announce: Announce) => Context;
  announce: Announce;
  report: (fault: unknown) => void;
  lookMs?: number;
};

/**
 * Works imports off (SPEC IN9). What is to be done is in the database, row by row, so nothing is lost when a process ends, and several processes on one
 * database take turns: the rows of an import are locked with it. The answer ends it after the rows that are being done.
 */
export function workImports({ db, contextFor, announce, report, lookMs = lookEveryMs }: Work): () => Promise<void> {
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let toldAt = 0;
  const changed = new Set<string>();
  const contextOf = (actor: Actor) => contextFor(actor, (workspaceId) => changed.add(workspaceId));

  function tell(now: number): void {
    toldAt = now;
    for (const workspaceId of changed) announce(workspaceId);
    changed.clear();
  }

  /** Whether everything went well. An import that meets a fault is left alone until the next look, and holds up no other. */
  async function look(): Promise<boolean> {
    const failed = new Set<string>();
    let more = true;
    while (more && !over) {
      more = false;
      for (const running of await runningImports(db)) {
        if (over) break;
        if (failed.has(running.id)) continue;
        // Imports of several parties take turns, so that a long one keeps no short one waiting.
        const begunAt = performance.now();
        try {
          if (await someRows(running, db, contextOf)) more = true;
        } catch (fault) {
          failed.add(running.id);
          report(fault);
        }
        const now = performance.now();
        if (now - toldAt > tellEveryMs) tell(now);
        await setTimeoutOf((now - begunAt) * shareOfOthers);
      }
    }
    tell(performance.now());
    return failed.size === 0;
  }

  function again(afterMs: number): void {
    if (over) return;
    timer = setTimeout(() => {
      working = look().then(
        (went) => again(went ? lookMs : patienceMs),
        (fault) => {
          report(fault);
          again(patienceMs);
        },
      );
    }, afterMs);
  }

  again(lookMs);
  return async () => {
    over = true;
    clearTimeout(timer);
    await working;
  };
}

/** Whether there may be more to do for this import. */
async function someRows(
  { id: importId, workspaceId, partyId, personId }: RunningImport,
  db: Db,
  contextFor: (actor: Actor) => Context,
): Promise<boolean> {
  const member = await memberOfPerson({ personId, workspaceId, confirmedAt: new Date(0) }, db);
  if (member === undefined || member.party?.id !== partyId || !may(member, 'claim.import')) {
    await stopImport(contextFor({ kind: 'system' }), importId);
    return false;
  }
  const result = await takeRows(contextFor(member), { importId, most: rowsAtOnce });
  return result.ok && result.value.left;
}
