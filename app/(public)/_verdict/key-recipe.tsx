import { useTranslations } from 'next-intl';
import { type ProofPart, proofParts } from '@/db/queries/public/proof-bytes';
import { absolute } from '../_page/addresses';
import { Command } from './command';
import { recipeOf } from './recipe';

type Props = {
  /** What the commands check, for who hears the page. */
  label: string;
  /** Whose signature the files are of. */
  of: string;
  /** The addresses of the record, of the statement, and of each part of the proof beside it. */
  record: string;
  statement: string;
  addressOf: (part: ProofPart) => string;
  /** COSE's number of the key's algorithm. */
  algorithm: number;
  /** What stands before the statement in what the key signed: a sign-off's unless it is another. */
  tag?: string;
};

/** How anybody checks one signature that a personal key made, and the files that it takes (SPEC R15). */
export function KeyRecipe({ label, of, record, statement, addressOf, algorithm, tag }: Props) {
  const t = useTranslations('passkey.public');
  const lines = recipeOf({
    origin: absolute(''),
    record: absolute(record),
    statement: absolute(statement),
    clientDataJSON: absolute(addressOf('clientDataJSON')),
    authenticatorData: absolute(addressOf('authenticatorData')),
    signature: absolute(addressOf('signature')),
    pem: absolute(addressOf('pem')),
    algorithm,
    ...(tag !== undefined && { tag }),
  });
  return (
    <>
      <Command label={label} lines={lines} />
      <ul className="chips acts">
        {proofParts.map((part) => (
          <li key={part}>
            <a className="btn" href={addressOf(part)} aria-label={`${t(`files.${part}`)}, ${of}`}>
              {t(`files.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
