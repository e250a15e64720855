import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Name } from '@/components/ui/name';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import type { Reading } from '../_verdict/reading';
import { useSignerName } from '../_verdict/use-signer-name';

/** Who signed, when, and how it was confirmed. */
export function SignedLine({ signOff, reading }: { signOff: PublicSignOff; reading: Reading }) {
  const decision = useTranslations('decision');
  const level = useTranslations('passkey.public.level');
  const signerOf = useSignerName(reading);
  return (
    <p className="ln">
      <b>{decision.rich('signed', { signer: () => <Name>{signerOf(signOff)}</Name> })}</b>
      <br />
      <DateText at={signOff.at} />
      <br />
      {level(signOff.proof?.kind ?? 'none')}
    </p>
  );
}
