import { advanceCharter } from '@/commands/charter/advance-charter';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import type { Db } from '@/db/handle';
import type { CharterParameters } from '@/domain/charter/parameters';
import { answerOf, charterInput, contextFor, contextOf, noon, type Person, type Workspace } from '@/tests/support/build';
import { choicesOf, proposing } from '@/tests/support/charter-draft';

const dayMs = 24 * 60 * 60 * 1000;
export const daysAfterNoon = (days: number): Date => new Date(noon.getTime() + days * dayMs);

/** The text in force with some numbers turned, as a draft holds it. */
export function amendmentChoices(parameters: Partial<CharterParameters> = {}) {
  return choicesOf(charterInput('en', parameters));
}

/** The live draft with some numbers turned, proposed. */
export async function buildAmendment(
  db: Db,
  { north }: Workspace,
  parameters: Partial<CharterParameters>,
  by: Person = north.moderators[0],
) {
  return answerOf(await (await proposing(db, by, amendmentChoices(parameters)))());
}

/** Both desks ratify, so that the notice of the version in force begins. */
export async function ratifyByBoth(db: Db, { north, south }: Workspace, { sha256 }: { sha256: string }) {
  answerOf(await ratifyCharter(contextFor(db, north.moderators[0]), { sha256 }));
  return answerOf(await ratifyCharter(contextFor(db, south.moderators[0]), { sha256 }));
}

export function advance(db: Db, charterId: string, now: Date) {
  return advanceCharter(contextOf(db, { kind: 'system' }, { now }), { charterId });
}

/** An amendment that is in force on the eighth day. */
export async function amend(db: Db, workspace: Workspace, parameters: Partial<CharterParameters>) {
  const next = await buildAmendment(db, workspace, parameters);
  await ratifyByBoth(db, workspace, next);
  answerOf(await advance(db, next.id, daysAfterNoon(7)));
  return next;
}
