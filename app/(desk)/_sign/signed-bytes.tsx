import { useTranslations } from 'next-intl';
import { Fingerprint } from '@/components/record/fingerprint';
import { Digest } from '@/components/ui/digest';
import { digestOf } from '@/domain/record/canonical';

type Props = { bytes: Uint8Array; recordSha256: string; charterSha256: string; digestLabel?: string };

/** What a statement is bound to, its own digest, computed where this is rendered, and its bytes. The eight words are the record's, as beside every signature (SPEC R13, R14). */
export function SignedBytes({ bytes, recordSha256, charterSha256, digestLabel }: Props) {
  const t = useTranslations('signing');
  return (
    <>
      <dl className="signed">
        <dt>{t('record')}</dt>
        <dd>
          <Digest value={recordSha256} form="full" />
        </dd>
        <dd>
          <Fingerprint sha256={recordSha256} />
        </dd>
        <dt>{t('charter')}</dt>
        <dd>
          <Digest value={charterSha256} form="full" />
        </dd>
        <dt>{digestLabel ?? t('digest')}</dt>
        <dd>
          <Digest value={digestOf(bytes)} form="full" />
        </dd>
      </dl>
      <details>
        <summary>{t('bytes')}</summary>
        <pre className="raw">{new TextDecoder().decode(bytes)}</pre>
      </details>
    </>
  );
}
