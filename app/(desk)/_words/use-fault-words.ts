import { useTranslations } from 'next-intl';
import { useLanguageName } from '@/components/ui/use-language-name';

type Fault = { code: string } & Record<string, unknown>;

/**
 * What keeps a record from being frozen is a refusal of freezing, so it has the words of one. A fault in another language than the record's main one says in
 * which: its sentence is the same as the main one's.
 */
export function useFaultWords(): (fault: Fault, where?: { isOther: boolean }) => string {
  const errors = useTranslations('errors');
  const languages = useTranslations('languages');
  const nameOf = useLanguageName();
  return (fault, { isOther } = { isOther: false }) => {
    const facts = Object.entries(fault).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    const said = errors.has(fault.code) ? errors(fault.code, Object.fromEntries(facts)) : errors('unknown', { code: fault.code });
    // A missing translation names its language itself.
    if (!isOther || fault.code === 'translation-missing') return said;
    return languages('faultIn', { language: nameOf(String(fault.language)), fault: said });
  };
}
