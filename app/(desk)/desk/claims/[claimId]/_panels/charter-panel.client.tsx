'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ClauseChecklist } from '@/components/record/clause-checklist';
import { Notice } from '@/components/ui/notice';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { FreezeNeed } from '@/domain/record/freeze-needs';
import { useFindingWords } from '../../../../_words/use-finding-words';
import { CommentOn } from '../_comments/comment-on.client';
import type { CommentTarget } from '../_comments/comment-target';
import { PreviewButton } from '../_record/preview-button.client';
import { CharterMove, type CharterMoveProps } from './charter-move.client';
import { ClauseActions } from './clause-actions.client';
import { FreezeChecklist } from './freeze-checklist.client';

export type CharterPanelProps = {
  claimId: string;
  charterNumber: number;
  move: Pick<CharterMoveProps, 'move' | 'left'>;
  findings: ClauseFinding[];
  needs: FreezeNeed[];
  justification: { text: string; party: string } | undefined;
  searches: { party: string; stance: 'supports' | 'undermines'; note: string; key: string }[];
  canEdit: boolean;
  canPropose: boolean;
  /** The number that the next revision gets, and the one that is being signed now. */
  nextRevision: number;
  inSigning: number | undefined;
  today: string;
  openSources: () => void;
  /** Begins a comment, for who may write one here. */
  comment: ((target: CommentTarget) => void) | undefined;
};

/** What the charter still asks for, live: every letter of the title and the question counts at once. */
export function CharterPanel({
  claimId,
  charterNumber,
  move,
  findings,
  needs,
  justification,
  searches,
  canEdit,
  canPropose,
  nextRevision,
  inSigning,
  today,
  openSources,
  comment,
}: CharterPanelProps) {
  const t = useTranslations('desk.charterPanel');
  const words = useFindingWords();
  const isReady = findings.every(({ met }) => met) && needs.every(({ fault }) => fault === undefined);
  const items = findings.map((finding) => ({
    clause: finding.clause,
    met: finding.met,
    href: `/desk/charter#${finding.clause}`,
    title: words(finding).title,
    text: words(finding).todo,
    actions: canEdit ? (
      <ClauseActions
        claimId={claimId}
        finding={finding}
        justification={justification?.text}
        today={today}
        openSources={openSources}
      />
    ) : undefined,
    end: comment === undefined ? undefined : <CommentOn target={{ kind: 'clause', clause: finding.clause }} comment={comment} />,
  }));
  return (
    <>
      <CharterMove claimId={claimId} from={charterNumber} {...move} />
      <ClauseChecklist items={items} aside={<Link href="/desk/charter">{t('charter', { number: charterNumber })}</Link>} />
      <FreezeChecklist needs={needs} canEdit={canEdit} />
      {canPropose && (
        <div className="acts">
          {inSigning === undefined ? (
            <PreviewButton number={nextRevision} look={isReady ? 'primary' : 'default'} />
          ) : (
            <Notice tone="wait">{t('signingFirst', { number: inSigning, next: nextRevision })}</Notice>
          )}
        </div>
      )}
      {justification !== undefined && (
        <section className="box">
          <h2>{t('justification', { party: justification.party })}</h2>
          <p className="read">{justification.text}</p>
        </section>
      )}
      {searches.length > 0 && (
        <section className="box">
          <h2>{t('searches')}</h2>
          <ul>
            {searches.map(({ key, party, stance, note }) => (
              <li key={key}>
                <b>{t(`search.${stance}`, { party })}</b> {note}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
