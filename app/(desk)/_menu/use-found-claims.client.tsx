'use client';

import { useEffect, useState } from 'react';

export type FoundClaim = { id: string; number: number; heading: string; language: string };
type Found = { text: string; claims: FoundClaim[] };

/** People type a word in about so long; asking for each letter would only load the server. */
const quietMs = 180;
const mostShown = 8;

/** The claims that hold these words, asked for when the typing rests. An answer to an older question is thrown away. */
export function useFoundClaims(typed: string): { claims: FoundClaim[]; isAsking: boolean } {
  const text = typed.trim();
  const [found, setFound] = useState<Found>({ text: '', claims: [] });
  useEffect(() => {
    if (text === '') return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/v1/claims?q=${encodeURIComponent(text)}`, { signal: asking.signal })
        .then(async (response) => (response.ok ? readFound(await response.json()) : []))
        .then((claims) => setFound({ text, claims: claims.slice(0, mostShown) }))
        // Without an answer there is nothing to go to: the pages and actions still stand.
        .catch(() => asking.signal.aborted || setFound({ text, claims: [] }));
    }, quietMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text]);
  if (text === '') return { claims: [], isAsking: false };
  // What an earlier question found is not shown under a later one: Enter would go to it.
  const isAsking = found.text !== text;
  return { claims: isAsking ? [] : found.claims, isAsking };
}

function readFound(body: { items?: unknown }): FoundClaim[] {
  return Array.isArray(body.items) ? body.items.flatMap(readClaim) : [];
}

function readClaim({ id, number, words }: Record<string, unknown>): FoundClaim[] {
  if (typeof words !== 'object' || words === null || !('wording' in words)) return [];
  const { wording, question, title, language } = { question: null, title: null, language: '', ...words };
  return [{ id: String(id), number: Number(number), heading: String(question ?? title ?? wording), language: String(language) }];
}
