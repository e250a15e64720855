import type { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** A WebSocket of the server whose other end is in this process: no port, no kernel, so that thousands can come and go. */
export class Line {
  readonly stream: Duplex;
  readonly socket: WebSocket;
  /** What the server said, and the code with which it closed. */
  readonly messages: Buffer[] = [];
  closedWith: number | undefined;
  #bytes = Buffer.alloc(0);
  #isShaken = false;
  #listener: () => void = () => {};

  constructor() {
    this.stream = new Duplex({
      read: () => {},
      write: (chunk: Buffer, _encoding, done) => {
        this.#read(chunk);
        done();
      },
    });
    this.socket = shake(this.stream);
    this.socket.on('error', () => {});
  }

  /** Resolves when the server has said what `wanted` looks for, or has closed. */
  async heard(wanted: (message: Buffer) => boolean): Promise<void> {
    while (this.closedWith === undefined && !this.messages.some(wanted)) {
      await new Promise<void>((resolve) => {
        this.#listener = resolve;
      });
    }
  }

  end(): void {
    this.stream.destroy();
  }

  #read(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    if (!this.#isShaken) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.#isShaken = true;
      this.#bytes = this.#bytes.subarray(end + 4);
    }
    for (let frame = readFrame(this.#bytes); frame !== undefined; frame = readFrame(this.#bytes)) {
      this.#bytes = this.#bytes.subarray(frame.end);
      if (frame.kind === 2) this.messages.push(frame.payload);
      if (frame.kind === 8) this.closedWith = frame.payload.readUInt16BE(0);
    }
    this.#listener();
  }
}

const door = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false });

function shake(stream: Duplex): WebSocket {
  const headers = {
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
  };
  const shaken: WebSocket[] = [];
  door.handleUpgrade({ method: 'GET', url: '/', headers } as unknown as IncomingMessage, stream, Buffer.alloc(0), (socket) =>
    shaken.push(socket),
  );
  const [socket] = shaken;
  if (socket === undefined) throw new Error('The handshake was not answered at once.');
  return socket;
}

/** RFC 6455 section 5.2; what a server sends is not masked. Undefined: it is not whole yet. */
function readFrame(bytes: Buffer): { kind: number; payload: Buffer; end: number } | undefined {
  const [first = 0, second = 0] = bytes;
  const start = second === 126 ? 4 : second === 127 ? 10 : 2;
  if (bytes.byteLength < start) return undefined;
  const length = second === 126 ? bytes.readUInt16BE(2) : second === 127 ? Number(bytes.readBigUInt64BE(2)) : second;
  const end = start + length;
  return bytes.byteLength < end ? undefined : { kind: first & 15, payload: bytes.subarray(start, end), end };
}
