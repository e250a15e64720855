'use client';

import { useTranslations } from 'next-intl';
import { Choice, Fieldset } from '@/components/ui/choice';
import { type StatementKind, statementKinds } from '@/domain/claim/statement-kinds';

/** What kind of statement a claim is: asked before it is opened (C02). */
export function StatementChoice({
  chosen,
  error,
  onChoose,
}: {
  chosen: StatementKind | undefined;
  error?: string;
  onChoose: (kind: StatementKind) => void;
}) {
  const t = useTranslations('statement');
  return (
    <Fieldset id="statement" legend={t('legend')} hint={t('hint')} error={error}>
      {statementKinds.map((kind) => (
        <Choice
          key={kind}
          name="statement"
          value={kind}
          label={t(`kind.${kind}`)}
          checked={chosen === kind}
          onChange={() => onChoose(kind)}
        />
      ))}
    </Fieldset>
  );
}
