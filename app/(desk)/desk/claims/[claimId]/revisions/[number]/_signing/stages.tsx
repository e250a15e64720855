import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { RevisionStage } from '@/domain/claim/revision-stages';

const icons = { done: CircleCheck, now: CircleDot, ahead: Circle } as const;

/** The way of a revision from its freeze to its end (SPEC L23). */
export function Stages({
  stages,
  coolingOffHours,
  timeZone,
}: {
  stages: RevisionStage[];
  coolingOffHours: number;
  timeZone: string;
}) {
  const t = useTranslations('life');
  return (
    <ol className="way" aria-label={t('stages')}>
      {stages.map((stage) => (
        <li key={stage.name} data-is={stage.is} aria-current={stage.is === 'now' ? 'step' : undefined}>
          <Icon as={icons[stage.is]} />
          <span>
            <b>{t(`stage.${stage.name}`)}</b> <When {...{ stage, coolingOffHours, timeZone }} />
            {stage.is !== 'now' && <VisuallyHidden> {t(`is.${stage.is}`)}</VisuallyHidden>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function When({ stage, coolingOffHours, timeZone }: { stage: RevisionStage; coolingOffHours: number; timeZone: string }) {
  const t = useTranslations('life.when');
  const { name, is, at, isConditional } = stage;
  const date = () => (at === null ? null : <DateText at={at} timeZone={timeZone} />);
  if (isConditional) return <span>{t('conditional')}</span>;
  if (name === 'cooling-off' && is === 'ahead') return <span>{t('hours', { hours: coolingOffHours })}</span>;
  if (at === null) return null;
  const runs = name === 'signing' || name === 'mediation' || name === 'cooling-off';
  return <span>{t.rich(runs ? 'until' : 'on', { date })}</span>;
}
