'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Fingerprint } from '@/components/record/fingerprint';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog.client';
import { Digest } from '@/components/ui/digest';
import { StopNotice } from '@/components/ui/stop-notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { readRetractionStatement } from '@/domain/correction/retraction';
import { digestOf } from '@/domain/record/canonical';
import { useCommand } from '../../../../../_forms/use-command.client';
import { type ConfirmBy, PasswordProof } from '../../revisions/[number]/_signing/password-proof.client';
import { SignWith } from '../../revisions/[number]/_signing/sign-with.client';
import type { Means } from '../../revisions/[number]/_signing/ways-to-sign';

type Props = {
  retractionId: string;
  facts: { party: string; number: number; charter: number };
  /** Whether the charter asks for a word on conflicts of interest (C19). */
  asksConflict: boolean;
  /** Whether the person has proved who they are within the last ten minutes (C22). */
  isConfirmed: boolean;
  confirmBy: ConfirmBy;
  means: Means;
};

/** Has the statement made, shows what its bytes say, and signs it (SPEC RT3). */
export function SignRetractionForm({ retractionId, facts, asksConflict, isConfirmed, confirmBy, means }: Props) {
  const t = useTranslations('correction.desk');
  const hydrated = useHydrated();
  const [hasNoConflict, setHasNoConflict] = useState(false);
  const [begun, setBegun] = useState<{ nonce: string; statement: string }>();
  const [confirmed, setConfirmed] = useState(isConfirmed);
  const making = useCommand(`/api/v1/retractions/${retractionId}/nonce`);
  const signing = useCommand(`/api/v1/retractions/${retractionId}/sign-offs`, {
    // The page was open for longer than the proof holds.
    onRefused: ({ code }) => code === 'not-confirmed' && setConfirmed(false),
    onDone: () => setBegun(undefined),
  });

  async function prepare(): Promise<void> {
    if (making.pending) return;
    const answer = await making.send(asksConflict && hasNoConflict ? { conflict: 'none' } : {});
    if (answer === undefined) return;
    signing.clear();
    setBegun({ nonce: String(answer.nonce), statement: String(answer.statement) });
  }

  return (
    <div className="form">
      {asksConflict && (
        <Choice
          type="checkbox"
          label={t('conflict')}
          hint={t('conflictHint')}
          checked={hasNoConflict}
          onChange={(event) => setHasNoConflict(event.target.checked)}
        />
      )}
      <StopNotice title={t('nothing')}>{making.refusal?.message}</StopNotice>
      <div className="acts">
        <Button look="primary" disabled={!hydrated} aria-disabled={making.pending || undefined} onClick={() => void prepare()}>
          {t('sign')}
        </Button>
      </div>
      {begun !== undefined && (
        <Dialog open onOpenChange={(open) => !open && setBegun(undefined)} title={t('signTitle')} description={t('signText')}>
          <Statement json={begun.statement} facts={facts} />
          <SignWith
            means={means}
            bytes={new TextEncoder().encode(begun.statement)}
            verb={t('verb')}
            pending={signing.pending}
            refusal={signing.refusal?.message}
            onSign={(proof) => void signing.send({ nonce: begun.nonce, proof })}
            password={
              <PasswordProof
                by={confirmBy}
                isConfirmed={confirmed}
                verb={t('verb')}
                pending={signing.pending}
                onSign={() => void signing.send({ nonce: begun.nonce, proof: { kind: 'password' } })}
              />
            }
          />
        </Dialog>
      )}
    </div>
  );
}

/** What is signed, read from its bytes; their digest is computed where this is rendered. */
function Statement({ json, facts }: { json: string; facts: Props['facts'] }) {
  const t = useTranslations('correction.desk');
  const signing = useTranslations('signing');
  const statement = readRetractionStatement(json);
  if (statement === undefined) return <StopNotice title={signing('differs')}>{signing('differsText')}</StopNotice>;
  const sha256 = digestOf(json);
  return (
    <>
      <p className="stmt">{t.rich('statement', { ...facts, b: (words) => <b>{words}</b> })}</p>
      <blockquote className="said read" dir="auto">
        {statement.reason}
      </blockquote>
      <dl className="signed">
        <dt>{signing('record')}</dt>
        <dd>
          <Digest value={statement.recordSha256} form="full" />
        </dd>
        <dt>{signing('charter')}</dt>
        <dd>
          <Digest value={statement.charterSha256} form="full" />
        </dd>
        <dt>{t('digest')}</dt>
        <dd>
          <Digest value={sha256} form="full" />
          <Fingerprint sha256={sha256} />
        </dd>
      </dl>
      <details>
        <summary>{signing('bytes')}</summary>
        <pre className="raw">{json}</pre>
      </details>
    </>
  );
}
