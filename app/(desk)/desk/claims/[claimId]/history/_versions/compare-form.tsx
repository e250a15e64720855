import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { readMoment } from '@/components/ui/calendar';
import { SelectField } from '@/components/ui/text-field';
import type { DeskVersion } from '@/db/queries/desk/versions-of-document';
import { loadDesk } from '../../../../../_frame/load-desk';

/** Any two versions beside each other: a plain form, so that the comparison has an address. */
export async function CompareForm({ items, since, version }: { items: DeskVersion[]; since: number; version: number }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.versions');
  const common = await getTranslations('common');
  const { timeZone } = workspace;
  const whenOf = (at: Date) => {
    const moment = readMoment(at, timeZone);
    return common('moment', {
      day: common('day', moment),
      time: moment.time,
      zone: timeZone === 'UTC' ? common('utc') : timeZone,
    });
  };
  const known = items.map(({ seq, at, names }) => ({
    value: String(seq),
    label: t('option', { at: whenOf(at), seq, name: names.map(({ name }) => name).join(', ') }),
  }));
  const withOwn = (seq: number) =>
    known.some(({ value }) => value === String(seq)) ? known : [{ value: String(seq), label: t('edit', { seq }) }, ...known];
  return (
    <form method="get" className="form">
      <SelectField
        id="compare-since"
        name="since"
        label={t('since')}
        defaultValue={String(since)}
        key={`s${since}`}
        options={withOwn(since)}
      />
      <SelectField
        id="compare-version"
        name="version"
        label={t('until')}
        defaultValue={String(version)}
        key={`v${version}`}
        options={withOwn(version)}
      />
      <Button type="submit">{t('compare')}</Button>
    </form>
  );
}
