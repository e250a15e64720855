/** Whether a message carries content: SyncStep2 or an update. The server counts by the same two bytes, so its "saved up to n" means our n. */
export function isDataFrame(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2);
}

/** A WebSocket class for y-websocket that says when a data frame leaves. One instance is one connection, and frames count from 1 on each. */
export function countingWebSocket(sent: () => void): typeof WebSocket {
  return class CountingWebSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      // y-websocket sends Uint8Arrays and nothing else.
      if (data instanceof Uint8Array && isDataFrame(data)) sent();
      super.send(data as Parameters<WebSocket['send']>[0]);
    }
  };
}
