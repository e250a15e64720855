import { useTranslations } from 'next-intl';

/** What keeps a record from being frozen is a refusal of freezing, so it has the words of one. */
export function useFaultWords(): (fault: { code: string } & Record<string, unknown>) => string {
  const errors = useTranslations('errors');
  return (fault) => {
    const facts = Object.entries(fault).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    return errors.has(fault.code) ? errors(fault.code, Object.fromEntries(facts)) : errors('unknown', { code: fault.code });
  };
}
