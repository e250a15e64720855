import { useTranslations } from 'next-intl';
import { Digest } from '@/components/ui/digest';
import type { SignedCorrection } from '@/domain/record/sign-off-statement';

/** That what is signed corrects another revision: read from the statement's bytes, like all of it (SPEC GC1, R13). */
export function CorrectionSigned({ correction: { grade, reason, recordSha256, challenge } }: { correction: SignedCorrection }) {
  const t = useTranslations('correction');
  return (
    <>
      <p>{t.rich('signed', { grade: t(`grade.${grade}`), digest: () => <Digest value={recordSha256} /> })}</p>
      <blockquote className="said read" dir="auto">
        {reason}
      </blockquote>
      {challenge !== undefined && <p>{t('banner.answers', { number: challenge })}</p>}
    </>
  );
}
