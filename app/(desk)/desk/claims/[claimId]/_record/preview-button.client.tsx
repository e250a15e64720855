'use client';

import { FileCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readRefusal } from '@/app/_send/refusal';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import { useCommand } from '../../../../_forms/use-command.client';
import { GradeForm, type MissingOfCorrection, missingOfCorrection, noCorrection } from './grade-form.client';
import { PreviewContent } from './preview-content.client';
import { type Preview, readPreview } from './read-preview';
import { useBarrier, useConnected, useSeat } from './record-context.client';

type State = { kind: 'closed' } | { kind: 'loading' } | { kind: 'failed'; message: string } | { kind: 'read'; preview: Preview };

/**
 * Freezing begins with reading: the barrier makes everything typed here durable and names a number, the server shows the exact bytes at that number,
 * and only what was shown can be proposed (SPEC R9).
 */
export function PreviewButton({
  number,
  look = 'default',
  className,
}: {
  number: number;
  look?: 'default' | 'primary';
  className?: string;
}) {
  const t = useTranslations('desk.preview');
  const { claimId } = useSeat();
  const barrier = useBarrier();
  const connected = useConnected();
  const router = useRouter();
  const [state, setState] = useState<State>({ kind: 'closed' });
  const [said, setSaid] = useState(noCorrection);
  const [missing, setMissing] = useState<MissingOfCorrection[]>([]);
  const { send, pending, refusal, clear } = useCommand(`/api/v1/claims/${claimId}/revisions`, {
    onDone: (answer) => router.push(`/desk/claims/${claimId}/revisions/${String(answer.number)}`),
  });

  async function open(): Promise<void> {
    clear();
    setState({ kind: 'loading' });
    setSaid(noCorrection);
    setMissing([]);
    const reached = await barrier();
    setState(
      'failed' in reached ? { kind: 'failed', message: reached.failed } : await fetchPreview(claimId, reached.seq, t('failed')),
    );
  }

  function propose({ seq, sha256, corrects }: Preview): void {
    const lacking = corrects === undefined ? [] : missingOfCorrection(said);
    setMissing(lacking);
    const [first] = lacking;
    if (first === undefined) void send({ seq, digest: sha256, ...(corrects && said) });
    else fieldOf(first)?.focus();
  }

  const preview = state.kind === 'read' ? state.preview : undefined;
  const isReady = preview?.sha256 !== undefined && preview.findings.every(({ met }) => met);
  return (
    <>
      <Button look={look} className={className} icon={<Icon as={FileCheck} />} disabled={!connected} onClick={() => void open()}>
        {t('button', { number })}
      </Button>
      <Dialog
        open={state.kind !== 'closed'}
        onOpenChange={(isOpen) => !isOpen && setState({ kind: 'closed' })}
        title={t('title', { number: preview?.number ?? number })}
        description={t(preview !== undefined && preview.bytes === undefined ? 'descriptionWithout' : 'description')}
        actions={
          <>
            {isReady && (
              <Button look="primary" aria-disabled={pending || undefined} onClick={() => propose(preview)}>
                {t('propose', { number: preview.number })}
              </Button>
            )}
            <DialogClose>
              <Button>{t(isReady ? 'notYet' : 'back')}</Button>
            </DialogClose>
          </>
        }
      >
        <div className="preview" aria-live="polite">
          {state.kind === 'loading' && <p>{t('loading')}</p>}
          {state.kind === 'failed' && (
            <Notice tone="stop" title={t('refused')}>
              {state.message}
            </Notice>
          )}
          {isReady && preview.corrects !== undefined && (
            <GradeForm
              corrects={preview.corrects}
              said={said}
              onSaid={(now) => {
                setSaid(now);
                setMissing((parts) => parts.filter((part) => missingOfCorrection(now).includes(part)));
              }}
              missing={missing}
              refusal={refusal}
            />
          )}
          {preview !== undefined && <PreviewContent preview={preview} />}
          <StopNotice title={t('refused')}>{refusal?.message}</StopNotice>
        </div>
      </Dialog>
    </>
  );
}

/** A grade that is too light is there and cannot be chosen. */
function fieldOf(part: MissingOfCorrection): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.preview :is(input, textarea)[name="${part}"]:enabled`);
}

async function fetchPreview(claimId: string, seq: number, failed: string): Promise<State> {
  try {
    const response = await fetch(`/api/v1/claims/${claimId}/preview?seq=${seq}`);
    const body: unknown = await response.json();
    if (!response.ok) return { kind: 'failed', message: readRefusal(body)?.message || failed };
    return { kind: 'read', preview: readPreview(body) };
  } catch {
    return { kind: 'failed', message: failed };
  }
}
