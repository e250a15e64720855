import { useTranslations } from 'next-intl';

/** A length in bytes as a person reads it: in the unit that leaves one to three digits before the point. */
export function useByteSize(): (bytes: number) => string {
  const t = useTranslations('file');
  return (bytes) => {
    if (bytes < 1000) return t('size-B', { value: bytes });
    // 999.96 kB would be printed as 1,000 kB.
    return bytes < 999_950
      ? t('size-kB', { value: inTenths(bytes / 1000) })
      : t('size-MB', { value: inTenths(bytes / 1_000_000) });
  };
}

function inTenths(value: number): number {
  return Math.round(value * 10) / 10;
}
