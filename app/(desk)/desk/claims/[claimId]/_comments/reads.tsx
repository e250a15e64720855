import { Lock, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

/** Who reads something, in words and with a sign: all parties, or one of them by its name. */
export function Reads({ audienceParty }: { audienceParty: string | null }) {
  const t = useTranslations('discussion.reads');
  return (
    <span className="reads">
      <Icon as={audienceParty === null ? UsersRound : Lock} />
      {audienceParty === null ? t('joint') : t('party', { party: audienceParty })}
    </span>
  );
}
