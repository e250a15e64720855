import { type Stage, stages } from './stage';

/** In which order the claims stand: as they ask for somebody, by what changed last, by the day they are due, by number. */
export const listSorts = ['stage', 'changed', 'due', 'number'] as const;
export type ListSort = (typeof listSorts)[number];
export const dueFilters = ['overdue', 'week', 'none'] as const;
export type DueFilter = (typeof dueFilters)[number];
/** For whom a claim waits: me, my party, others; or the party of that id. */
export const waitFilters = ['me', 'us', 'others'] as const;

/** The stages to filter by: those of a claim, and the parts of its signing that have a name of their own. */
const stageFilters = [...stages, 'mediation', 'cooling-off'] as const;
export type StageFilter = Stage | 'mediation' | 'cooling-off';

/** The place between two pages of a list: the numbers that its order goes by, of the claim at its edge. */
export type ListCursor = { keys: number[]; goesOn: 'after' | 'before' };

/** Which claims a list shows and in which order. What is undefined filters nothing. */
export type ListView = {
  text: string;
  stage: StageFilter | undefined;
  waits: string | undefined;
  language: string | undefined;
  due: DueFilter | undefined;
  /** Assigned to the reader. */
  mine: boolean;
  sort: ListSort;
  isReversed: boolean;
};

const longestText = 200;

/** The parameters of an address, as `URLSearchParams` gives them. */
type Parameters = { get(name: string): string | null };

/** A view from the parameters of an address. What is not understood filters nothing, so that an old link still opens a list. */
export function readView(search: Parameters): ListView {
  const get = (name: string) => search.get(name) ?? '';
  const waits = get('waits');
  return {
    text: [
      ...get('q')
        .replaceAll(/\p{Cc}/gu, ' ')
        .trim(),
    ]
      .slice(0, longestText)
      .join(''),
    stage: stageFilters.find((stage) => stage === get('stage')),
    waits: waitFilters.find((one) => one === waits) ?? (isUuid(waits) ? waits : undefined),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(get('language')) ? get('language') : undefined,
    due: dueFilters.find((one) => one === get('due')),
    mine: get('mine') === '1',
    sort: listSorts.find((one) => one === get('sort')) ?? 'stage',
    isReversed: get('order') === 'reversed',
  };
}

/** The address of a view as parameters: the same view always gives the same ones, and the plain list gives none. */
export function parametersOf(view: ListView): [name: string, value: string][] {
  const parameters: [string, string][] = [];
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') parameters.push([name, value]);
  };
  put('q', view.text);
  put('stage', view.stage);
  put('waits', view.waits);
  put('language', view.language);
  put('due', view.due);
  put('mine', view.mine ? '1' : undefined);
  put('sort', view.sort === 'stage' ? undefined : view.sort);
  put('order', view.isReversed ? 'reversed' : undefined);
  return parameters;
}

/** Whether a view leaves anything out. */
export function isFiltered({ text, stage, waits, language, due, mine }: ListView): boolean {
  return text !== '' || mine || [stage, waits, language, due].some((one) => one !== undefined);
}

/** The place where a page begins or ends. Anything else in the address begins at the top. */
export function readCursor(search: Parameters): ListCursor | undefined {
  for (const goesOn of ['after', 'before'] as const) {
    const place = search.get(goesOn) ?? '';
    if (/^(?:-?\d{1,15}\.){2}-?\d{1,15}$/.test(place)) return { keys: place.split('.').map(Number), goesOn };
  }
  return undefined;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
