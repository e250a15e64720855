import { useTranslations } from 'next-intl';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { partyOf, type Reading } from './reading';

/** The name the signer chose for the public, else the seat: "Moderator, Northern desk". */
export function useSignerName(reading: Reading) {
  const t = useTranslations('decision');
  return ({ signer, party }: PublicSignOff) =>
    signer === '' ? t('moderatorOf', { party: partyOf(reading, party).name }) : signer;
}
