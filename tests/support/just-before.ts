import type { Db } from '@/db/handle';

/** The same database, on which something else is committed just before the next transaction begins: what a command has read by then is not so any more. */
export function justBefore(db: Db, happens: () => Promise<unknown>): Db {
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name, target);
      const transaction: Db['transaction'] = async (...given) => {
        await happens();
        return target.transaction(...given);
      };
      return transaction;
    },
  });
}
