import { useTranslations } from 'next-intl';
import { StopNotice } from '@/components/ui/stop-notice';
import { TextAreaField } from '@/components/ui/text-field';
import type { RevisionState } from '@/domain/claim/transitions';

/** That a position came too late, what became of the revision meanwhile and what can be done, with what was written, to be copied. */
export function TooLate({ id, state, reason }: { id: string; state: RevisionState; reason: string }) {
  const t = useTranslations('desk.position');
  return (
    <>
      <StopNotice title={t('nothingSigned')}>{t('late', { state: state.replaceAll('-', '_') })}</StopNotice>
      {reason.trim() !== '' && (
        <TextAreaField
          id={id}
          name="written"
          reading
          readOnly
          dir="auto"
          label={t('written')}
          hint={t('writtenHint')}
          value={reason}
        />
      )}
    </>
  );
}
