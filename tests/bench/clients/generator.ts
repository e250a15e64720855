import { goBy } from './go-by';
import { crowd, disperse, fill, leaveAllButOne } from './hold';
import { join, write } from './long-document';
import { misbehave, sendWhale } from './misbehave';
import { close, type Opening, open } from './rooms';
import { stop, survived, typeOn } from './survive';
import { saturate, type } from './type';

/** The people of the bench, in a process of their own. The parent says what they do, and measures the server meanwhile. */
const jobs = {
  open: async (opening: Opening): Promise<void> => void (await open(opening)),
  ...{
    close,
    crowd,
    disperse,
    fill,
    leaveAllButOne,
    type,
    saturate,
    typeOn,
    stop,
    survived,
    goBy,
    write,
    join,
    misbehave,
    sendWhale,
  },
};
export type Jobs = typeof jobs;

process.on('message', ({ id, job, input }: { id: number; job: keyof Jobs; input: never }) => {
  Promise.resolve(jobs[job](input)).then(
    (result) => process.send?.({ id, result }),
    (fault: Error) => process.send?.({ id, fault: fault.stack }),
  );
});
