'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CitedSource } from '../_editor/analysis-editor.client';
import { useSeat } from './record-context.client';

const AnalysisEditor = dynamic(() => import('../_editor/analysis-editor.client').then((module) => module.AnalysisEditor), { ssr: false });

/** The analysis: what the server read until the editor is there. */
export function LiveAnalysis({ sources, reading }: { sources: CitedSource[]; reading: ReactNode }) {
  const t = useTranslations('editor');
  const { live, language, canEdit, self } = useSeat();
  return (
    <div className="text-block" id="text-analysis">
      <p className="lab">
        <span id="label-analysis">{t('text.analysis')}</span>
      </p>
      {live === undefined ? (
        <div className="prose" lang={language} dir="auto">
          {reading}
        </div>
      ) : (
        <AnalysisEditor live={live} language={language} labelledBy="label-analysis" canEdit={canEdit} self={self} sources={sources} />
      )}
    </div>
  );
}
