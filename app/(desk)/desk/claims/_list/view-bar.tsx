import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type ListView, parametersOf, readView } from '@/domain/claim/list-view';
import { loadDesk } from '../../../_frame/load-desk';
import type { LoadedList } from './load-list';
import { RemoveView, SaveView } from './saved-view.client';

/** The views that people ask for most, each with its number, then those with a name of somebody's own. The one that is shown is marked. */
export async function ViewBar({ list: { view, views, waiting } }: { list: LoadedList }) {
  const { member } = await loadDesk();
  const t = await getTranslations('list.views');
  const party = member.party?.name ?? '';
  const here = writtenOf(view);
  const usual = [
    { name: t('all'), parameters: '' },
    { name: t('me'), parameters: 'waits=me', count: waiting.me },
    { name: t('us', { party }), parameters: 'waits=us', count: waiting.us },
    { name: t('others'), parameters: 'waits=others', count: waiting.others },
    { name: t('mine'), parameters: 'mine=1' },
    { name: t('overdue'), parameters: 'due=overdue&sort=due' },
  ];
  const shown = usual.filter(({ parameters }) => member.party?.standing === 'signing' || !ofSigners.includes(parameters));
  const isKnown = [...shown, ...views].some(({ parameters }) => same(parameters, here));
  return (
    <nav className="fb views" aria-label={t('label')}>
      {shown.map(({ name, parameters, count }) => (
        <Link
          key={parameters}
          className="fbtn"
          href={addressOf(parameters)}
          aria-current={same(parameters, here) ? 'page' : undefined}
        >
          {name}
          {count !== undefined && <span className="num">{count}</span>}
        </Link>
      ))}
      {views.map(({ id, name, parameters, isOwn, personName }) => (
        <span key={id} className="saved">
          <Link className="fbtn" href={addressOf(parameters)} aria-current={same(parameters, here) ? 'page' : undefined}>
            <bdi>{isOwn ? name : t('by', { name, person: personName })}</bdi>
          </Link>
          {isOwn && <RemoveView id={id} name={name} />}
        </span>
      ))}
      {!isKnown && <SaveView parameters={here} party={party} />}
    </nav>
  );
}

/** An observing party is waited for by nobody and has no claim in hand. */
const ofSigners = ['waits=me', 'waits=us', 'mine=1'];

function addressOf(parameters: string): string {
  return parameters === '' ? '/desk/claims' : `/desk/claims?${parameters}`;
}

/** Two addresses are one view when they read as one. */
function same(parameters: string, here: string): boolean {
  return writtenOf(readView(new URLSearchParams(parameters))) === here;
}

function writtenOf(view: ListView): string {
  return new URLSearchParams(parametersOf(view)).toString();
}
