'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PartyMark } from '@/components/record/party-mark';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useLanguageName } from '@/components/ui/use-language-name';
import { questionDigest } from '@/domain/record/canonical';
import { isBlank } from '@/domain/record/draft';
import { useCommand } from '../../../../_forms/use-command.client';
import { LiveText } from './live-text.client';
import { useBarrier, useConnected, useLive, useSeat, useView } from './record-context.client';
import type { PartyOnRecord } from './types';

export type Acceptance = { partyId: string; questionSha256: string };

/** The question with each party's acceptance of exactly this wording. Another letter, and the acceptance has visibly lapsed (C05). */
export function QuestionBox({
  parties,
  acceptances,
  ownParty,
}: {
  parties: PartyOnRecord[];
  acceptances: Acceptance[];
  ownParty: string | undefined;
}) {
  const t = useTranslations('desk.question');
  const { question } = useLive().texts;
  const { language, languages } = useSeat();
  const { shown } = useView();
  const words = useTranslations('languages');
  const nameOf = useLanguageName();
  const digest = questionDigest(question);
  const stateOf = (id: string) => {
    const own = acceptances.filter(({ partyId }) => partyId === id);
    if (own.some(({ questionSha256 }) => questionSha256 === digest)) return 'accepted' as const;
    return own.length === 0 ? ('waiting' as const) : ('lapsed' as const);
  };
  // What is accepted is the main language's wording: nobody accepts what does not stand before them (C05).
  const isMine = ownParty !== undefined && stateOf(ownParty) !== 'accepted' && !isBlank(question) && shown.includes(language);
  return (
    <section className="qbox" id="question" aria-label={t('label')}>
      <LiveText text="question" />
      {isMine && <AcceptButton question={question} />}
      {languages.length > 1 && <p className="hint">{words('questionOf', { language: nameOf(language) })}</p>}
      <p className="agree" role="status">
        {parties.map((party) => {
          const state = stateOf(party.id);
          return (
            <span key={party.id}>
              <PartyMark position={party.position} letter={party.letter} size="sm" hollow={state !== 'accepted'} />
              {t(state, { party: party.name })}
              {state === 'accepted' && <Icon as={Check} />}
            </span>
          );
        })}
      </p>
    </section>
  );
}

function AcceptButton({ question }: { question: string }) {
  const t = useTranslations('desk.question');
  const { claimId } = useSeat();
  const barrier = useBarrier();
  const connected = useConnected();
  const [failed, setFailed] = useState<string>();
  const { send, pending, refusal } = useCommand(`/api/v1/claims/${claimId}/question-acceptances`);

  /** The digest is of the wording that stood here when the button was pressed; the barrier makes sure that the server has it too. */
  async function accept(): Promise<void> {
    const questionSha256 = questionDigest(question);
    const reached = await barrier();
    setFailed('failed' in reached ? reached.failed : undefined);
    if ('seq' in reached) await send({ questionSha256 });
  }

  const trouble = failed ?? refusal?.message;
  return (
    <div>
      <Button look="primary" disabled={!connected} aria-disabled={pending || undefined} onClick={() => void accept()}>
        {t('accept')}
      </Button>
      {trouble !== undefined && (
        <p className="err" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
