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
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const t = useTranslations('security.second');
  const router = useRouter();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();

  if (codes !== undefined)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(undefined);
          setBegun(undefined);
          router.refresh();
        }}
      />
    );
  if (isOn)
    return (
      <Opened key="off" button={t('turnOff')}>
        <SecretForm
          url="/api/v1/me/second-factor/off"
          asks={['password', 'code']}
          submit={t('turnOffSubmit')}
          onDone={() => router.refresh()}
        />
      </Opened>
    );
  if (begun === undefined)
    return (
      <Opened key="on" button={t('turnOn')}>
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
      <p>{t('scan')}</p>
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

/** A form that is there when it is wanted. */
function Opened({ button, children }: { button: string; children: ReactNode }) {
  const hydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="acts">
        <Button disabled={!hydrated} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {button}
        </Button>
      </div>
      {isOpen && children}
    </>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTranslations('security.second');
  return (
    <>
      <Notice tone="ok" live="status" title={t('isOnNow')}>
        {t('codesText')}
      </Notice>
      <ul className="codes" dir="ltr" aria-label={t('codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button onClick={onKept}>{t('kept')}</Button>
      </div>
    </>
  );
}
