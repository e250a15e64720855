import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export type Received = { from: string; to: string[]; text: string };

/** A real SMTP server that keeps what it is given, or answers every recipient with the code that it is told to. */
export async function startSmtpSink({ port = 0 }: { port?: number } = {}) {
  const received: Received[] = [];
  let answer: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      done(answer === undefined ? null : Object.assign(new Error('Not now.'), { responseCode: answer }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    received,
    /** From now on recipients get this code, or are taken when it is undefined. */
    answerWith: (code: number | undefined) => {
      answer = code;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
