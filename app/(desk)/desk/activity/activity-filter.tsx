import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { byName } from '@/components/ui/by-name';
import { FilterSelect } from '@/components/ui/filter-select';
import type { DeskMember } from '@/db/queries/desk/members-of-desk';
import { loadDesk } from '../../_frame/load-desk';
import { type ActivityForm, addressOf, eventKinds } from './read-filter';

/** Plain GET parameters: what is filtered has an address, and works before any script has loaded. */
export async function ActivityFilter({ form, people: members }: { form: ActivityForm; people: DeskMember[] }) {
  const { member, workspace } = await loadDesk();
  const t = await getTranslations('list.activity');
  const people = members.toSorted(byName(member.locale));
  return (
    <search aria-label={t('label')}>
      <form className="filters" method="get" action="/desk/activity" key={addressOf(form)}>
        <FilterSelect
          name="party"
          label={t('party')}
          value={form.party}
          any={t('anyParty')}
          options={workspace.parties.map(({ id, name }) => [id, name])}
        />
        <FilterSelect
          name="who"
          label={t('who')}
          value={form.who}
          any={t('anybody')}
          options={people.map(({ personId, name }) => [personId, name])}
        />
        <FilterSelect
          name="kind"
          label={t('kind')}
          value={form.kind}
          any={t('anyKind')}
          options={eventKinds.map((kind) => [kind, t(`kinds.${kind}`)])}
        />
        <Typed name="claim" label={t('claim')} value={form.claim} inputMode="numeric" maxLength={9} />
        <Typed name="from" label={t('from')} value={form.from} type="date" />
        <Typed name="until" label={t('until')} value={form.until} type="date" />
        <div className="acts">
          <Button type="submit">{t('filter')}</Button>
          {addressOf(form) !== '/desk/activity' && (
            <ButtonLink look="quiet" href="/desk/activity">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}

/** Nothing here must be filled in, so this is no field of a form that wants an answer. */
function Typed({
  name,
  label,
  value,
  ...input
}: { name: keyof ActivityForm; label: string; value: string } & ComponentProps<'input'>) {
  return (
    <label className="fld">
      <span className="lbl">{label}</span>
      <input className="inp" type="text" name={name} defaultValue={value} {...input} />
    </label>
  );
}
