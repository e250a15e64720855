'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ClauseFinding } from '@/domain/charter/finding';
import { AppearanceDialog } from './appearance-dialog.client';
import { ReasonDialog } from './reason-dialog.client';
import { WriteButton } from './write-button.client';

type Props = {
  claimId: string;
  finding: ClauseFinding;
  justification: string | undefined;
  today: string;
  openSources: () => void;
};
type Action = (props: Props) => ReactNode;

/** Where each unmet clause is done. A code that is not here needs nothing that this member could press. */
const actions: Record<string, Action> = {
  'claim-wording-missing': () => <WriteButton place="text-claimText" />,
  'claim-wording-long': () => <WriteButton place="text-claimText" />,
  'appearances-few': ({ claimId, today }) => <AppearanceDialog claimId={claimId} today={today} />,
  'question-missing': () => <WriteButton place="text-question" />,
  'question-not-accepted': () => <WriteButton place="text-question" />,
  'title-missing': () => <WriteButton place="text-title" />,
  'title-long': () => <WriteButton place="text-title" />,
  'title-rates': () => <WriteButton place="text-title" />,
  'sources-few': SourcesButton,
  'owners-few': SourcesButton,
  'sources-one-sided': SourcesButton,
  'non-aligned-few': SourcesButton,
  'interests-unknown': SourcesButton,
  'interests-of-none': SourcesButton,
  'reply-not-asked': ReplyLink,
  'reply-not-waived-by-all': ReplyLink,
  'reply-window-open': ReplyLink,
  'reply-unconfirmed': ReplyLink,
  'transparency-missing': TransparencyLink,
  'transparency-old': TransparencyLink,
  'primary-few': (props) => (
    <>
      <SourcesButton {...props} />
      <JustifyDialog {...props} />
    </>
  ),
  'no-supporting-source': (props) => (
    <>
      <SourcesButton {...props} />
      <SearchDialog {...props} stance="supports" />
    </>
  ),
  'no-undermining-source': (props) => (
    <>
      <SourcesButton {...props} />
      <SearchDialog {...props} stance="undermines" />
    </>
  ),
};

export function ClauseActions(props: Props) {
  const Doing = actions[props.finding.code];
  return Doing === undefined ? null : <Doing {...props} />;
}

function SourcesButton({ openSources }: Pick<Props, 'openSources'>) {
  const t = useTranslations('desk.charterPanel');
  return (
    <Button size="small" onClick={openSources}>
      {t('openSources')}
    </Button>
  );
}

function ReplyLink() {
  const t = useTranslations('reply');
  return (
    <a className="btn s" href="#reply">
      {t('title')}
    </a>
  );
}

function TransparencyLink() {
  const t = useTranslations('transparency');
  return (
    <Link className="btn s" href="/desk/transparency">
      {t('title')}
    </Link>
  );
}

function SearchDialog({ claimId, stance }: { claimId: string; stance: 'supports' | 'undermines' }) {
  const t = useTranslations('desk.searchForm');
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('button')}</Button>}
      title={t(`title.${stance}`)}
      description={t('text')}
      label={t('note')}
      hint={t('noteHint')}
      submit={t('submit')}
      action={`/api/v1/claims/${claimId}/searches`}
      field="note"
      facts={{ stance }}
    />
  );
}

function JustifyDialog({ claimId, justification }: Pick<Props, 'claimId' | 'justification'>) {
  const t = useTranslations('desk.justifyForm');
  return (
    <ReasonDialog
      trigger={<Button size="small">{t('button')}</Button>}
      title={t('title')}
      description={t('text')}
      label={t('label')}
      hint={t('hint')}
      submit={t('submit')}
      action={`/api/v1/claims/${claimId}/primary-justification`}
      method="PUT"
      field="text"
      initial={justification}
    />
  );
}
