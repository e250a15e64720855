import type { ReactNode } from 'react';
import { absolute } from '../_page/addresses';
import { CommandLine } from './command';

/** Published bytes: what they are, where they are, and the digest that they must have. */
export type Compared = { key: string | number; name: ReactNode; path: string; sha256: string };

/** How anybody compares bytes with their digests. Selected and copied, it is the commands alone: neither prompts nor what they must print. */
export function Compare({ label, files }: { label: string; files: Compared[] }) {
  return (
    <section className="cmd" aria-label={label}>
      {files.map(({ key, name, path, sha256 }) => (
        <div key={key}>
          <p className="of">{name}</p>
          <CommandLine prompt line={`curl -s ${absolute(path)} | sha256sum`} />
          <samp dir="ltr">{`${sha256}  -`}</samp>
        </div>
      ))}
    </section>
  );
}
