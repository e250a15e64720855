'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { rowIssueWords } from '@/app/_words/row-issue-words';

/** What the first rows would become, in the shape of commands/imports/preview-import.ts. */
export type Preview = {
  rows: {
    number: number;
    wording: string;
    language: string;
    title: string;
    url: string;
    seenOn: string;
    issues: ({ field: string; code: string } & Record<string, unknown>)[];
  }[];
  refused: number;
};

const shown = 20;

export function PreviewRows({ preview: { rows, refused }, children }: { preview: Preview; children: ReactNode }) {
  const t = useTranslations('intake');
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new look is read from its heading on.
  useEffect(() => heading.current?.focus(), [rows]);
  const say = Object.assign((key: string, facts?: Record<string, string | number>) => t(key, facts), {
    has: (key: string) => t.has(key),
  });
  return (
    <section className="box" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={heading}>
        {t('reading.preview', { looked: rows.length, refused })}
      </h2>
      <div className="tbl-wrap">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t('reading.row')}</th>
              <th scope="col">{t('field.wording')}</th>
              <th scope="col">{t('reading.appeared')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ number, wording, language, title, seenOn, issues }) => (
              <tr key={number}>
                <td className="num">{number}</td>
                <td className="t">
                  <bdi lang={language === '' ? undefined : language}>{wording}</bdi>
                </td>
                <td className="wide">
                  {issues.length > 0 ? (
                    <span className="err">{issues.map((issue) => rowIssueWords(issue, say)).join(' ')}</span>
                  ) : (
                    <bdi>{t('reading.seen', { title, seenOn })}</bdi>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="acts">{children}</div>
    </section>
  );
}
