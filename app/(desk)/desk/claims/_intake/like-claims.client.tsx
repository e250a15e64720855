'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { withoutUnseen } from '@/domain/intake/without-unseen';

export type LikeClaim = { id: string; number: number; stage: string; wording: string; language: string };

const longest = 500;
/** Long enough not to ask while somebody is in the middle of a word. */
const quietMs = 500;

/** Claims of the desk that are like a text: asked for when typing rests, and again when the text is another. */
export function useLikeClaims(text: string, except?: string): LikeClaim[] | undefined {
  const [found, setFound] = useState<LikeClaim[]>();
  const asked = [...withoutUnseen(text).trim()].slice(0, longest).join('').trim();
  useEffect(() => {
    // A word or two are like everything; a number with its sign names one claim.
    if (asked.length < 12 && !/^#\d+$/.test(asked)) return setFound(undefined);
    const over = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.stringify({ text: asked, ...(except === undefined ? {} : { except }) });
      const headers = { 'content-type': 'application/json' };
      void fetch('/api/v1/claims/similar', { method: 'POST', headers, body, signal: over.signal })
        .then(async (response) => (response.ok ? ((await response.json()) as { items: LikeClaim[] }).items : undefined))
        // A hint that does not come is no hint: nothing depends on it.
        .catch(() => undefined)
        .then((items) => {
          if (!over.signal.aborted) setFound(items);
        });
    }, quietMs);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [asked, except]);
  return found;
}

/** The hint beside a wording (SPEC IN4). */
export function LikeClaims({ text }: { text: string }) {
  const found = useLikeClaims(text);
  const t = useTranslations('intake.like');
  return (
    <div aria-live="polite">
      {found !== undefined && found.length > 0 && (
        <>
          <p className="hint">{t('title', { count: found.length })}</p>
          <ul className="like">
            {found.map((claim) => (
              <li key={claim.id}>
                <Link href={`/desk/claims/${claim.id}`} target="_blank">
                  <LikeClaimText claim={claim} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function LikeClaimText({ claim }: { claim: LikeClaim }): ReactNode {
  const states = useTranslations('state');
  const t = useTranslations('intake.like');
  return (
    <>
      <span className="num">{t('number', { number: claim.number, state: states(claim.stage) })}</span>{' '}
      <bdi lang={claim.language}>{claim.wording}</bdi>
    </>
  );
}
