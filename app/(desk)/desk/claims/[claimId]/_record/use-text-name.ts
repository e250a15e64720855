import { useTranslations } from 'next-intl';
import { useLanguageName } from '@/components/ui/use-language-name';
import type { TextName } from '@/domain/record/shape';

/** What people call a text of a record, with its language where one is given. */
export function useTextName(): (text: TextName, language?: string) => string {
  const t = useTranslations('editor');
  const words = useTranslations('languages');
  const nameOf = useLanguageName();
  return (text, language) =>
    language === undefined ? t(`text.${text}`) : words('textIn', { text: t(`text.${text}`), language: nameOf(language) });
}
