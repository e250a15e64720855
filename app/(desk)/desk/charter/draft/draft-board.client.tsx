'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type FocusEvent, useCallback, useState } from 'react';
import { CharterChangesOf } from '@/components/charter/charter-changes';
import { SelectField } from '@/components/ui/text-field';
import type { Charter } from '@/domain/charter/charter-text';
import { type ClauseId, clauses, optionalClauseIds } from '@/domain/charter/clauses';
import { type DraftParties, type DraftValues, leftOutOf } from '@/domain/charter/draft';
import { type CharterInput, charterLanguages } from '@/domain/charter/template';
import { localeFacts } from '@/messages/locales';
import type { Peer } from '../../claims/[claimId]/_editor/carets';
import type { Link } from '../../claims/[claimId]/_editor/use-live-document.client';
import { SaveState } from '../../claims/[claimId]/_record/save-state.client';
import { untilItComes } from '../../claims/[claimId]/_record/until-it-comes';
import { CharterText } from '../charter-text';
import type { Choosers, DraftNews, Hand, PeerAt } from './_editor/draft-session.client';
import { charterOfDraft } from './charter-of-draft';
import type { Choose } from './choose';
import { ClauseListed } from './clause-listed.client';
import { Differs } from './differs.client';
import { DraftNotices } from './draft-notices.client';
import { Here, HereAt } from './here.client';
import { ParameterFields } from './parameter-fields.client';
import { PartyFields } from './party-fields.client';
import { ProposeDraft } from './propose-draft.client';
import type { ChosenBy } from './typed-field.client';
import { useDraftFaults } from './use-draft-faults';

/** Loaded after the page is readable, and only in a browser: Yjs and the socket are no part of the server's page. */
const DraftSession = dynamic(
  () => untilItComes(() => import('./_editor/draft-session.client').then((module) => module.DraftSession)),
  { ssr: false },
);

type Board = Pick<CharterInput, 'workspace' | 'number'> & {
  document: string;
  draft: number;
  personId: string;
  self: Peer;
  /** The parties as they are now. */
  present: (DraftParties['known'][number] & { name: string })[];
  values: DraftValues;
  /** The version that this one would change; a desk's first changes none. */
  inForce: Charter | undefined;
  mayDraft: boolean;
  mayPropose: boolean;
  /** Why no version may be proposed now. */
  bar: string | undefined;
};

/**
 * The draft of the charter as everybody has it: each clause with what it is for, whether it is listed, the numbers that may be chosen, who is at it, and its exact words as they
 * follow from the choices. The words are made by the same function as the proposal, so what is read is what will be proposed.
 */
export function DraftBoard({ document, personId, self, workspace, number, present, inForce, ...board }: Board) {
  const t = useTranslations('charterDraft');
  const words = useTranslations('desk.draft');
  const [heard, setHeard] = useState<{
    values: DraftValues;
    choosers: Choosers;
    peers: PeerAt[];
    link: Link | undefined;
    hand: Hand | undefined;
  }>({ values: board.values, choosers: new Map(), peers: [], link: undefined, hand: undefined });
  const onNews = useCallback((news: DraftNews) => setHeard((before) => ({ ...before, ...news })), []);
  const { values, choosers, peers, link, hand } = heard;
  const { send, pending, refusal, errorOf, form } = useDraftFaults();
  const whole = charterOfDraft(values, { workspace, number, present, isFirst: inForce === undefined, leftOut: [] });
  const charter = charterOfDraft(values, { workspace, number, present, isFirst: inForce === undefined });
  const leftOut = leftOutOf(values);
  // What is chosen where the server takes nothing would reach nobody.
  const canChoose = board.mayDraft && hand !== undefined && link?.closedWith === undefined && link?.access === 'write';
  const choose: Choose = (key, value) => {
    if (canChoose) hand.choose(key, value);
    return canChoose;
  };
  const chosenBy: ChosenBy = (key) => choosers.get(key);
  const goTo = ({ target }: FocusEvent<HTMLElement>) => hand?.goTo(target.closest('li[id]')?.id);
  const isOptional = (clause: ClauseId) => optionalClauseIds.some((id) => id === clause);

  return (
    <div className="narrow form" ref={form}>
      <DraftSession document={document} personId={personId} self={self} onNews={onNews} />
      <div className="acts">
        {link !== undefined && <SaveState link={link} notices="draft" />}
        <Here peers={peers} />
      </div>
      {link !== undefined && <DraftNotices link={link} />}
      {inForce !== undefined && <Differs before={inForce} after={charter} />}
      <fieldset className="contents" disabled={!canChoose} onFocus={goTo} onBlur={() => hand?.goTo(undefined)}>
        {board.mayDraft && (
          <SelectField
            id="language"
            name="language"
            label={words('language')}
            hint={words('languageHint')}
            value={charter.language}
            onChange={(event) => choose('language', event.target.value)}
            error={errorOf('language')}
            options={charterLanguages.map((code) => ({ value: code, label: localeFacts(code).name }))}
          />
        )}
        {board.mayDraft && inForce !== undefined && (
          <PartyFields present={present} values={values} choose={choose} chosenBy={chosenBy} errorOf={errorOf} />
        )}
        <CharterText
          charter={whole}
          heading="h2"
          above={(clause) => (
            <>
              <HereAt peers={peers} clause={clause} />
              <p className="muted">{words(`about.${clause}`)}</p>
              {isOptional(clause) && (
                <ClauseListed clause={clause} isListed={!leftOut.includes(clause)} choose={board.mayDraft ? choose : undefined} />
              )}
              {board.mayDraft && !leftOut.includes(clause) && (
                <ParameterFields
                  names={clauses.find(({ id }) => id === clause)?.parameters ?? []}
                  values={values}
                  choose={choose}
                  chosenBy={chosenBy}
                  errorOf={errorOf}
                  was={inForce?.parameters}
                />
              )}
            </>
          )}
        />
      </fieldset>
      {inForce !== undefined && <CharterChangesOf before={inForce} after={charter} />}
      {board.mayPropose ? (
        <ProposeDraft
          {...{ number, pending, refusal, send, hand, form }}
          draft={board.draft}
          bar={board.bar}
          canPropose={canChoose}
          isFirst={inForce === undefined}
        />
      ) : (
        <p>{t('moderatorProposes')}</p>
      )}
    </div>
  );
}
