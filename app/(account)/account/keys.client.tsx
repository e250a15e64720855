'use client';

import { browserSupportsWebAuthn, type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/app/_send/use-send.client';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextField } from '@/components/ui/text-field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useRefusalWords } from '../_form/use-refusal-words.client';
import { SecretForm } from './secret-form.client';

/** What a person proves who they are with before keys change; an identity provider asks elsewhere. */
export type ConfirmWith = 'password' | 'password-and-code' | 'provider';

/** A name, then what the device asks; and before both, once in ten minutes, that it is the person. */
export function AddKey({ confirmWith }: { confirmWith: ConfirmWith }) {
  const t = useTranslations('passkey.account');
  const router = useRouter();
  const hydrated = useHydrated();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<'cancelled' | 'unable'>();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<string>();
  const begin = useSend('/api/v1/me/passkeys/challenge');
  const add = useSend('/api/v1/me/passkeys');
  const { sentence, fieldError } = useRefusalWords(add.refusal ?? begin.refusal);
  const mustConfirm = [begin.refusal, add.refusal].some((refusal) => refusal?.code === 'not-confirmed');

  async function make(): Promise<void> {
    if (asking) return;
    setDone(undefined);
    add.clear();
    setFault(browserSupportsWebAuthn() ? undefined : 'unable');
    if (!browserSupportsWebAuthn()) return;
    setAsking(true);
    const begun = await begin.send({});
    if (begun !== undefined) await register(begun.options);
    setAsking(false);
  }

  async function register(options: unknown): Promise<void> {
    const registration = await registrationOf(options);
    if (registration === undefined) return setFault('cancelled');
    if ((await add.send({ name, registration })) === undefined) return;
    setDone(name);
    setName('');
    router.refresh();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void make();
  }

  return (
    <>
      <form className="form" method="post" onSubmit={submit} noValidate>
        <StopNotice>
          {fault === undefined ? (fieldError('name') === undefined && !mustConfirm ? sentence : undefined) : t(fault)}
        </StopNotice>
        {done !== undefined && (
          <Notice tone="ok" live="status">
            {t('done', { name: done })}
          </Notice>
        )}
        <TextField
          id="keyName"
          name="keyName"
          label={t('name')}
          hint={t('nameHint')}
          error={fieldError('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
        />
        <div className="acts">
          <Button type="submit" disabled={!hydrated} aria-disabled={asking || undefined}>
            {t(asking ? 'adding' : 'add')}
          </Button>
        </div>
      </form>
      {mustConfirm && <Confirm id="addKey" confirmWith={confirmWith} onDone={() => void make()} />}
    </>
  );
}

/** Takes a key away, after the same proof. */
export function RemoveKey({ id, name, confirmWith }: { id: string; name: string; confirmWith: ConfirmWith }) {
  const t = useTranslations('passkey.account');
  const router = useRouter();
  const hydrated = useHydrated();
  const remove = useSend(`/api/v1/me/passkeys/${id}/removal`, { onDone: () => router.refresh() });
  const { sentence } = useRefusalWords(remove.refusal);
  const mustConfirm = remove.refusal?.code === 'not-confirmed';
  return (
    <>
      <div className="acts">
        <Button
          disabled={!hydrated}
          aria-disabled={remove.pending || undefined}
          aria-label={t('removeOf', { name })}
          onClick={() => void remove.send({})}
        >
          {t('remove')}
        </Button>
      </div>
      <StopNotice>{mustConfirm ? undefined : sentence}</StopNotice>
      {mustConfirm && <Confirm id={`remove-${id}`} confirmWith={confirmWith} onDone={() => void remove.send({})} />}
    </>
  );
}

function Confirm({ id, confirmWith, onDone }: { id: string; confirmWith: ConfirmWith; onDone: () => void }) {
  const t = useTranslations('passkey.account');
  if (confirmWith === 'provider')
    return (
      <>
        <p>{t('provider')}</p>
        <div className="acts">
          <ButtonLink href="/account/confirm" target="_blank">
            {t('toProvider')}
          </ButtonLink>
        </div>
      </>
    );
  return (
    <>
      <p>{t('confirm')}</p>
      <SecretForm
        id={id}
        url="/api/v1/session/confirm"
        asks={confirmWith === 'password' ? ['password'] : ['password', 'code']}
        submit={t('confirmSubmit')}
        onDone={onDone}
      />
    </>
  );
}

/** What the browser made, or undefined when it made nothing: the person went back, or the device has such a key already. */
async function registrationOf(options: unknown): Promise<unknown> {
  try {
    // Our own server's answer to `beginPasskey`, which makes it with the library's twin.
    const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
    const { id, rawId, type, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject } = response;
    return { id, rawId, type, response: { clientDataJSON, attestationObject } };
  } catch {
    return undefined;
  }
}
