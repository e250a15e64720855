import { useTranslations } from 'next-intl';
import { partyLook } from '@/components/record/party-look';
import { PartyMark } from '@/components/record/party-mark';
import { Name } from '@/components/ui/name';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { inPartyOrder, refuses } from '../_page/signatories';
import { partyOf, type Reading, signatoriesOf } from '../_verdict/reading';
import { SignedLine } from './signed-line';
import { RestsOn, SignedWords } from './signed-words';

/** Every dissent beside the finding, in its size of type and whole (C28, SPEC O4). In the charter's order. */
export function DissentNotes({ reading }: { reading: Reading }) {
  const signing = new Map(signatoriesOf(reading).map(({ party, standing }) => [party.id, standing]));
  const dissents = inPartyOrder(reading.verdict).filter(({ party, decision }) => signing.has(party) && refuses(decision));
  return (
    <div className="dissents">
      {dissents.map((signOff) => (
        <Dissent
          key={signOff.position}
          signOff={signOff}
          partyApproves={signing.get(signOff.party) === 'approving'}
          reading={reading}
        />
      ))}
    </div>
  );
}

function Dissent({
  signOff,
  partyApproves,
  reading,
}: {
  signOff: PublicSignOff;
  /** Another moderator's approval is the party's: this is a dissent within it. */
  partyApproves: boolean;
  reading: Reading;
}) {
  const t = useTranslations('position');
  const party = partyOf(reading, signOff.party);
  const isObjection = signOff.decision === 'object';
  const whose = partyApproves ? (isObjection ? 'member-objection' : 'member') : isObjection ? 'objection' : 'party';
  const id = `dissent-${signOff.position}`;
  return (
    <section className={`diss ${partyLook(party.position).className}`} aria-labelledby={id}>
      <h2 id={id}>
        <PartyMark position={party.position} letter={party.letter} />{' '}
        <span>{t.rich(`dissent.${whose}`, { party: () => <Name>{party.name}</Name> })}</span>
      </h2>
      <SignedWords signOff={signOff} reading={reading} className="one" />
      <RestsOn signOff={signOff} reading={reading} />
      <SignedLine signOff={signOff} reading={reading} />
    </section>
  );
}
