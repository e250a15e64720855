import { ArrowDown } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Blocks } from '@/components/record/blocks';
import { StageBar } from '@/components/record/stage-bar';
import { Icon } from '@/components/ui/icon';
import type { CharterInForce } from '@/db/queries/charter-of-claim';
import { charterMove } from '@/db/queries/desk/charter-move';
import type { RecordFacts } from '@/domain/charter/facts';
import { type RecordDraft, textsOf } from '@/domain/record/draft';
import { plainText } from '@/domain/record/plain-text';
import { env } from '@/platform/env';
import { DeskPage } from '../../../../_frame/desk-page';
import { loadDesk } from '../../../../_frame/load-desk';
import type { PanelName } from '../_panels/panel-name';
import { RecordPanels } from '../_panels/record-panels.client';
import { ReplyBox } from '../_reply/reply-box';
import { ClaimWork } from '../_work/claim-work';
import { Appearances } from './appearances';
import { ChallengesNotice } from './challenges-notice';
import { ClaimBanner } from './claim-banner';
import { Duplicates } from './duplicates';
import { History } from './history';
import { LanguageBar } from './language-bar.client';
import { RecordNotices } from './link-notices.client';
import { LiveAnalysis } from './live-analysis.client';
import { LiveFields } from './live-fields.client';
import { LiveText } from './live-text.client';
import { type LoadedRecord, ratingsOf } from './load-record';
import { Presence } from './presence.client';
import { PreviewButton } from './preview-button.client';
import { QuestionBox } from './question-box.client';
import { RecordLive } from './record-context.client';
import { RetractionNotice } from './retraction-notice';
import { RecordSaveState } from './save-state.client';
import { WhoWrote } from './who-wrote.client';

