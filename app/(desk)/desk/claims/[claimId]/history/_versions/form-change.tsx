import { getTranslations } from 'next-intl/server';
import type { ChangedLine, LineForm } from '@/platform/ports';

/** What a line was and what it is now: a paragraph, a heading, an item of a list, a quotation. */
export async function FormChange({ form: { before, after } }: { form: NonNullable<ChangedLine['form']> }) {
  const t = await getTranslations('history.form');
  const say = ({ is, within }: LineForm) => {
    // The innermost says it: a paragraph of a list is an item, and what the list stands in comes after it.
    const [first = is, ...around] = [...(is === 'paragraph' ? [] : [is]), ...within.toReversed()];
    return around.reduce((form, outer) => t('in', { form, around: t(outer) }), t(first));
  };
  return <span>{t('became', { before: say(before), after: say(after) })} </span>;
}
