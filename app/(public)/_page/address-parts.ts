/**
 * What stands in an address, before the database is asked: anything else cannot exist. It also keeps a NUL and a number beyond an integer column away
 * from PostgreSQL, which would answer them with a fault.
 */
export function slugIn(part: string | undefined): string | undefined {
  return part !== undefined && /^[a-z0-9-]{1,120}$/.test(part) ? part : undefined;
}

/** A count from 1, written the one way it is written. */
export function numberIn(part: string | undefined): number | undefined {
  return part !== undefined && /^[1-9]\d{0,5}$/.test(part) ? Number(part) : undefined;
}