/** The record: what will be published on the left, what surrounds it on the right. */
export async function RecordPage({
  record,
  charter,
  facts,
  panel,
}: {
  record: LoadedRecord;
  charter: CharterInForce;
  facts: RecordFacts;
  panel: PanelName | undefined;
}) {
  const { member, db, abilities, workspace, context, partyOf } = await loadDesk();
  const t = await getTranslations('desk.record');
  const { claim, draft, sources, canEdit, inSigning, nextRevision } = record;
  const signing = workspace.parties.filter(({ standing }) => standing === 'signing');
  const ratings = await ratingsOf(record);
  const cited = sources.filter(({ state }) => state !== 'withdrawn');
  const numbers = new Map(sources.map(({ id, number }) => [id, number]));
  const readings = claim.languages.map((language) => [
    language,
    <Blocks key={language} blocks={textsOf(draft, language).analysis} numbers={numbers} shift={0} citations="chip" />,
  ]);
  const today = context.now.toISOString().slice(0, 10);
  const { party } = member;
  const canPropose = abilities['revision.propose'] && claim.state === 'open';
  const moving = await charterMove({ claimId: claim.id, workspaceId: member.workspaceId, charter }, db);
  const charterPanel = {
    claimId: claim.id,
    charterNumber: charter.number,
    move: {
      left: moving.left.map(({ name }) => name),
      move: moving.move && {
        ...moving.move,
        missing: moving.move.missing.map(({ name }) => name),
        isAsked: abilities['charter.move'] && moving.move.missing.some(({ id }) => id === party?.id),
      },
    },
    facts,
    parameters: charter.charter.parameters,
    clauses: charter.charter.clauses.map(({ id }) => ({ id })),
    justification: claim.justification && {
      text: claim.justification.text,
      party: partyOf(claim.justification.partyId)?.name ?? '',
    },
    searches: claim.searches.map(({ partyId, stance, note }) => ({
      key: `${partyId} ${stance}`,
      party: partyOf(partyId)?.name ?? '',
      stance,
      note,
    })),
    canEdit,
    canPropose,
    nextRevision,
    inSigning: record.canPropose ? undefined : inSigning?.number,
    today,
  };
  return (
    <RecordLive
      claimId={claim.id}
      personId={member.personId}
      language={claim.language}
      languages={claim.languages}
      canEdit={canEdit}
      isOpen={claim.state === 'open'}
      self={{ name: member.name, party: party?.name ?? null, position: party?.position ?? null, letter: party?.letter ?? null }}
      texts={readable(draft, claim.language)}
      translations={Object.fromEntries(
        claim.languages
          .filter((language) => language !== claim.language)
          .map((language) => [language, readable(draft, language)]),
      )}
      fields={draft.fields}
    >
      <DeskPage
        place="claims"
        crumbs={[{ label: t('crumb', { number: claim.number }) }]}
        end={
          <>
            <RecordSaveState />
            <Presence />
            {record.canPropose && <PreviewButton number={nextRevision} className="desk-only" />}
          </>
        }
      >
        <div className="edit">
          <main id="main" className="canvas" tabIndex={-1}>
            <h1 className="vh">{t('heading', { number: claim.number, heading: record.heading })}</h1>
            {record.stage !== 'closed' && (
              <StageBar
                current={record.stage}
                revision={record.stage === 'open' ? nextRevision : claim.revisions.at(-1)?.number}
              />
            )}
            <ClaimBanner record={record} />
            <ChallengesNotice claimId={claim.id} />
            <RetractionNotice claimId={claim.id} />
            <RecordNotices />
            <ClaimWork record={record} />
            <div className="record-tools">
              <WhoWrote />
              <LanguageBar />
              {claim.state === 'open' && (
                <a className="btn s to-rail" href="#record-panel">
                  <Icon as={ArrowDown} />
                  {t('toRail')}
                </a>
              )}
            </div>
            <LiveText text="claimText" className="wording" />
            <Duplicates claim={claim} />
            <Appearances claim={claim} canAdd={canEdit} today={today} />
            <QuestionBox
              parties={signing}
              acceptances={claim.acceptances.map(({ partyId, questionSha256 }) => ({ partyId, questionSha256 }))}
              ownParty={canEdit && abilities['question.accept'] ? party?.id : undefined}
            />
            <ReplyBox record={record} charter={charter} today={today} />
            <LiveText text="title" />
            <LiveText text="finding" />
            <LiveFields ratings={ratings} />
            <LiveText text="summary" />
            <LiveText text="context" />
            <LiveAnalysis
              sources={cited.map(({ id, number, title }) => ({ id, number, title }))}
              readings={Object.fromEntries(readings)}
            />
          </main>
          <aside className="rr" id="record-panel" aria-label={t('rail')}>
            <div className="in">
              <RecordPanels
                initial={panel ?? (claim.state === 'open' ? 'charter' : 'history')}
                sources={{
                  claimId: claim.id,
                  language: claim.language,
                  sources: cited,
                  publishers: record.publishers.map(({ id, name, owner }) => ({ id, name, owner })),
                  parties: workspace.parties,
                  ownParty: party?.id,
                  uploadLimitBytes: env().UPLOAD_BYTES,
                  canChange: canEdit && abilities['source.attach'],
                }}
                charter={claim.state === 'open' ? charterPanel : undefined}
                comments={
                  party === null || !abilities['comment.read']
                    ? undefined
                    : {
                        threads: record.threads,
                        talk: {
                          ownParty: { id: party.id, name: party.name },
                          // Nobody calls themselves.
                          people: record.people.filter(({ id }) => id !== member.personId),
                          parties: workspace.parties.map(({ id, name, letter, position }) => ({ id, name, letter, position })),
                          canWrite: abilities['comment.write'] && claim.state === 'open',
                          timeZone: workspace.timeZone,
                        },
                      }
                }
                notes={
                  party === null || !abilities['notes.read']
                    ? undefined
                    : {
                        party: { id: party.id, name: party.name },
                        readers: record.readers,
                        excluded: workspace.parties.filter(({ id }) => id !== party.id).map(({ name }) => name),
                      }
                }
                history={<History record={record} />}
              />
            </div>
          </aside>
        </div>
      </DeskPage>
    </RecordLive>
  );
}

/** The texts of a language as the page shows them before it is connected: the analysis as plain lines. */
function readable(draft: RecordDraft, language: string) {
  const { analysis, ...paragraphs } = textsOf(draft, language);
  return { ...paragraphs, analysis: plainText(analysis) };
}
