import { Search } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/components/ui/button';
import { byName } from '@/components/ui/by-name';
import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { daysAhead } from '@/domain/claim/due';
import { dueFilters, isFiltered, listSorts, waitFilters } from '@/domain/claim/list-view';
import { stageOrder } from '@/domain/claim/stage';
import { localeFacts } from '@/messages/locales';
import { loadDesk } from '../../../_frame/load-desk';
import type { LoadedList } from './load-list';

/** Plain GET parameters: a filtered list has an address, goes back, and works before any script has loaded. */
export async function FilterBar({ list: { view, languages } }: { list: LoadedList }) {
  const { member, workspace } = await loadDesk();
  const t = await getTranslations('list.filter');
  const words = await getTranslations('desk.claims');
  const common = await getTranslations('common');
  const states = await getTranslations('state');
  const life = await getTranslations('life.stage');
  const partsOfSigning = (['mediation', 'cooling-off'] as const).map((part): [string, string] => [part, life(part)]);
  const names = new Intl.DisplayNames([localeFacts(member.locale).tag], { type: 'language' });
  const tongues = languages.map((tag) => ({ tag, name: names.of(tag) ?? tag })).toSorted(byName(member.locale));
  const own = member.party?.standing === 'signing' ? waitFilters : (['others'] as const);
  const signing = workspace.parties.filter(({ standing }) => standing === 'signing');
  return (
    <search>
      <form className="fb" method="get" action="/desk/claims">
        <label className="field">
          <Icon as={Search} />
          <span className="vh">{t('find')}</span>
          <input type="search" name="q" id="find-claim" defaultValue={view.text} placeholder={t('find')} maxLength={200} />
          <span aria-hidden="true">
            <kbd>/</kbd>
          </span>
        </label>
        <FilterSelect
          hidesLabel
          name="stage"
          label={words('stage')}
          value={view.stage}
          any={words('anyStage')}
          options={stageOrder.flatMap((stage): [string, string][] => [
            [stage, states(stage)],
            ...(stage === 'signing' ? partsOfSigning : []),
          ])}
        />
        <FilterSelect
          hidesLabel
          name="waits"
          label={t('waits')}
          value={view.waits}
          any={`${common('labelled', { label: t('waits') })} ${t('anybody')}`}
          options={[
            ...own.map((one): [string, string] => [one, t(one)]),
            ...signing.map(({ id, name }): [string, string] => [id, name]),
          ]}
        />
        {languages.length > 1 && (
          <FilterSelect
            hidesLabel
            name="language"
            label={t('language')}
            value={view.language}
            any={t('anyLanguage')}
            options={tongues.map(({ tag, name }) => [tag, name])}
          />
        )}
        <FilterSelect
          hidesLabel
          name="due"
          label={t('due')}
          value={view.due}
          any={t('anyDue')}
          options={dueFilters.map((one) => [one, t(one, { days: daysAhead })])}
        />
        <FilterSelect
          hidesLabel
          name="sort"
          label={t('sort')}
          value={view.sort}
          options={listSorts.map((one) => [one, t(`order.${one}`)])}
        />
        {view.mine && <input type="hidden" name="mine" value="1" />}
        <Button type="submit">{words('filter')}</Button>
        {isFiltered(view) && (
          <ButtonLink look="quiet" href="/desk/claims">
            {t('clear')}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
