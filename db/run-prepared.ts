import type { Db } from './handle';

type Row = Record<string, unknown>;
/** What the drivers under drizzle have of this, and nothing else of them is used here. */
type PostgresClient = { unsafe(text: string, parameters: string[], options: { prepare: true }): Promise<Row[]> };
type PGliteClient = { exec(text: string): Promise<{ rows: Row[] }[]> };

/**
 * Runs a statement with text parameters that both databases parse and plan once. On the hot path of live editing planning costs
 * more than running: three times as much on PostgreSQL, six times on PGlite, whose own parameters are not prepared at all.
 */
export async function runPrepared(
  db: Db,
  statement: { name: string; text: string },
  parameters: readonly string[],
): Promise<Record<string, unknown>[]> {
  const client = clientOf(db);
  if ('unsafe' in client) return client.unsafe(statement.text, [...parameters], { prepare: true });
  await prepareOnce(client, statement, parameters.length);
  // EXECUTE takes no bound parameters. Strings conform to the standard, so a doubled quote is the whole of quoting.
  const quoted = parameters.map((parameter) => `'${parameter.replaceAll("'", "''")}'`).join();
  const results = await client.exec(`execute ${statement.name}(${quoted})`);
  return results[0]?.rows ?? [];
}

const prepared = new WeakMap<PGliteClient, Map<string, Promise<unknown>>>();

function prepareOnce(client: PGliteClient, { name, text }: { name: string; text: string }, parameters: number): Promise<unknown> {
  const known = prepared.get(client) ?? new Map<string, Promise<unknown>>();
  prepared.set(client, known);
  const preparing =
    known.get(name) ??
    client.exec(`prepare ${name}(${Array(parameters).fill('text').join()}) as ${text}`).catch((cause: unknown) => {
      // A failure must not be remembered: the next caller tries again.
      known.delete(name);
      throw cause;
    });
  known.set(name, preparing);
  return preparing;
}

/** drizzle keeps its driver's client at `$client`, and its common type does not say so. */
function clientOf(db: Db): PostgresClient | PGliteClient {
  return (db as unknown as { $client: PostgresClient | PGliteClient }).$client;
}
