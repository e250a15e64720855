// One stream of changes for all tabs of a browser. Tabs join with an address and leave with it; the stream of an address that nobody
// listens to any more is closed. It carries no content: a tab that hears of a change reads its page again.
const rooms = new Map();

self.onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (typeof data?.join === 'string') join(data.join, port);
    if (typeof data?.leave === 'string') leave(data.leave, port);
  };
};

function join(url, port) {
  const room = rooms.get(url) ?? open(url);
  room.ports.add(port);
}

function leave(url, port) {
  const room = rooms.get(url);
  if (room === undefined) return;
  room.ports.delete(port);
  if (room.ports.size > 0) return;
  room.source.close();
  rooms.delete(url);
}

function open(url) {
  const room = { source: new EventSource(url), ports: new Set() };
  room.source.addEventListener('change', () => {
    for (const port of room.ports) port.postMessage('change');
  });
  // A refused stream (signed out) is not tried again by the browser; the next tab that joins opens a new one.
  room.source.addEventListener('error', () => {
    if (room.source.readyState === EventSource.CLOSED) rooms.delete(url);
  });
  rooms.set(url, room);
  return room;
}
