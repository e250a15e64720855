// Preloaded into every server under test, ours and the peers' alike: answers what only the process itself knows.

process.on('message', ({ id, collect }) => {
  if (collect) for (let pass = 0; pass < 3; pass++) globalThis.gc();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  process.send({ id, usage: { cpuMs: (user + system) / 1000, rss, heapUsed, arrayBuffers, unsent: unsentBytes() } });
});
// Listening to the parent must not keep a server alive that wants to end.
process.channel?.unref();

/** What sockets hold that the kernel has not taken: the bytes that clients who do not read leave in this process. */
function unsentBytes() {
  return process._getActiveHandles().reduce((sum, handle) => sum + (handle.writableLength ?? 0), 0);
}
