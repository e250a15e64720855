import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { outcomes } from '@/domain/claim/outcomes';
import type { Locale } from '@/messages/locales';
import { inLanguage } from '../_page/addresses';

/** A plain form: the answer is a page with an address, with or without JavaScript. */
export function SearchForm({ locale, q, outcome }: { locale: Locale; q?: string; outcome?: string }) {
  const t = useTranslations('public');
  const position = useTranslations('position.filter');
  const word = useTranslations('outcome');
  return (
    <search>
      <form className="search" action={inLanguage('/search', locale)} method="get">
        <label className="field">
          <Icon as={Search} label={t('search.label')} />
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            placeholder={t('search.placeholder')}
            autoComplete="off"
            dir="auto"
          />
        </label>
        <FilterSelect
          name="outcome"
          label={position('label')}
          hidesLabel
          value={outcome}
          any={position('any')}
          options={outcomes.map((one) => [one, word(one)])}
        />
        <Button type="submit">{t('search.submit')}</Button>
      </form>
    </search>
  );
}
