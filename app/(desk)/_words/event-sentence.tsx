import { useTranslations } from 'next-intl';
import type { DeskEvent } from '@/db/queries/desk/events-of-desk';

/** Facts that a sentence may print. A sentence names parties, never people. */
function printable(facts: DeskEvent['facts']): Record<string, string | number> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number'));
}

/** What happened, in a sentence. Events written before a sentence existed still say their type. */
export function EventSentence({ event, party }: { event: DeskEvent; party: string | undefined }) {
  const t = useTranslations('desk.event');
  const key = event.type.replaceAll('.', '-');
  if (!t.has(key)) return <>{event.type}</>;
  return <>{t(key, { number: 0, title: '', decision: 'approve', name: '', stance: 'supports', as: 'withdrawn', ...printable(event.facts), claim: event.claimNumber ?? 0, party: party ?? t('system') })}</>;
}
