import { useTranslations } from 'next-intl';
import { Fingerprint } from '@/components/record/fingerprint';
import { fileHref } from '@/components/record/source-file';
import { Digest } from '@/components/ui/digest';
import { Name } from '@/components/ui/name';
import { fileOf } from '@/domain/record/file-of';
import { bytesOf } from '../_page/addresses';
import { AttestationCheck } from './attestation-check';
import { Compare } from './compare';
import { KeyCheck } from './key-check';
import { partyOf, type Reading } from './reading';

/** The digest that was signed, the bytes behind it, and the commands with which anyone compares the two. */
export function CheckSection({ reading }: { reading: Reading }) {
  const { slug, number, sha256, charter, record } = reading.verdict;
  const signOffs = reading.verdict.signOffs.toSorted((a, b) => a.position - b.position);
  const t = useTranslations('public');
  const files = [
    { key: 'record', name: t('check.record', { number }), path: bytesOf.record(slug, number), sha256 },
    ...signOffs.map((signOff) => ({
      key: `sign-off-${signOff.position}`,
      name: t.rich('check.signOff', { party: () => <Name>{partyOf(reading, signOff.party).name}</Name> }),
      path: bytesOf.signOff(slug, number, signOff.position),
      sha256: signOff.sha256,
    })),
    {
      key: 'charter',
      name: t('check.charter', { number: charter.number }),
      path: bytesOf.charter(charter.number),
      sha256: charter.sha256,
    },
    ...record.sources.flatMap((source) => {
      const file = fileOf(source);
      const name = t('check.file', { number: source.number });
      return file === undefined ? [] : [{ key: `file-${source.number}`, name, path: fileHref(source.id), sha256: file.sha256 }];
    }),
  ];
  return (
    <div className="wide">
      <p>{t.rich('check.digest', { number, digest: () => <Digest value={sha256} form="full" algorithm="sha256" /> })}</p>
      <p>
        <Fingerprint sha256={sha256} />
      </p>
      <ol className="steps">
        <li>{t('check.compare')}</li>
        <li>{t('check.fetch')}</li>
        <li>{t('check.statements')}</li>
        <li>{t('check.names')}</li>
      </ol>
      <Compare label={t('check.commands')} files={files} />
      <ul className="chips acts">
        {files.map(({ key, name, path }) => (
          <li key={key}>
            <a className="btn" href={path}>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="under">{t('check.limits')}</p>
      <KeyCheck reading={reading} />
      <AttestationCheck reading={reading} />
    </div>
  );
}
