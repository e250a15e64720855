import type { EventFilter } from '@/db/queries/desk/events-of-desk';
import { daysAfter, startOfDay } from '@/domain/claim/due';
import { day, id } from '@/domain/text-input';

type Search = Record<string, string | string[] | undefined>;

/** What the form of the activity holds, as text for its fields. */
export type ActivityForm = Record<'party' | 'who' | 'kind' | 'claim' | 'from' | 'until', string>;

/** The kinds that the activity is filtered by: the first part of the name of an event. */
export const eventKinds = [
  'claim',
  'comment',
  'task',
  'appearance',
  'question',
  'search',
  'primary',
  'source',
  'publisher',
  'version',
  'language',
  'revision',
  'sign-off',
  'attestation',
  'verdict',
  'retraction',
  'challenge',
  'reply',
  'charter',
  'party',
  'member',
  'interests',
  'transparency',
  'invitation',
  'import',
  'object',
  'workspace',
] as const;

/** Days that a desk has seen or may yet see; before the year 1 the database knows no moment, and a day begins in another year elsewhere. */
const firstDay = '1900-01-01';
const lastDay = '2200-12-31';

/** The filter of an address. What is not understood filters nothing, so that an old link still opens a list. */
export function readForm(search: Search): ActivityForm {
  const given = (name: keyof ActivityForm, isGood: (value: string) => boolean) => {
    const value = search[name];
    return typeof value === 'string' && isGood(value) ? value : '';
  };
  const isId = (value: string) => id.safeParse(value).success;
  const isDay = (value: string) => day.safeParse(value).success && value >= firstDay && value <= lastDay;
  return {
    party: given('party', isId),
    who: given('who', isId),
    kind: given('kind', (value) => eventKinds.some((kind) => kind === value)),
    claim: given('claim', (value) => /^\d{1,9}$/.test(value)),
    from: given('from', isDay),
    until: given('until', isDay),
  };
}

/** Days are those of the workspace: from the beginning of the first to the end of the last. */
export function filterOf({ party, who, kind, claim, from, until }: ActivityForm, timeZone: string): EventFilter {
  const given = (value: string) => (value === '' ? undefined : value);
  return {
    partyId: given(party),
    personId: given(who),
    kind: given(kind),
    claimNumber: claim === '' ? undefined : Number(claim),
    from: from === '' ? undefined : startOfDay(from, timeZone),
    until: until === '' ? undefined : startOfDay(daysAfter(until, 1), timeZone),
  };
}

export function addressOf(form: ActivityForm, before?: string): string {
  const parameters = new URLSearchParams(Object.entries(form).filter(([, value]) => value !== ''));
  if (before !== undefined) parameters.set('before', before);
  return parameters.size === 0 ? '/desk/activity' : `/desk/activity?${parameters}`;
}
