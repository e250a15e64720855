import { useTranslations } from 'next-intl';
import { partyLook } from '@/components/record/party-look';
import { PartyMark } from '@/components/record/party-mark';
import { Unbroken } from '@/components/record/unbroken';
import { Name } from '@/components/ui/name';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { wordCount } from '@/domain/record/draft';
import { consents, refuses, type Signatory } from '../_page/signatories';
import type { Reading } from '../_verdict/reading';
import { SignedLine } from './signed-line';
import { RestsOn, SignedWords } from './signed-words';

/** One party: what it stands for in its own words, or that it took no position. The proposed finding is printed as the position of who approved it (SPEC O3). */
export function PositionColumn({ signatory, reading }: { signatory: Signatory; reading: Reading }) {
  const { party, standing } = signatory;
  const t = useTranslations('position');
  const own = reading.verdict.signOffs.filter((signOff) => signOff.party === party.id);
  const said = standing === 'silent' ? [] : own.filter(({ decision }) => consents(decision) || refuses(decision));
  const words = said.reduce((sum, { reason }) => sum + wordCount(reason ?? ''), 0);
  const id = `position-${party.position}`;
  return (
    <article className={partyLook(party.position).className} aria-labelledby={id}>
      <div className="band" />
      <header>
        <PartyMark position={party.position} letter={party.letter} size="lg" hollow={standing === 'silent'} />
        <h3 id={id}>
          <Name>{party.name}</Name>
        </h3>
        {words > 0 && <span className="w">{t('words', { count: words })}</span>}
      </header>
      {standing === 'silent' && <Silence own={own} reading={reading} />}
      {said.map((signOff) => (
        <Position key={signOff.position} signOff={signOff} reading={reading} />
      ))}
    </article>
  );
}

function Position({ signOff, reading }: { signOff: PublicSignOff; reading: Reading }) {
  const t = useTranslations('position');
  const { texts, written } = reading;
  return (
    <>
      <h4>{t(`stand.${standOf(signOff.decision)}`)}</h4>
      {consents(signOff.decision) && (
        <>
          <p className="lab">{t('proposed')}</p>
          <p {...written}>
            <Unbroken text={texts.finding} />
          </p>
          {signOff.reason !== null && <p className="lab">{t('statement')}</p>}
        </>
      )}
      <SignedWords signOff={signOff} reading={reading} />
      <RestsOn signOff={signOff} reading={reading} />
      <SignedLine signOff={signOff} reading={reading} />
    </>
  );
}

/** Silence is named, and so is what falls short of a position: neither is consent (SPEC O7). */
function Silence({ own, reading }: { own: PublicSignOff[]; reading: Reading }) {
  const t = useTranslations('position');
  const approvals = own.filter(({ decision }) => consents(decision)).length;
  return (
    <>
      <h4>{t('stand.silent')}</h4>
      <p>
        {approvals > 0
          ? t('tooFew', { count: approvals, needed: reading.verdict.charter.signersPerParty })
          : t(own.length > 0 ? 'aside' : 'silence')}
      </p>
    </>
  );
}

type Stand = 'approve' | 'approve-with-statement' | 'dissent' | 'object' | 'silent';

function standOf(decision: PublicSignOff['decision']): Stand {
  return decision === 'abstain' || decision === 'recuse' ? 'silent' : decision;
}
