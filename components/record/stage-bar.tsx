import { useTranslations } from 'next-intl';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

const stages = ['submitted', 'open', 'signing', 'published'] as const;
export type Stage = (typeof stages)[number];

/** Where a claim stands between its first mention and its verdict. */
export function StageBar({ current, revision }: { current: Stage; revision?: number }) {
  const t = useTranslations('state');
  const words = useTranslations('record');
  const reached = stages.indexOf(current);
  return (
    <ol className="stage" aria-label={words('stages')}>
      {stages.map((stage, index) => {
        const now = index === reached;
        return (
          <li key={stage} data-s={now ? 'now' : index < reached ? 'done' : undefined} aria-current={now ? 'step' : undefined}>
            {now && revision !== undefined ? words('stageOfRevision', { stage: t(stage), revision }) : t(stage)}
            {index < reached && <VisuallyHidden>, {words('stageDone')}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
