import { CircleCheck, CircleDashed, CircleMinus, type LucideIcon, Signpost } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import { partyLook } from './party-look';
import { PartyMark } from './party-mark';
import type { DecisionName, PartyRef } from './vocabulary';

export type Signature = {
  party: PartyRef;
  /** `null` is a party that has not signed, or did not. */
  decision: DecisionName | null;
  statement?: ReactNode;
  /** The name the signer chose for the public, such as "Moderator, Northern desk". */
  signer?: string;
  at?: string | Date;
  /** How sure the signature is, in words: "Identity confirmed within ten minutes". */
  level?: string;
};

const icons: Record<DecisionName, { icon: LucideIcon; tone: string }> = {
  approve: { icon: CircleCheck, tone: 'ok' },
  'approve-with-statement': { icon: CircleCheck, tone: 'ok' },
  dissent: { icon: Signpost, tone: 'wait' },
  object: { icon: Signpost, tone: 'wait' },
  abstain: { icon: CircleMinus, tone: 'quiet' },
  recuse: { icon: CircleMinus, tone: 'quiet' },
};

/** One column per party, in the charter's order; a party without a signature keeps its column. `awaiting` while it still may sign. */
export function SignatureStrip({ signatures, awaiting = false }: { signatures: Signature[]; awaiting?: boolean }) {
  return (
    <div className="strip">
      {signatures.map((signature) => (
        <SignatureColumn key={signature.party.position} {...signature} awaiting={awaiting} />
      ))}
    </div>
  );
}

function SignatureColumn({ party, decision, statement, signer, at, level, awaiting }: Signature & { awaiting: boolean }) {
  const t = useTranslations('decision');
  const { icon, tone } = decision === null ? { icon: CircleDashed, tone: 'quiet' } : icons[decision];
  const word = decision ?? (awaiting ? 'awaiting' : 'missing');
  return (
    <section className={`sig ${partyLook(party.position).className}`} aria-label={party.name}>
      <div className="band" />
      <p className="top">
        <PartyMark {...party} size="lg" hollow={decision === null} />
        <Name>{party.name}</Name>
      </p>
      <p className="word2">
        <Icon as={icon} className={tone} />
        {t(word)}
      </p>
      <div className="st">{statement ?? t(decision === null ? 'unsigned' : 'without-statement')}</div>
      <p className="ln">
        {decision !== null && signer !== undefined && <b>{t.rich('signed', { signer: () => <Name>{signer}</Name> })}</b>}
        {at !== undefined && <DateText at={at} />}
        {level !== undefined && <span>{level}</span>}
      </p>
    </section>
  );
}
