'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { RowIssues } from './row-issues';

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

/** Of those that can be taken, and of those that cannot: one of these among hundreds of the others would not be seen. */
const shown = 20;
const shownRefused = 20;

export function PreviewRows({ preview: { rows, refused }, children }: { preview: Preview; children: ReactNode }) {
  const t = useTranslations('intake');
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new look is read from its heading on.
  useEffect(() => heading.current?.focus(), [rows]);
  const refusedRows = rows.filter(({ issues }) => issues.length > 0).slice(0, shownRefused);
  const listed = rows.filter((row, index) => index < shown || refusedRows.includes(row));
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
            {listed.map(({ number, wording, language, title, seenOn, issues }) => (
              <tr key={number}>
                <td className="num">{number}</td>
                <td className="t">
                  <bdi lang={language === '' ? undefined : language}>{wording}</bdi>
                </td>
                <td className="wide">
                  {issues.length > 0 ? <RowIssues issues={issues} /> : <bdi>{t('reading.seen', { title, seenOn })}</bdi>}
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
