'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { QrCode } from './qr-code.client';
import { SecretForm } from './secret-form.client';

type Begun = { secret: string; address: string };

/** Setting the second factor up, in three steps in one place: the password, the app, the recovery codes; and the way back. */
export function SecondFactor({ isOn: wasOn }: { isOn: boolean }) {
  const t = useTranslations('security.second');
  const router = useRouter();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();
  /** What a step here has made of it, until the page has been read anew. */
  const [now, setNow] = useState<'on' | 'off'>();
  const isOn = now === undefined ? wasOn : now === 'on';

  if (codes !== undefined)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(undefined);
          setBegun(undefined);
          setNow('on');
          router.refresh();
        }}
      />
    );
  if (isOn)
    return (
      <Opened key="off" button={t('turnOff')} isNext={now !== undefined}>
        <SecretForm
          url="/api/v1/me/second-factor/off"
          asks={['password', 'code']}
          submit={t('turnOffSubmit')}
          onDone={() => {
            setNow('off');
            router.refresh();
          }}
        />
      </Opened>
    );
  if (begun === undefined)
    return (
      <Opened key="on" button={t('turnOn')} isNext={now !== undefined}>
        <SecretForm
          url="/api/v1/me/second-factor"
          asks={['password']}
          submit={t('begin')}
          onDone={({ secret, address }) => setBegun({ secret: String(secret), address: String(address) })}
        />
      </Opened>
    );
  return (
    <>
      <p tabIndex={-1} ref={focusIt}>
        {t('scan')}
      </p>
      <QrCode text={begun.address} label={t('picture')} />
      <p>{t('letters')}</p>
      <p>
        <code className="secret" dir="ltr">
          {begun.secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </p>
      <SecretForm
        url="/api/v1/me/second-factor/on"
        asks={['code']}
        submit={t('turnOnSubmit')}
        onDone={({ recoveryCodes }) => setCodes(Array.isArray(recoveryCodes) ? recoveryCodes.map(String) : [])}
      />
    </>
  );
}

/** Each step takes the place of the one before, and with it the focus: else the keyboard would begin at the top of the page. */
function focusIt(element: HTMLElement | null): void {
  element?.focus();
}

/** A form that is there when it is wanted; `isNext` when it takes the place of a step that is done. */
function Opened({ button, isNext, children }: { button: string; isNext: boolean; children: ReactNode }) {
  const hydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="acts">
        <Button ref={isNext ? focusIt : undefined} disabled={!hydrated} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {button}
        </Button>
      </div>
      {isOpen && children}
    </>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations('security.second');
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    // Without permission they stand there to be copied by hand.
    const copied = await navigator.clipboard?.writeText(codes.join('\n')).then(
      () => true,
      () => false,
    );
    setIsCopied(copied === true);
  }

  return (
    <>
      <Notice tone="ok" live="status" title={t('isOnNow')}>
        {t('codesText')}
      </Notice>
      <ul className="codes" dir="ltr" aria-label={t('codes')} tabIndex={-1} ref={focusIt}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button onClick={() => void copy()}>{t(isCopied ? 'copied' : 'copy')}</Button>
        <Button onClick={onKept}>{t('kept')}</Button>
      </div>
    </>
  );
}
