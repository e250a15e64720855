import { useTranslations } from 'next-intl';
import { readDay } from '@/components/ui/calendar';
import type { DeskEvent } from '@/db/queries/desk/events-of-desk';

/** What a sentence chooses by or prints when an event lacks it. */
const absent = {
  ...{ number: 0, title: '', name: '', decision: 'approve', stance: 'supports', as: 'withdrawn', reason: 'none' },
  ...{ outcome: 'joint', hours: 0 },
  kind: 'none',
  isAssigned: 'false',
  isReply: 'false',
};

/** Facts that a sentence may print; ICU chooses by words without hyphens. A sentence names parties, never people. */
function printable(facts: DeskEvent['facts']): Record<string, string | number> {
  const known = Object.entries(facts).filter((entry): entry is [string, string | number | boolean] => entry[1] !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, chosen.has(name) ? wordOf(value) : plain(value)]));
}

function plain(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? String(value) : value;
}

function wordOf(value: string | number | boolean): string {
  return String(value).replaceAll('-', '_');
}

const chosen = new Set(['decision', 'as', 'outcome']);

/** What happened, in a sentence. Events written before a sentence existed still say their type. */
export function EventSentence({ event, party }: { event: DeskEvent; party: string | undefined }) {
  const t = useTranslations('desk.event');
  const common = useTranslations('common');
  const key = event.type.replaceAll('.', '-');
  if (!t.has(key)) return <>{event.type}</>;
  const day = readDay(String(event.facts.dueOn ?? ''));
  const dueOn = day === undefined ? 'none' : common('day', day);
  const facts = { ...absent, ...printable(event.facts), dueOn, claim: event.claimNumber ?? 0, party: party ?? t('system') };
  return <>{t.rich(key, { ...facts, bdi: (words) => <bdi>{words}</bdi> })}</>;
}
