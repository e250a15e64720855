import { notesDocument, recordDocument } from '@/domain/record/document-name';
import { type Actor, actors, actorsOf } from './support/actors';
import { expectedOf, rows } from './support/expected';
import { textOfMail } from './support/newcomers';
import { type Desk, type PrivatePlace, privatePlaces } from './support/private-places';
import type { Names } from './support/rights';
import { addresses, addressOf } from './support/routes';
import { visitAs } from './support/stock-client';
import { expect, secret, test, type World } from './support/world';

/** A page of results repeats the word that was searched for, so each place has another beside it. */
const searched = 'quincunx';

type Put = PrivatePlace & { name: string; word: string };
/** Everything that somebody was answered, by what they asked for. */
type Heard = Map<string, string>;

test('[T10] [T15] [T17] [T18] [M2] [M9] [M11] [D8] [IN10] a word in each private place reaches those it is for, and no other person, page, event, mail, log line or export', async ({
  world,
}) => {
  const streams = new Map(actors.map((actor) => [actor, listen(world, actor)]));
  const others = new Set<string>();
  const desk = deskOf(world, others);
  const puts: Put[] = [];
  for (const [name, place] of Object.entries(privatePlaces)) puts.push(await put(desk, name, place));
  await world.settle();

  const paths = [...readable(world.names), ...others];
  const told = actors.map(async (actor) => [actor, await everythingTold(world, actor, paths)] as const);
  const heard = new Map(await Promise.all(told));
  for (const [actor, stream] of streams) heard.get(actor)?.set('the stream of changes', await stream.end());
  expect(heard.get('observer')?.get('the stream of changes')).toContain('event: change');

  await test.step('people', () => {
    expect(puts.flatMap((place) => faultsOf(place, heard))).toEqual([]);
  });
  await test.step('mails', async () => {
    const [mailed, kept] = [puts.filter(({ isMailed }) => isMailed), puts.filter(({ isMailed }) => !isMailed)];
    for (const { name, word } of mailed) await expect.poll(() => mailsWith(world, word), name).toHaveLength(1);
    const leaked = kept.filter(({ word }) => mailsWith(world, word).length > 0);
    expect(leaked.map(({ name }) => name)).toEqual([]);
  });
  await test.step('the log of the process', () => {
    const log = world.server.output();
    expect(log.length).toBeGreaterThan(0);
    expect([...puts, { name: 'the secret of the server', word: secret }].filter(({ word }) => log.includes(word))).toEqual([]);
  });
});

/** The desk that is filled, with hands that do what must succeed. */
function deskOf(world: World, others: Set<string>): Desk {
  const done: Desk['done'] = async (actor, method, path, body) => {
    const { status, text } = await world.ask(actor, method, path, body);
    expect(status, `${method} ${path} by ${actor}: ${text}`).toBeLessThan(300);
    return JSON.parse(text);
  };
  const see: Desk['see'] = (...paths) => {
    for (const path of paths) others.add(path);
  };
  return { world, claimId: world.names.claimId ?? '', done, see };
}

async function put(desk: Desk, name: string, place: PrivatePlace): Promise<Put> {
  const random = `zy${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const given = await place.put(desk, `${searched} ${random}`);
  const word = typeof given === 'string' ? given : random;
  expect(word.length, name).toBeGreaterThan(7);
  return { ...place, name, word };
}

/** Where a word is read by somebody it is not for, and who it is for and does not find it. */
function faultsOf({ name, word, readers }: Put, heard: Map<Actor, Heard>): string[] {
  const wanted = actorsOf(readers);
  return [...heard].flatMap(([actor, answers]) => {
    const at = [...answers].filter(([, text]) => text.includes(word)).map(([address]) => address);
    if (wanted.includes(actor)) return at.length > 0 ? [] : [`${actor} does not find ${name}`];
    return at.length === 0 ? [] : [`${actor} reads ${name} at ${at.join(', ')}`];
  });
}

/** Everything that somebody can ask for, what refuses them, and what the sockets say. */
async function everythingTold(world: World, actor: Actor, paths: string[]): Promise<Heard> {
  const heard: Heard = new Map();
  for (const path of paths) heard.set(path, (await world.ask(actor, 'GET', path)).text);
  for (const row of rows.filter(({ method }) => method !== 'GET')) {
    const expected = expectedOf(row, actor, world);
    // A conflict with a thing that is made for its row is none with the one that is here already.
    if (Number.parseInt(expected, 10) < 400 || (row.of !== undefined && expected.startsWith('409'))) continue;
    const body = typeof row.body === 'function' ? row.body(world.names, 0) : row.body;
    const { status, text } = await world.ask(actor, row.method, addressOf(row.pattern, world.names), body);
    expect(status, `${row.name} by ${actor}`).toBeGreaterThanOrEqual(400);
    heard.set(row.name, text);
  }
  const similar = { text: searched };
  heard.set('claims that are like it', (await world.ask(actor, 'POST', '/api/v1/claims/similar', similar)).text);
  const { claimId = '' } = world.names;
  const { north, south, mission } = world.workspace;
  const documents = [recordDocument(claimId), ...[north, south, mission].map(({ id }) => notesDocument(claimId, id))];
  const { origin = '', ...headers } = world.headersOf(actor);
  for (const document of documents) heard.set(document, (await visitAs({ origin, ...headers }, document)).bytes);
  return heard;
}

/** The addresses of all pages, files and routes that are read, the panels and the searches. The link of an invitation is a permission by itself. */
function readable(names: Names): string[] {
  const read = rows.filter(({ method, pattern }) => method === 'GET' && !pattern.endsWith('/events'));
  const patterns = [...addresses(), ...read.map(({ pattern }) => pattern)];
  const panels = ['sources', 'charter', 'comments', 'notes', 'history'].map(
    (panel) => `/desk/claims/${names.claimId}?panel=${panel}`,
  );
  const searches = ['/search', '/ar/search', '/desk/claims', '/api/v1/claims', '/api/v1/verdicts'];
  return [
    ...patterns.map((pattern) => addressOf(pattern, { ...names, token: 'unknown' })),
    ...panels,
    ...searches.map((path) => `${path}?q=${searched}`),
    ...['/ar', '/sitemap.xml', '/robots.txt', '/api/auth/session', '/api/auth/providers'],
  ];
}

/** The stream of changes as somebody hears it, until it is ended. */
function listen(world: World, actor: Actor): { end(): Promise<string> } {
  const over = new AbortController();
  let heard = '';
  const path = `${world.server.url}/api/v1/workspaces/${world.workspace.id}/events`;
  const listening = fetch(path, { headers: world.headersOf(actor), signal: over.signal })
    .then(async (response) => {
      const decoder = new TextDecoder();
      for await (const bytes of response.body ?? []) heard += decoder.decode(bytes, { stream: true });
    })
    .catch(() => undefined);
  return {
    async end() {
      over.abort();
      await listening;
      return heard;
    },
  };
}

function mailsWith({ sink }: World, word: string): string[] {
  const people = new Set(sink.received.flatMap(({ to }) => to));
  return [...people].filter((person) => textOfMail(sink.received, person).replaceAll(person, '').includes(word));
}
