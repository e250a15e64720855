import { useTranslations } from 'next-intl';
import { Choice, Fieldset } from '@/components/ui/choice';
import { type Audience, audiences } from '@/domain/discussion/audience';

/** Who is to read what is being written, with what each choice means for it. Nothing is preselected by whoever asks. */
export function AudienceChoice({
  id,
  legend,
  hintOf,
  party,
  value,
  onChange,
  isMissing,
}: {
  id: string;
  legend: string;
  hintOf: (audience: Audience) => string;
  party: string;
  value: Audience | undefined;
  onChange: (audience: Audience) => void;
  isMissing: boolean;
}) {
  const t = useTranslations('discussion.comments');
  return (
    <Fieldset id={id} legend={legend} error={isMissing ? t('audienceMissing') : undefined}>
      {audiences.map((audience) => (
        <Choice
          key={audience}
          name="audience"
          value={audience}
          checked={value === audience}
          onChange={() => onChange(audience)}
          label={t(`to.${audience}`, { party })}
          hint={hintOf(audience)}
        />
      ))}
    </Fieldset>
  );
}
