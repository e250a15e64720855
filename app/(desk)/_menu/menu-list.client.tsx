'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { stemsOf, wordsOf } from '@/domain/claim/search-words';
import { useFoundClaims } from './use-found-claims.client';

export type MenuPages = {
  /** The places that this person may go to. */
  pages: { href: string; label: string }[];
  canSubmit: boolean;
  canSearch: boolean;
  /** Whether claims wait for this person at all. */
  isWaitedFor: boolean;
};

/** The list in the menu. What can be gone to is compared as claims are (SPEC D5), so that one way of typing finds both. */
export function MenuList({ pages, canSubmit, canSearch, isWaitedFor, onDone }: MenuPages & { onDone: () => void }) {
  const t = useTranslations('list.menu');
  const views = useTranslations('list.views');
  const router = useRouter();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // The dialog looked for a field when it opened, and this list came later.
  useEffect(() => field.current?.focus(), []);
  const found = useFoundClaims(canSearch ? text : '');
  const actions = [
    ...(canSubmit ? [{ href: '/desk/claims/new', label: t('newClaim') }] : []),
    ...(isWaitedFor
      ? [
          { href: '/desk/claims?waits=me', label: views('me') },
          { href: '/desk/claims?mine=1', label: views('mine') },
        ]
      : []),
    ...(canSearch ? [{ href: '/desk/claims?due=overdue&sort=due', label: views('overdue') }] : []),
    { href: '/account', label: t('account') },
  ];
  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  const line = ({ href, label }: { href: string; label: string }) => (
    <Command.Item key={href} value={href} onSelect={() => go(href)}>
      {label}
    </Command.Item>
  );
  const shownActions = actions.filter(({ label }) => holds(label, text));
  const shownPages = pages.filter(({ label }) => holds(label, text));
  return (
    <Command className="go-to" label={t('title')} shouldFilter={false} loop>
      <Command.Input ref={field} className="inp" value={text} onValueChange={setText} placeholder={t('placeholder')} />
      <p className="vh" role="status">
        {text.trim() !== '' && canSearch && (found.isAsking ? t('searching') : t('found', { count: found.claims.length }))}
      </p>
      <Command.List label={t('title')}>
        {!found.isAsking && <Command.Empty>{t('none')}</Command.Empty>}
        {found.claims.length > 0 && (
          <Command.Group heading={t('claims')}>
            {found.claims.map(({ id, number, heading, language }) => (
              <Command.Item key={id} value={id} onSelect={() => go(`/desk/claims/${id}`)}>
                <span className="muted num">{t('number', { number })}</span> <bdi lang={language}>{heading}</bdi>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {shownActions.length > 0 && <Command.Group heading={t('actions')}>{shownActions.map(line)}</Command.Group>}
        {shownPages.length > 0 && <Command.Group heading={t('pages')}>{shownPages.map(line)}</Command.Group>}
      </Command.List>
    </Command>
  );
}

function holds(label: string, text: string): boolean {
  const words = wordsOf(label);
  return stemsOf(text).every(({ stem }) => words.some((word) => word.startsWith(stem)));
}
