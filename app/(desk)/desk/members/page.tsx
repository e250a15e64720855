import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import type { DeskParty } from '@/db/queries/desk/desk-workspace';
import { interestsOfSeat } from '@/db/queries/interests-of-desk';
import { DeclareInterests } from '../../_forms/declare-interests.client';
import { CharterStepNotice } from '../../_frame/charter-step';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { InviteForm } from './_people/invite-form.client';
import { loadPeople, type People } from './_people/load-people';
import { OpenInvitations } from './_people/open-invitations';
import { Seats } from './_people/seats';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('members') };
}

/** Who sits at this desk and who is expected, party by party, with what the reader may do about it. */
export default async function MembersPage() {
  await requirePageActor();
  const { workspace, abilities, member, db } = await loadDesk();
  const t = await getTranslations('desk.members');
  const people = await loadPeople();
  const own = member.party === null ? undefined : await interestsOfSeat({ ...member, partyId: member.party.id }, db);
  const stewards = people.members.filter(({ partyId }) => partyId === null);
  return (
    <DeskPage place="members" words="members">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{t('title')}</h1>
          <span className="muted num">{t('count', { count: people.members.length })}</span>
        </div>
        <CharterStepNotice here="members" />
        <div className="narrow">
          {workspace.parties.filter(people.isSeated).map((party) => (
            <Party key={party.id} party={party} people={people} />
          ))}
          {stewards.length > 0 && (
            <section className="people" aria-labelledby="stewards">
              <h2 id="stewards">{t('stewards')}</h2>
              <p className="muted">{t('stewardsText')}</p>
              <Seats members={stewards} roles={[]} host={false} />
            </section>
          )}
        </div>
        {abilities['interests.declare'] && (
          <div className="narrow">
            <DeclareInterests interests={own?.interests ?? undefined} />
          </div>
        )}
      </main>
    </DeskPage>
  );
}

async function Party({ party, people }: { party: DeskParty; people: People }) {
  const t = await getTranslations('desk.members');
  const standings = await getTranslations('party');
  const { host, invites, roles } = people.rightsIn(party.id);
  const members = people.members.filter(({ partyId }) => partyId === party.id);
  return (
    <section className="people" aria-labelledby={`party-${party.position}`}>
      <h2 id={`party-${party.position}`}>
        <PartyMark position={party.position} letter={party.letter} /> {party.name}{' '}
        <span className="muted">{standings(people.isJoining(party) ? 'joining' : party.standing)}</span>
      </h2>
      {members.length === 0 ? (
        <p className="muted">{t('nobody')}</p>
      ) : (
        <Seats members={members} roles={roles} host={host} standing={party.standing} />
      )}
      <OpenInvitations
        invitations={people.invitations.filter(({ partyId }) => partyId === party.id)}
        mayRevoke={people.mayRevoke}
      />
      {invites.length > 0 && <InviteForm party={{ id: party.id, name: party.name }} roles={invites} />}
    </section>
  );
}
