import { beginDraft } from '@/commands/charter/begin-draft';
import { proposeDraft } from '@/commands/charter/propose-draft';
import type { Db } from '@/db/handle';
import { openCharterDraft } from '@/db/queries/open-charter-draft';
import { type DraftValue, joiningKey, partyKey, ratingKey } from '@/domain/charter/draft';
import { defaultRatings } from '@/domain/charter/parameters';
import type { Standing } from '@/domain/policies/actor';
import { answerOf, type charterInput, contextFor, noon, type Person, type Workspace } from './build';
import { editCharterDraft } from './live-record';

type Text = ReturnType<typeof charterInput>;

/** A charter's text as the choices that a draft holds of it. */
export function choicesOf({ language, parameters: { ratings, ...parameters } }: Text): Record<string, DraftValue> {
  return {
    language,
    ...parameters,
    ...Object.fromEntries(defaultRatings.map(({ key }) => [ratingKey(key), ratings.includes(key)])),
  };
}

export const choicesOfParties = (parties: readonly { id: string; standing: Standing | 'none' }[]) =>
  Object.fromEntries(parties.map(({ id, standing }) => [partyKey(id), standing]));

export function choicesOfJoining(key: string, party: { name: string; letter: string; standing: Standing }) {
  return Object.fromEntries((['name', 'letter', 'standing'] as const).map((field) => [joiningKey(key, field), party[field]]));
}

/** What is chosen by somebody in the open draft; one is begun where there is none. */
export async function draftTogether(
  db: Db,
  by: Person,
  values: Record<string, DraftValue>,
): Promise<{ draft: number; seq: number; name: string }> {
  const { workspaceId, id: personId, party } = by;
  if ((await openCharterDraft({ workspaceId }, db)) === undefined) answerOf(await beginDraft(contextFor(db, by), {}));
  const open = await openCharterDraft({ workspaceId }, db);
  if (open === undefined || party === null) throw new Error('There is no draft to write in, or nobody who may.');
  const seq = await editCharterDraft(db, open.name, { personId, partyId: party.id, at: noon }, values);
  return { draft: open.number, seq, name: open.name };
}

/** The command for a draft with these choices in it, once it is made; whoever proposes chose them. */
export async function proposing(db: Db, by: Person, values: Record<string, DraftValue>, drafter = by) {
  const { draft, seq } = await draftTogether(db, drafter, values);
  return () => proposeDraft(contextFor(db, by), { draft, seq });
}

/** The parties as the charter in force names them. */
export function sameParties({ north, south, mission }: Workspace) {
  return choicesOfParties([
    ...[north, south].map(({ id }) => ({ id, standing: 'signing' as const })),
    { id: mission.id, standing: 'observing' },
  ]);
}
