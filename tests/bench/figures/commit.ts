import postgres from 'postgres';
import { quantile } from '../statistics';

/** What one durable row costs on this machine now: the unit in which a durable server's latency is judged. */
export async function measureCommit(url: string): Promise<{ 'p50 ms': number; 'p99 ms': number }> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create table if not exists one_row (at bigint not null)`;
  const times: number[] = [];
  for (let row = 0; row < 200; row++) {
    const start = performance.now();
    await sql`insert into one_row values (${row})`;
    times.push(performance.now() - start);
  }
  await sql.end();
  return { 'p50 ms': quantile(times, 0.5), 'p99 ms': quantile(times, 0.99) };
}
