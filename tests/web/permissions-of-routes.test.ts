import { type DocumentScope, documentAccess } from '@/domain/policies/document-access';
import { charterDocument, notesDocument, recordDocument } from '@/domain/record/document-name';
import { RawSocket } from '@/tests/server/collab/support/raw-socket';
import { type Actor, actors } from './support/actors';
import { expectedOf, memberOf, pageOutcome, type Row, rows } from './support/expected';
import { type Names, pageRights } from './support/rights';
import { addressOf } from './support/routes';
import { type Answer, expect, test, type World } from './support/world';

/** Another number for each thing that is sent, also when a test runs again on the same server. */
let sent = 0;

test('[A3] [A5] every page opens to each seat as the permission table says, and to nobody else', async ({ world }) => {
  const before = await world.digests();
  const found: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const [pattern, right] of Object.entries(pageRights)) {
    const shown = right.shows === undefined ? undefined : world.names[right.shows];
    const asked = actors.map(async (actor) => {
      const { outcome, text } = await world.ask(actor, 'GET', addressOf(pattern, world.names));
      wanted[`${pattern} to ${actor}`] = pageOutcome(pattern, right, actor, world);
      found[`${pattern} to ${actor}`] = shown !== undefined && text.includes(shown) ? `${outcome} shown` : outcome;
    });
    await Promise.all(asked);
  }
  expect(found).toEqual(wanted);
  expect(await world.digests()).toEqual(before);
});

test('[A2] [A3] [A6] every route answers each seat as the permission table says, and a refusal changes nothing', async ({
  world,
}) => {
  for (const row of rows) {
    const cells = actors.map((actor) => ({ actor, expected: expectedOf(row, actor, world) }));
    const found: Record<string, string> = {};
    const refused = cells.filter(({ expected }) => Number.parseInt(expected, 10) >= 400);
    const names = { ...world.names, ...(row.of === undefined ? {} : await world.make(row.of)) };
    await world.settle();
    const before = await world.digests();
    const answers = refused.map(async ({ actor }) => {
      found[actor] = (await ask(world, row, { names, headers: world.headersOf(actor) })).outcome;
    });
    await Promise.all(answers);
    expect(await world.digests(), `${row.name} refused, and changed`).toEqual(before);
    for (const { actor } of cells.filter((cell) => !refused.includes(cell))) found[actor] = await doAs(world, row, actor);
    expect(found, row.name).toEqual(Object.fromEntries(cells.map(({ actor, expected }) => [actor, expected])));
  }
});

test('[T9] [A4] [A5] [A6] every live document opens to each seat as its name says', async ({ world }) => {
  const { claimId = '' } = world.names;
  const { id: workspaceId, north, south, mission } = world.workspace;
  const documents: [string, DocumentScope][] = [
    [recordDocument(claimId), { workspaceId, kind: 'record', isClosed: false }],
    [charterDocument(workspaceId, 1), { workspaceId, kind: 'charter', isClosed: false }],
    ...[north, south, mission].map(({ id: partyId }): [string, DocumentScope] => [
      notesDocument(claimId, partyId),
      { workspaceId, kind: 'notes', partyId },
    ]),
  ];
  for (const [name, scope] of documents) {
    const found = actors.map(async (actor) => [actor, await accessTo(world, name, actor)]);
    const wanted = actors.map((actor) => [actor, expectedAccess(world, scope, actor)]);
    expect(Object.fromEntries(await Promise.all(found)), name).toEqual(Object.fromEntries(wanted));
  }
});

/** Does what a row allows, with a thing and a session of its own where it spends them. Another desk changes nothing of this one. */
async function doAs(world: World, row: Row, actor: Actor): Promise<string> {
  const names = { ...world.names, ...(row.of === undefined ? {} : await world.make(row.of)) };
  const headers = row.spare === true ? await world.spareOf(actor) : world.headersOf(actor);
  const { id } = world.workspace;
  const isStranger = row.strangersWrite !== true && (actor === 'elsewhere' || actor === 'nobody' || actor === 'removed');
  if (isStranger) await world.settle();
  const before = isStranger ? await world.digests(id) : undefined;
  const answer = await ask(world, row, { names, headers });
  if (before === undefined) return answer.outcome;
  expect(await world.digests(id), `${row.name} by ${actor}`).toEqual(before);
  if (row.may !== 'everybody') expect(answer.text, `${row.name} by ${actor}`).not.toContain(names.question);
  return answer.outcome;
}

function ask(world: World, row: Row, { names, headers }: { names: Names; headers: Record<string, string> }): Promise<Answer> {
  sent += 1;
  const body = typeof row.body === 'function' ? row.body(names, sent) : row.body;
  return world.askWith(headers, row.method, addressOf(row.pattern, names), body);
}

function expectedAccess(world: World, scope: DocumentScope, actor: Actor): string {
  const member = memberOf(world, actor);
  // A session without a seat is one of another desk: nothing is there.
  if (actor === 'nobody') return '4401';
  if (member?.workspaceId !== scope.workspaceId) return '4404';
  const access = documentAccess(member, scope);
  return access === 'none' ? '4403' : access;
}

/** The access that STATE tells, or the code that the socket is closed with. */
async function accessTo(world: World, document: string, actor: Actor): Promise<string> {
  const socket = new RawSocket(`${world.server.url.replace(/^http/, 'ws')}/collab/${document}`, world.headersOf(actor));
  await socket.ready();
  const [state] = socket.messages;
  socket.end();
  if (state === undefined) return `${socket.closedWith}`;
  return JSON.parse(new TextDecoder().decode(state).replace(/^[^{]*/, '')).access;
}
