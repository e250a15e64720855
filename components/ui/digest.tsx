import { shortenDigest } from './shorten-digest';

const forms = { short: shortenDigest, full: (value: string) => value };

/** A digest, always left to right. The full form is selected by one click, so that it can be copied and compared. */
export function Digest({ value, form = 'short', algorithm }: { value: string; form?: keyof typeof forms; algorithm?: string }) {
  return (
    <data className={form === 'full' ? 'hash full' : 'hash'} value={value} title={value} dir="ltr">
      {algorithm !== undefined && `${algorithm} `}
      {forms[form](value)}
    </data>
  );
}
