'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CitedSource } from '../_editor/citation-node';
import { useSeat } from './record-context.client';

/** The analysis: what the server read until the editor is there. */
export function LiveAnalysis({ sources, reading }: { sources: CitedSource[]; reading: ReactNode }) {
  const t = useTranslations('editor');
  const { live, editors, language, canEdit, self } = useSeat();
  const still = (
    <div className="prose" lang={language} dir="auto">
      {reading}
    </div>
  );
  return (
    <div className="text-block" id="text-analysis">
      <p className="lab">
        <span id="label-analysis">{t('text.analysis')}</span>
      </p>
      {live === undefined || editors === undefined ? (
        still
      ) : (
        <editors.Analysis
          live={live}
          language={language}
          labelledBy="label-analysis"
          canEdit={canEdit}
          self={self}
          sources={sources}
        >
          {still}
        </editors.Analysis>
      )}
    </div>
  );
}
