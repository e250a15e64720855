import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/text-field';
import { membersOfDesk } from '@/db/queries/desk/members-of-desk';
import { loadDesk } from '../../_frame/load-desk';
import { type ActivityForm, addressOf, eventKinds } from './read-filter';

/** Plain GET parameters: what is filtered has an address, and works before any script has loaded. */
export async function ActivityFilter({ form }: { form: ActivityForm }) {
  const { member, db, workspace } = await loadDesk();
  const t = await getTranslations('list.activity');
  const people = await membersOfDesk(member, db);
  return (
    <search aria-label={t('label')}>
      <form className="filters" method="get" action="/desk/activity" key={addressOf(form)}>
        <SelectField
          id="activity-party"
          name="party"
          label={t('party')}
          defaultValue={form.party}
          options={[
            { value: '', label: t('anyParty') },
            ...workspace.parties.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          id="activity-who"
          name="who"
          label={t('who')}
          defaultValue={form.who}
          options={[
            { value: '', label: t('anybody') },
            ...people.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
        <SelectField
          id="activity-kind"
          name="kind"
          label={t('kind')}
          defaultValue={form.kind}
          options={[
            { value: '', label: t('anyKind') },
            ...eventKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          ]}
        />
        <TextField
          id="activity-claim"
          name="claim"
          label={t('claim')}
          defaultValue={form.claim}
          inputMode="numeric"
          maxLength={9}
        />
        <TextField id="activity-from" name="from" type="date" label={t('from')} defaultValue={form.from} />
        <TextField id="activity-until" name="until" type="date" label={t('until')} defaultValue={form.until} />
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
