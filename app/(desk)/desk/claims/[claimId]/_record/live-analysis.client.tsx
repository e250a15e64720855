'use client';

import type { ReactNode } from 'react';
import type { CitedSource } from '../_editor/citation-node';
import { InLanguages } from './in-languages.client';
import { useSeat } from './record-context.client';
import { TextHeading } from './text-heading.client';

type Props = {
  sources: CitedSource[];
  /** The analysis of each language as the server read it: shown until the editor is there. */
  readings: Record<string, ReactNode>;
};

export function LiveAnalysis({ sources, readings }: Props) {
  return (
    <InLanguages>
      {(language, id) => (
        <AnalysisInLanguage key={id} language={language} id={`analysis${id}`} sources={sources} reading={readings[language]} />
      )}
    </InLanguages>
  );
}

function AnalysisInLanguage({
  language,
  id,
  sources,
  reading,
}: {
  language: string;
  id: string;
  sources: CitedSource[];
  reading: ReactNode;
}) {
  const { live, editors, canEdit, self } = useSeat();
  const still = (
    <div className="prose" lang={language} dir="auto">
      {reading}
    </div>
  );
  return (
    <div className="text-block" id={`text-${id}`}>
      <TextHeading text="analysis" language={language} id={`label-${id}`} />
      {live === undefined || editors === undefined ? (
        still
      ) : (
        <editors.Analysis
          live={live}
          language={language}
          labelledBy={`label-${id}`}
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
