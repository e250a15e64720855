import { byName } from '@/components/ui/by-name';
import { claimList } from '@/db/queries/desk/claim-list';
import { claimsOfDesk } from '@/db/queries/desk/claims-of-desk';
import { languagesOfClaims } from '@/db/queries/desk/languages-of-claims';
import { membersOfDesk } from '@/db/queries/desk/members-of-desk';
import { savedViewsOf } from '@/db/queries/desk/saved-views-of';
import { type ListCursor, type ListView, parametersOf, readCursor, readView } from '@/domain/claim/list-view';
import { loadCharterStep, loadDesk } from '../../../_frame/load-desk';
import { loadReader, loadWaiting } from '../../../_frame/load-waiting';
import { listRow } from './list-row';

type Search = Record<string, string | string[] | undefined>;

/** Everything on the page of the list. */
export async function loadList(search: Search) {
  const parameters = parametersIn(search);
  const view = readView(parameters);
  const { member, db, abilities, workspace, context } = await loadDesk();
  const reader = await loadReader();
  const found = claimList({ reader, view, cursor: readCursor(parameters) }, db);
  const [page, claims, { waiting }, languages, views, members] = await Promise.all([
    found,
    found.then(({ claimIds }) => claimsOfDesk({ member, claimIds, now: context.now }, db)),
    loadWaiting(),
    languagesOfClaims(member, db),
    savedViewsOf({ member }, db),
    abilities['claim.assign'] ? membersOfDesk(member, db) : [],
    // For the notice above the list, which would otherwise ask when all this is known.
    loadCharterStep(),
  ]);
  return {
    view,
    waiting,
    counts: page.counts,
    total: Object.values(page.counts).reduce((sum, n) => sum + n, 0),
    rows: claims.map((claim) => listRow(claim, { parties: workspace.parties, today: reader.today })),
    previous: addressOf(view, page.previous),
    next: addressOf(view, page.next),
    languages,
    views: views.toSorted(byName(member.locale)),
    people: members
      .filter(({ partyId }) => partyId === member.party?.id)
      .toSorted(byName(member.locale))
      .map(({ personId, name }) => ({ id: personId, name })),
    timeZone: workspace.timeZone,
  };
}

export type LoadedList = Awaited<ReturnType<typeof loadList>>;

function parametersIn(search: Search): URLSearchParams {
  const given = Object.entries(search).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(given);
}

function addressOf(view: ListView, cursor: ListCursor | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const parameters = new URLSearchParams(parametersOf(view));
  parameters.set(cursor.goesOn, cursor.keys.join('.'));
  return `/desk/claims?${parameters}`;
}
