import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  /** The address that takes its reader off this kind of mail. */
  readonly unsubscribe: string;
}

/** A real mail server on this machine that keeps what it is given. */
export interface Mailbox {
  readonly url: string;
  readonly letters: Letter[];
  /** From now on letters are taken, and the answer that they were is never given. */
  silent: boolean;
  close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const mailbox = { silent: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(letterOf(session.envelope.rcptTo[0]?.address ?? '', Buffer.concat(chunks).toString()));
        if (!mailbox.silent) done(null);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return Object.assign(mailbox, {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function letterOf(to: string, raw: string): Letter {
  const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  return {
    to,
    messageId: header('Message-ID'),
    subject: header('Subject'),
    unsubscribe: header('List-Unsubscribe').replace(/^<|>$/g, ''),
  };
}
