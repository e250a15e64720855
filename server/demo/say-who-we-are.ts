import { confirmStatement } from '@/commands/transparency/confirm-statement';
import { writeStatement } from '@/commands/transparency/write-statement';
import type { Section } from '@/domain/transparency/sections';
import type { PersonKey } from './cast';
import type { DemoClock } from './clock';
import { done, type Stage } from './stage';

type Words = { by: PersonKey; section: Section; text: string; confirmedBy?: PersonKey };

/** What this desk says about itself (C40): a desk that was made up says so. */
const statements: Words[] = [
  {
    by: 'n.moderator',
    section: 'methodology',
    text: 'This desk was made up to show how a joint desk works. It checks the statements of one article that was written for the purpose.\n\nBoth desks agree the question first. Then they look for sources together, each grading what the other has attached, and freeze the record. A verdict stands when both have signed the same bytes, under the charter that both have ratified.',
    confirmedBy: 's.moderator',
  },
  {
    by: 'n.moderator',
    section: 'members',
    text: 'Two moderators and two fact-checkers, named by desk and role. None of them exists outside this demonstration.',
  },
  { by: 'n.moderator', section: 'funding', text: 'Nobody funds the Northern desk: it is a demonstration.' },
  {
    by: 's.moderator',
    section: 'members',
    text: 'Two moderators and two fact-checkers, named by desk and role. They are parts in a demonstration and work for nobody else.',
  },
  { by: 's.moderator', section: 'funding', text: 'The Southern desk has no money and needs none: it is a demonstration.' },
  {
    by: 'o.mediator',
    section: 'members',
    text: 'A mediator and an observer. They watch that the charter is kept; they sign no verdict.',
  },
  {
    by: 's.moderator',
    section: 'corrections',
    text: 'Under each verdict there is a form for challenges. Both clocks of the answer are public. What we change is shown with its date, and the earlier version keeps its address.',
    confirmedBy: 'n.moderator',
  },
  { by: 's.moderator', section: 'contact', text: 'corrections@desk.example', confirmedBy: 'n.moderator' },
];

/** Each writes in the afternoon on which the charter was ratified, and the other side confirms what is said of both. */
export async function sayWhoWeAre(stage: Stage, clock: DemoClock): Promise<void> {
  for (const [index, { by, section, text, confirmedBy }] of statements.entries()) {
    const minute = String(35 + index * 2);
    const { id: statementId } = done(await writeStatement(await stage.as(by, clock.day(14, `15:${minute}`)), { section, text }));
    if (confirmedBy === undefined) continue;
    const later = clock.day(14, `15:${String(36 + index * 2)}`);
    done(await confirmStatement(await stage.as(confirmedBy, later), { statementId }));
  }
}
