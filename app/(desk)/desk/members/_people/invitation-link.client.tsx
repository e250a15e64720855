'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** The link of an invitation, to be copied and handed over, or to have beside the mail. It is told to a screen reader when it comes, and has the focus. */
export function InvitationLink({ link, mail, email }: { link: string; mail: string; email: string }) {
  const t = useTranslations('desk.members');
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (link !== '') field.current?.select();
  }, [link]);

  async function copy(): Promise<void> {
    field.current?.select();
    // Without permission the link is selected, and a person copies it.
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    setIsCopied(copied === true);
  }

  return (
    <Notice
      tone="ok"
      live="status"
      title={t('made', { email })}
      actions={<Button onClick={() => void copy()}>{t(isCopied ? 'copied' : 'copy')}</Button>}
    >
      <p>{t(mail === 'on-its-way' ? 'linkAndMail' : 'linkAlone')}</p>
      <input className="inp hash" ref={field} readOnly dir="ltr" value={link} aria-label={t('link')} />
    </Notice>
  );
}
