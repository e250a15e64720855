import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Digest } from '@/components/ui/digest';
import { Icon } from '@/components/ui/icon';
import { useByteSize } from '@/components/ui/use-byte-size';
import { kindOfFile } from '@/domain/source/media-types';

/** What is known of a source's file: a record of version 1 knows the digest alone. */
export type SourceFileFacts = { sha256: string; sizeBytes?: number; mediaType?: string };

/** The file behind a source: what it is, how long, its whole digest, and where it can be had. A picture is shown. `children` is another way to look at it. */
export function SourceFile({
  sourceId,
  number,
  title,
  file,
  children,
}: {
  sourceId: string;
  number: number;
  title: string;
  file: SourceFileFacts;
  children?: ReactNode;
}) {
  const t = useTranslations('file');
  const sizeOf = useByteSize();
  const kind = file.mediaType === undefined ? undefined : kindOfFile(file.mediaType);
  const href = fileHref(sourceId);
  return (
    <div className="filed">
      <p className="meta">
        {kind !== undefined && <span>{t(`kind-${kind}`)}</span>}
        {file.sizeBytes !== undefined && <span>{sizeOf(file.sizeBytes)}</span>}
        <span>
          <a href={href} download>
            <Icon as={Download} /> {t('download')}
          </a>
        </span>
      </p>
      {kind === 'image' && (
        <a href={href} className="shot">
          {/* biome-ignore lint/performance/noImgElement: its bytes are evidence, and nothing may make others of them. */}
          <img src={href} alt={t('picture', { number, title })} loading="lazy" />
        </a>
      )}
      <p className="meta">
        <Digest value={file.sha256} form="full" algorithm="sha256" />
      </p>
      {children}
    </div>
  );
}

/** Where the bytes of a source's file are. */
export function fileHref(sourceId: string): string {
  return `/api/v1/sources/${sourceId}/file`;
}
