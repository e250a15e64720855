import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { until } from './until';

/** A program that speaks the protocol as it likes. Messages are kept as they came. */
export class RawSocket {
  readonly messages: Uint8Array<ArrayBuffer>[] = [];
  closedWith: number | undefined;
  status: number | undefined;
  readonly socket: WebSocket;

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (data: Buffer) => this.messages.push(new Uint8Array(data)));
    this.socket.on('close', (code) => {
      this.closedWith = code;
    });
    this.socket.on('unexpected-response', (_request, response) => {
      this.status = response.statusCode;
      response.destroy();
    });
    this.socket.on('error', () => {});
  }

  /** Waits for STATE, the first message. */
  async ready(): Promise<this> {
    await until('the server speaks', () => this.messages.length > 0 || this.closedWith !== undefined);
    return this;
  }

  async closed(): Promise<number | undefined> {
    await until('the socket is closed', () => this.closedWith !== undefined);
    return this.closedWith;
  }

  /** The HTTP status of a handshake that was denied. */
  async refused(): Promise<number | undefined> {
    await until(
      'the handshake is denied',
      () => this.status !== undefined || this.closedWith !== undefined || this.messages.length > 0,
    );
    return this.status;
  }

  update(update: Uint8Array, step: 1 | 2 = 2): void {
    this.socket.send(
      encoding.encode((encoder) => {
        encoding.writeUint8(encoder, 0);
        encoding.writeUint8(encoder, step);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }

  /** Announces an empty presence under a client id. */
  presence(client: number): void {
    const states = encoding.encode((encoder) => {
      for (const number of [1, client, 1]) encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, '{}');
    });
    this.socket.send(
      encoding.encode((encoder) => {
        encoding.writeUint8(encoder, 1);
        encoding.writeVarUint8Array(encoder, states);
      }),
    );
  }

  bytes(...bytes: number[]): void {
    this.socket.send(Uint8Array.from(bytes));
  }

  /** The codes of all REJECTED messages so far. */
  get rejections(): number[] {
    return this.messages.filter(([type, kind]) => type === 120 && kind === 1).map((message) => message[3] ?? -1);
  }

  /** The n of the newest SAVED, for n below 128. */
  get saved(): number {
    return this.messages.findLast(([type, kind]) => type === 120 && kind === 0)?.[2] ?? 0;
  }

  count(type: number, kind: number): number {
    return this.messages.filter((message) => message[0] === type && message[1] === kind).length;
  }

  end(): void {
    this.socket.terminate();
  }
}
