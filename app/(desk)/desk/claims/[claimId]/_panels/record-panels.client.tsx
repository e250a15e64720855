'use client';

import { Check, CircleDashed, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { Tabs } from '@/components/ui/tabs.client';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { findingsUnder } from '@/domain/charter/charter-text';
import { checkRecord } from '@/domain/charter/check-record';
import type { ClauseId } from '@/domain/charter/clauses';
import type { RecordFacts } from '@/domain/charter/facts';
import type { ClauseFinding } from '@/domain/charter/finding';
import type { CharterParameters } from '@/domain/charter/parameters';
import { questionDigest } from '@/domain/record/canonical';
import { DraftFields, type DraftTexts, type RecordDraft } from '@/domain/record/draft';
import { freezeNeeds } from '@/domain/record/freeze-needs';
import { CommentsPanel, type CommentsPanelProps } from '../_comments/comments-panel.client';
import { useDiscussion } from '../_comments/use-discussion.client';
import type { LiveFields, LiveTexts } from '../_editor/read-texts';
import { useLive, useSeat, useTextsIn } from '../_record/record-context.client';
import { CharterPanel, type CharterPanelProps } from './charter-panel.client';
import { NotesPanel, type NotesPanelProps } from './notes-panel.client';
import { type PanelName, readPanel } from './panel-name';
import { SourcesPanel, type SourcesPanelProps } from './sources-panel.client';

type Charter = Omit<CharterPanelProps, 'findings' | 'needs' | 'openSources' | 'comment'> & {
  facts: RecordFacts;
  /** What C40 still asks for, which is done on a page of its own and told here ahead (SPEC TR6). */
  transparency: ClauseFinding | undefined;
  parameters: CharterParameters;
  clauses: { id: ClauseId }[];
};

/** The rail beside the record; of a closed one the charter asks nothing any more. The charter's findings are made here, from the facts of the page and the words as they are typed. */
export function RecordPanels({
  initial,
  sources,
  charter,
  comments,
  notes,
  history,
}: {
  initial: PanelName;
  sources: Omit<SourcesPanelProps, 'comment'>;
  charter: Charter | undefined;
  comments: CommentsPanelProps | undefined;
  notes: NotesPanelProps | undefined;
  history: ReactNode;
}) {
  const t = useTranslations('desk.panels');
  const words = useTranslations('record');
  const [panel, setPanel] = useState<PanelName>(initial);
  const [opened, setOpened] = useState<ReadonlySet<PanelName>>(new Set([initial]));
  const { language, languages } = useSeat();
  const { texts, fields } = useLive();
  const textsIn = useTextsIn();
  const { title, question, claimText } = texts;
  const ofRecord =
    charter === undefined
      ? []
      : findingsUnder(
          charter,
          checkRecord(
            'propose',
            {
              ...charter.facts,
              ...{ title, question, claimText, questionSha256: questionDigest(question) },
              otherTitles: languages.filter((tag) => tag !== language).map((tag) => textsIn(tag).title),
            },
            charter.parameters,
          ),
        );
  const findings = charter?.transparency?.met === false ? [...ofRecord, charter.transparency] : ofRecord;
  const needs =
    charter === undefined
      ? []
      : freezeNeeds(
          draftOf(
            languages.map((tag) => [tag, textsIn(tag)]),
            fields,
          ),
          languages,
          ratingsOf(charter.parameters),
        );
  const left = findings.filter(({ met }) => !met).length + needs.filter(({ fault }) => fault !== undefined).length;

  const open = useCallback((name: PanelName) => {
    setPanel(name);
    setOpened((before) => new Set([...before, name]));
  }, []);
  const openComments = useCallback(() => open('comments'), [open]);
  const discussion = useDiscussion(comments?.threads ?? noThreads, openComments);
  const { begin, focus } = discussion;
  const comment = comments?.talk.canWrite === true ? begin : undefined;

  // A citation leads to its source, and a notification to its thread, which stand in a panel that may be closed.
  useEffect(() => {
    const follow = () => {
      const threadId = /^#comment-([0-9a-f-]{36})$/.exec(window.location.hash)?.[1];
      if (threadId !== undefined) focus(threadId);
      const id = /^#(e\d+)$/.exec(window.location.hash)?.[1];
      if (id === undefined) return;
      setPanel('sources');
      requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'start' }));
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [focus]);

  return (
    <Tabs
      label={t('label')}
      value={panel}
      onValueChange={(value) => open(readPanel(value) ?? 'charter')}
      tabs={[
        {
          value: 'sources',
          label: t('sources'),
          count: sources.sources.length,
          keepMounted: true,
          panel: <SourcesPanel {...sources} comment={comment} />,
        },
        ...(charter === undefined
          ? []
          : [
              {
                value: 'charter',
                label: t('charter'),
                // A number, as at its neighbours: in words it would push the last of them out of the rail in three languages of four.
                count: (
                  <>
                    <Icon as={left === 0 ? Check : CircleDashed} />
                    {left > 0 && <span aria-hidden="true">{left}</span>}
                    <VisuallyHidden>{words('clausesLeft', { count: left })}</VisuallyHidden>
                  </>
                ),
                panel: (
                  <CharterPanel
                    {...charter}
                    findings={findings}
                    needs={needs}
                    openSources={() => open('sources')}
                    comment={comment}
                  />
                ),
              },
            ]),
        ...(comments === undefined
          ? []
          : [
              {
                value: 'comments',
                label: t('comments'),
                count: comments.threads.filter(({ resolved }) => resolved === null).length,
                // What is being written stays while somebody looks at a source.
                keepMounted: true,
                panel: <CommentsPanel {...comments} discussion={discussion} />,
              },
            ]),
        ...(notes === undefined
          ? []
          : [
              {
                value: 'notes',
                label: t('notes'),
                icon: <Icon as={Lock} />,
                keepMounted: true,
                panel: <NotesPanel {...notes} isOpened={opened.has('notes')} />,
              },
            ]),
        { value: 'history', label: t('history'), panel: history },
      ]}
    />
  );
}

const noThreads: CommentsPanelProps['threads'] = [];

/** The live words as a draft. Citations are left to the server, which knows what is accepted. */
function draftOf(written: [language: string, texts: LiveTexts][], fields: LiveFields): RecordDraft {
  const read = DraftFields.safeParse(fields);
  const texts = written.map(([language, { analysis, ...paragraphs }]): [string, DraftTexts] => [
    language,
    { ...paragraphs, analysis: [{ type: 'paragraph', content: [{ type: 'text', text: analysis }] }] },
  ]);
  return { texts: Object.fromEntries(texts), fields: read.success ? read.data : {} };
}

function ratingsOf({ ratings }: CharterParameters): string[] {
  return ratings.map(({ key }) => key);
}
