import { processBus, processId } from '@/platform/bus';
import { callThisProcess } from '@/platform/loopback';
import { connectRedisBus } from '@/platform/redis-bus';

type Options = { url: string; deployment: string; host: string; port: number; report: (fault: unknown, task: string) => void };

/** Makes this process one of several: it hears the others through Redis, and drops its kept pages when one of them has published. */
export function joinOtherProcesses({ url, deployment, host, port, report }: Options): { leave(): void } {
  const bus = connectRedisBus({ url, deployment, report: (fault) => report(fault, 'bus') });
  const refresh = () => {
    callThisProcess({ host, port, path: '/api/internal/public-pages' }).catch((fault: unknown) => report(fault, 'kept pages'));
  };
  const off = processBus.subscribe('public-pages', (sayer) => {
    if (sayer !== processId()) refresh();
  });
  // Whatever was said meanwhile was not heard. The first time nothing listens yet, and nothing is kept.
  let isFirst = true;
  const offReconnect = processBus.onReconnect(() => {
    if (!isFirst) refresh();
    isFirst = false;
  });
  return {
    leave: () => {
      off();
      offReconnect();
      bus.close();
    },
  };
}
