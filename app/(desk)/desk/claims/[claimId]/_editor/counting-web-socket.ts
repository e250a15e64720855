/** SyncStep2 carries everything that the server lacks, an update the change that was just made. */
export type DataFrame = 'step-two' | 'update';

/** Whether a message carries content. The server counts by the same two bytes, so its "saved up to n" means our n. */
export function dataFrameOf(bytes: Uint8Array): DataFrame | undefined {
  if (bytes[0] !== 0) return undefined;
  if (bytes[1] === 1) return 'step-two';
  return bytes[1] === 2 ? 'update' : undefined;
}

/**
 * A WebSocket class for y-websocket that asks before a data frame leaves. One instance is one connection, and frames count from 1 on each. A frame that
 * may not leave is dropped, not kept: the SyncStep2 that answers the server carries the same content.
 */
export function countingWebSocket(mayLeave: (frame: DataFrame) => boolean): typeof WebSocket {
  return class CountingWebSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      // y-websocket sends Uint8Arrays and nothing else.
      const frame = data instanceof Uint8Array ? dataFrameOf(data) : undefined;
      if (frame !== undefined && !mayLeave(frame)) return;
      super.send(data as Parameters<WebSocket['send']>[0]);
    }
  };
}
