'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { DialogClose } from '@/components/ui/dialog.client';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import type { ProofKind } from '@/domain/charter/parameters';
import { signOffChallenge } from '@/domain/record/sign-off-challenge';
import { DialogButtons } from '../_forms/dialog-buttons.client';
import { type Means, waysToSign } from './ways-to-sign';

/** What is sent beside the nonce; the command reads it with a schema. */
export type GivenProof = { kind: 'passkey'; assertion: unknown } | { kind: 'code'; code: string } | { kind: 'password' };

type Props = {
  means: Means;
  /** The statement's bytes: what a key signs is computed from them here, never taken from the server. */
  bytes: Uint8Array;
  /** What a key signs to sign these bytes; of a sign-off unless it is another statement. */
  challengeOf?: (bytes: Uint8Array) => string;
  verb: string;
  pending: boolean;
  refusal: string | undefined;
  onSign: (proof: GivenProof) => void;
  /** The way with the password, or with what an identity provider says. */
  password: ReactNode;
};

/** The strongest way that this person has, and the others that the charter takes. */
export function SignWith({ means, refusal, password, ...rest }: Props) {
  const t = useTranslations('passkey.sign');
  const position = useTranslations('desk.position');
  const ways = waysToSign(means);
  const [chosen, setChosen] = useState<ProofKind>();
  const way = chosen ?? ways[0];
  if (way === undefined)
    return (
      <>
        <Notice tone="wait">{t('needsMore', { needed: means.weakest })}</Notice>
        <div className="acts">
          <ButtonLink href="/account" target="_blank">
            {t('toAccount')}
          </ButtonLink>
        </div>
      </>
    );
  const others = ways.filter((other) => other !== way);
  return (
    <>
      <StopNotice title={position('nothingSigned')}>{refusal}</StopNotice>
      {way === 'passkey' && <WithKey credentialIds={means.credentialIds} {...rest} />}
      {way === 'code' && <WithCode {...rest} />}
      {way === 'password' && (
        <>
          <p>{t('withPassword')}</p>
          {password}
        </>
      )}
      {others.length > 0 && (
        <div className="acts">
          {others.map((other) => (
            <Button key={other} onClick={() => setChosen(other)}>
              {t(`other.${other}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

type WayProps = Pick<Props, 'bytes' | 'challengeOf' | 'verb' | 'pending' | 'onSign'>;

function WithKey({
  bytes,
  challengeOf = signOffChallenge,
  verb,
  pending,
  onSign,
  credentialIds,
}: WayProps & { credentialIds: string[] }) {
  const t = useTranslations('passkey.sign');
  const common = useTranslations('common');
  const [asking, setAsking] = useState(false);
  const [cancelled, setCancelled] = useState(false);

  async function ask(): Promise<void> {
    if (asking || pending) return;
    setAsking(true);
    setCancelled(false);
    const assertion = await assertionOf(challengeOf(bytes), credentialIds);
    setAsking(false);
    if (assertion === undefined) setCancelled(true);
    else onSign({ kind: 'passkey', assertion });
  }

  return (
    <>
      <p>{t('withKey')}</p>
      <StopNotice>{cancelled ? t('cancelled') : undefined}</StopNotice>
      <div className="acts">
        <Button look="primary" aria-disabled={asking || pending || undefined} onClick={() => void ask()}>
          {verb}
        </Button>
        <DialogClose>
          <Button>{common('cancel')}</Button>
        </DialogClose>
      </div>
    </>
  );
}

/** What a key says to the statement, or undefined: the person went back, or there is no such key here. Browsers do not tell which, lest a page learn what keys there are. */
async function assertionOf(challenge: string, credentialIds: string[]): Promise<unknown> {
  try {
    const optionsJSON = {
      challenge,
      allowCredentials: credentialIds.map((id) => ({ id, type: 'public-key' as const })),
      userVerification: 'required' as const,
    };
    const { id, rawId, type, response } = await startAuthentication({ optionsJSON });
    const { clientDataJSON, authenticatorData, signature } = response;
    return { id, rawId, type, response: { clientDataJSON, authenticatorData, signature } };
  } catch {
    return undefined;
  }
}

function WithCode({ verb, pending, onSign }: WayProps) {
  const t = useTranslations('passkey.sign');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    // The form of the position stands around this dialog in React's tree, not in the page's.
    event.stopPropagation();
    if (!pending) onSign({ kind: 'code', code: String(new FormData(event.currentTarget).get('code') ?? '') });
  }

  return (
    <form method="post" className="form" onSubmit={submit} noValidate>
      <p>{t('withCode')}</p>
      <TextField
        id="sign-code"
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        autoComplete="one-time-code"
        inputMode="numeric"
        spellCheck={false}
        dir="ltr"
        maxLength={60}
      />
      <DialogButtons send={verb} pending={pending} />
    </form>
  );
}
