import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { type Task, tasksOfMember } from '@/db/queries/desk/tasks-of-member';
import { CharterStepNotice } from '../_frame/charter-step';
import { DeskPage } from '../_frame/desk-page';
import { loadCharterStep, loadDesk } from '../_frame/load-desk';
import { loadReader, loadWaiting, loadWords } from '../_frame/load-waiting';
import { groupsOf, summaryOf, type TaskGroup, taskHref } from './_tasks/task-links';

/** What a person can take in; the list of claims shows all that waits. */
const tasksPerPage = 60;

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('tasks') };
}

export default async function TasksPage() {
  const member = await requirePageActor();
  const { db } = await loadDesk();
  const reader = await loadReader();
  const [{ waiting, watched, retractions, challenges, toRatify, todos }, tasks, step] = await Promise.all([
    loadWaiting(),
    tasksOfMember({ reader, words: await loadWords(), limit: tasksPerPage }, db),
    loadCharterStep(),
  ]);
  const counts = {
    ...{ ...waiting.kinds, 'watch-signing': watched, retraction: retractions, challenge: challenges },
    ...{ todo: todos, ratify: toRatify },
  };
  const isWaiting = step !== null;
  const t = await getTranslations('desk.tasks');
  return (
    <DeskPage place="tasks" words="plain">
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>{member.party === null ? t('titleAlone') : t('title', { party: member.party.name })}</h1>
        </div>
        <CharterStepNotice />
        {tasks.length === 0 && isWaiting ? null : tasks.length === 0 ? (
          <NothingWaits />
        ) : (
          <>
            <div className="todo-strip">
              {summaryOf(counts, tasks).map(({ kind, count, href }) => (
                <Link key={kind} href={href}>
                  <b>{count}</b> {t(`count.${kind}`, { count })}
                </Link>
              ))}
            </div>
            <ul className="todo narrow">
              {groupsOf(tasks).map((group) => (
                <li key={group.key}>
                  <Group group={group} />
                </li>
              ))}
            </ul>
            {waiting.tasks > tasksPerPage && (
              <p className="acts">
                <ButtonLink href="/desk/claims?waits=me">{t('more', { count: waiting.me })}</ButtonLink>
              </p>
            )}
          </>
        )}
      </main>
    </DeskPage>
  );
}

async function Group({ group: { tasks } }: { group: TaskGroup }) {
  const t = await getTranslations('desk.tasks.line');
  const [first] = tasks;
  return (
    <>
      <h2>{'heading' in first ? <bdi lang={first.language}>{first.heading}</bdi> : t('charter', { charter: first.charter })}</h2>
      {tasks.map((task) => (
        <Link key={taskHref(task)} href={taskHref(task)}>
          {task.kind === 'todo' ? (
            <Todo task={task} />
          ) : task.kind === 'challenge' ? (
            <Challenge task={task} />
          ) : (
            t(task.kind, wordsOf(task))
          )}
        </Link>
      ))}
    </>
  );
}

/** What somebody asked for, in their words, with the day when there is one. */
async function Todo({ task: { what, dueOn, isPrivate } }: { task: Extract<Task, { kind: 'todo' }> }) {
  const t = await getTranslations('discussion.todo');
  const { today } = await loadReader();
  return (
    <>
      <bdi>{what}</bdi>
      {dueOn !== null && (
        <>
          {' '}
          <span className="muted">
            {t(dueOn < today ? 'overdue' : 'due')} <DateText at={dueOn} />
          </span>
        </>
      )}
      {isPrivate && <span className="muted"> · {t('private')}</span>}
    </>
  );
}

/** What a reader holds against the verdict, and until when the word of this member is due in public. */
async function Challenge({ task: { ask, challenge, by, isOverdue } }: { task: Extract<Task, { kind: 'challenge' }> }) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.tasks.line');
  const clock = await getTranslations('challenge.clock');
  return (
    <>
      {t(ask, { challenge })}{' '}
      <span className="muted">
        {clock(ask === 'acknowledge' ? 'acknowledgement' : 'decision')}:{' '}
        {clock.rich(isOverdue ? 'overdue' : 'running', { by: () => <DateText at={by} timeZone={workspace.timeZone} /> })}
      </span>
    </>
  );
}

function wordsOf(task: Exclude<Task, { kind: 'todo' | 'challenge' }>) {
  return {
    revision: 'revision' in task ? task.revision : 0,
    count: 'count' in task ? task.count : 0,
    charter: 'charter' in task ? task.charter : 0,
    number: 'number' in task ? task.number : 0,
    party: 'dissenting' in task ? task.dissenting : '',
  };
}

async function NothingWaits() {
  const { abilities } = await loadDesk();
  const t = await getTranslations('desk.tasks');
  const outside = await getTranslations('amendment.outside');
  if (!abilities['claim.list'])
    return (
      <EmptyState action={<ButtonLink href="/desk/charter">{outside('toCharter')}</ButtonLink>}>{outside('text')}</EmptyState>
    );
  return (
    <EmptyState action={<ButtonLink href="/desk/claims">{t('allClaims')}</ButtonLink>}>
      {t(abilities['claim.read'] ? 'none' : 'noneForSteward')}
    </EmptyState>
  );
}
