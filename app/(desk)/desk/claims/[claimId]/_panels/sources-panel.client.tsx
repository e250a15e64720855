'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SourceCard } from '@/components/record/source-card';
import { SourceFile } from '@/components/record/source-file';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import type { DeskSource } from '@/db/queries/desk/sources-of-desk';
import { kindOfFile } from '@/domain/source/media-types';
import { CommentOn } from '../_comments/comment-on.client';
import type { CommentTarget } from '../_comments/comment-target';
import type { PartyOnRecord } from '../_record/types';
import { AttachForm } from './attach-form.client';
import { SourceActions } from './source-actions.client';
import type { PublisherChoice } from './source-fields.client';
import { TextPreview } from './text-preview.client';

export type SourcesPanelProps = {
  claimId: string;
  language: string;
  sources: DeskSource[];
  publishers: PublisherChoice[];
  parties: PartyOnRecord[];
  ownParty: string | undefined;
  uploadLimitBytes: number;
  /** Whether sources can be attached and judged here: by seat, and because the claim is open. */
  canChange: boolean;
  /** Begins a comment, for who may write one here. */
  comment: ((target: CommentTarget) => void) | undefined;
};

export function SourcesPanel({
  claimId,
  language,
  sources,
  publishers,
  parties,
  ownParty,
  uploadLimitBytes,
  canChange,
  comment,
}: SourcesPanelProps) {
  const t = useTranslations('desk.sourcesPanel');
  const words = useTranslations('source');
  const [isAttaching, setIsAttaching] = useState(false);
  const owners = new Set(sources.map(({ publisher }) => publisher.owner)).size;
  return (
    <>
      <div className="sum">
        <h2>{sources.length === 0 ? words('none') : t('sum', { count: sources.length, owners })}</h2>
        {canChange && !isAttaching && (
          <Button size="small" icon={<Icon as={Plus} />} onClick={() => setIsAttaching(true)}>
            {t('attach')}
          </Button>
        )}
      </div>
      {isAttaching && (
        <section className="box" aria-label={t('attach')}>
          <AttachForm
            claimId={claimId}
            language={language}
            publishers={publishers}
            parties={parties.filter(({ standing }) => standing === 'signing')}
            uploadLimitBytes={uploadLimitBytes}
            onDone={() => setIsAttaching(false)}
          />
        </section>
      )}
      {sources.map((source) => (
        <OneSource
          key={source.id}
          source={source}
          language={language}
          parties={parties}
          ownParty={ownParty}
          canChange={canChange}
          comment={comment}
        />
      ))}
    </>
  );
}

function OneSource({
  source,
  language,
  parties,
  ownParty,
  canChange,
  comment,
}: { source: DeskSource } & Pick<SourcesPanelProps, 'language' | 'parties' | 'ownParty' | 'canChange' | 'comment'>) {
  const t = useTranslations('desk.sourcesPanel');
  const stances = useTranslations('stance');
  const attachedBy = parties.find(({ id }) => id === source.attachedByParty);
  const decidedBy = parties.find(({ id }) => id === source.decidedByParty)?.name;
  const aligned = parties.find(({ id }) => id === source.publisher.alignedPartyId)?.name ?? '';
  const { alignment, name, owner, country } = source.publisher;
  return (
    <SourceCard
      heading="h3"
      number={source.number}
      title={source.title}
      says={{ text: source.says, lang: language, dir: 'auto' }}
      quotation={source.quotation === null ? undefined : { text: source.quotation, lang: source.language, dir: 'auto' }}
      publishedOn={source.publishedOn ?? undefined}
      publisher={[name, owner === name ? undefined : t('owner', { owner }), country]
        .filter((part) => part !== undefined && part !== null)
        .join(', ')}
      kind={source.kind}
      primacy={source.primacy}
      interest={source.interest}
      alignment={alignment === 'party' ? { party: aligned } : alignment}
      state={source.state === 'withdrawn' ? undefined : source.state}
      addedBy={attachedBy}
      actions={
        <>
          {canChange && <SourceActions source={source} isOwn={source.attachedByParty === ownParty} />}
          {comment !== undefined && (
            <CommentOn target={{ kind: 'source', sourceId: source.id, number: source.number }} comment={comment} />
          )}
        </>
      }
    >
      <p className="chips">
        <Chip>{stances(source.stance)}</Chip>
      </p>
      {source.interestNote !== null && <p className="meta">{t('interest', { note: source.interestNote })}</p>}
      {source.locator !== null && <p className="meta">{source.locator}</p>}
      {source.file !== null && (
        <SourceFile sourceId={source.id} number={source.number} title={source.title} file={source.file}>
          {kindOfFile(source.file.mediaType) === 'text' && <TextPreview sourceId={source.id} language={source.language} />}
        </SourceFile>
      )}
      {source.url !== null && (
        <p className="meta" dir="ltr">
          <a href={source.url} target="_blank" rel="noreferrer nofollow">
            {source.url}
          </a>
        </p>
      )}
      {source.state === 'proposed' && (
        <p className="meta">
          {t(source.attachedByParty === ownParty ? 'waitsForOthers' : 'waitsForYou', { party: attachedBy?.name ?? '' })}
        </p>
      )}
      {source.state === 'accepted' && <p className="meta">{t('acceptedBy', { party: decidedBy ?? '' })}</p>}
      {source.state === 'disputed' && (
        <p className="meta">{t('disputedBy', { party: decidedBy ?? '', reason: source.disputeReason ?? '' })}</p>
      )}
    </SourceCard>
  );
}
