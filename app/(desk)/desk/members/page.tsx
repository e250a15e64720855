import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import { type DeskMember, membersOfDesk } from '@/db/queries/desk/members-of-desk';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('members') };
}

export default async function MembersPage() {
  const member = await requirePageActor();
  const { db, workspace } = await loadDesk();
  const t = await getTranslations('desk.members');
  const standings = await getTranslations('party');
  const people = await membersOfDesk(member, db);
  const stewards = people.filter(({ partyId }) => partyId === null);
  return (
    <DeskPage place="members">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          <span className="muted num">{t('count', { count: people.length })}</span>
        </div>
        <div className="narrow">
          {workspace.parties.map((party) => (
            <section key={party.id} aria-labelledby={`party-${party.position}`}>
              <h2 id={`party-${party.position}`}>
                <PartyMark position={party.position} letter={party.letter} /> {party.name}{' '}
                <span className="muted">{standings(party.standing)}</span>
              </h2>
              <People people={people.filter(({ partyId }) => partyId === party.id)} you={member.personId} />
            </section>
          ))}
          {stewards.length > 0 && (
            <section aria-labelledby="stewards">
              <h2 id="stewards">{t('stewards')}</h2>
              <p className="muted">{t('stewardsText')}</p>
              <People people={stewards} you={member.personId} />
            </section>
          )}
        </div>
      </main>
    </DeskPage>
  );
}

async function People({ people, you }: { people: DeskMember[]; you: string }) {
  const t = await getTranslations('desk.members');
  const roles = await getTranslations('role');
  return (
    <ul>
      {people.map(({ personId, name, role }) => (
        <li key={personId} className="hist-line">
          <b>{name}</b> <span className="muted">{roles(role)}</span>{' '}
          {personId === you && <span className="chip">{t('you')}</span>}
        </li>
      ))}
    </ul>
  );
}
