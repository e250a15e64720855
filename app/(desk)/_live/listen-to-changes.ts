const workerPath = '/desk-events-worker.js';

/**
 * Calls back when something at the desk changed, until the answer is called. All tabs of a browser share one connection through a SharedWorker, because
 * HTTP/1.1 allows six per host and a long-lived stream holds one of them; a browser without SharedWorker opens its own.
 */
export function listenToChanges(url: string, changed: () => void): () => void {
  return typeof SharedWorker === 'undefined' ? listenDirectly(url, changed) : listenThroughWorker(url, changed);
}

function listenThroughWorker(url: string, changed: () => void): () => void {
  const { port } = new SharedWorker(workerPath, { name: 'countersign-desk' });
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.data === 'change') changed();
  };
  // A tab that is closed says nothing more: pagehide is the last moment to leave.
  const leave = () => port.postMessage({ leave: url });
  port.addEventListener('message', onMessage);
  port.start();
  port.postMessage({ join: url });
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    port.removeEventListener('message', onMessage);
    leave();
    port.close();
  };
}

function listenDirectly(url: string, changed: () => void): () => void {
  const source = new EventSource(url);
  source.addEventListener('change', changed);
  return () => source.close();
}
