import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailConfig } from '../mail-config';
import type { Delivery, MailService, OutgoingMail } from '../ports';

/** How long a server may be silent: before it has said anything, and later. */
const PATIENCE_MS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/**
 * Hands letters to one SMTP server, each over a connection of its own. Below nodemailer's transport, since that does
 * not say how far a letter got: the last byte given away is what decides between "try again" and "unsure" (ADR 0026).
 */
export function createSmtpMail(config: MailConfig, tls: ConnectionOptions = {}): MailService {
  return {
    send: async (mail, onWire) => {
      const bytes = await compose(config, mail);
      return handOver(config, tls, mail.to.address, new Letter(bytes, onWire));
    },
  };
}

/** A letter that knows how far it was read: the connection asks for it once the server waits for it. */
class Letter extends Readable {
  private begun = false;
  /** All of it, and with it the end mark, may have left. */
  isGivenAway = false;
  /** Why it was kept back. */
  keptBack: Error | null = null;

  constructor(
    private readonly content: Buffer,
    private readonly onWire: () => void,
  ) {
    super();
  }

  override _read(): void {
    if (this.begun) return;
    this.begun = true;
    try {
      this.onWire();
    } catch (error) {
      this.keptBack = error instanceof Error ? error : new Error('smtp: a letter was kept back');
      this.destroy(this.keptBack);
      return;
    }
    this.isGivenAway = true;
    this.push(this.content);
    this.push(null);
  }
}

function handOver(config: MailConfig, tls: ConnectionOptions, to: string, letter: Letter): Promise<Delivery> {
  const connection = new SmtpConnection({
    host: config.host,
    port: config.port,
    secure: config.secure,
    requireTLS: config.requireTls,
    tls,
    ...PATIENCE_MS,
  });
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const settle = (delivery: Delivery) => {
      if (isSettled) return;
      isSettled = true;
      if (letter.keptBack === null) resolve(delivery);
      else reject(letter.keptBack);
      if (delivery.outcome === 'taken') connection.quit();
      else connection.close();
    };
    const fail = (error: unknown) => settle(verdict(error, letter.isGivenAway));
    connection.on('error', fail);
    connection.on('end', () => fail(new Error('smtp: the server closed the connection')));
    const post = () =>
      connection.send({ from: config.from.address, to: [to] }, letter, (error) =>
        error ? fail(error) : settle({ outcome: 'taken' }),
      );
    connection.connect((error) => {
      if (error) fail(error);
      else if (config.login === null) post();
      else connection.login(config.login, (refused) => (refused ? fail(refused) : post()));
    });
  });
}

/** What a failure means. A reply with a number is an answer; without one it depends on how far the letter got. */
function verdict(error: unknown, isGivenAway: boolean): Delivery {
  const { responseCode, command, code, message } = error as {
    responseCode?: number | false;
    command?: string;
    code?: string;
    message?: string;
  };
  const why = `${command ?? ''} ${responseCode || code || ''} ${message ?? ''}`.trim().slice(0, 300);
  const answered = typeof responseCode === 'number' && responseCode >= 400;
  if (!answered && isGivenAway) return { outcome: 'unsure', why };
  const isOfLetter = answered && (command === 'RCPT TO' || command === 'DATA');
  return {
    outcome: 'refused',
    // A password or sender that the server does not take is for the operator to put right: the letter is in order.
    isPermanent: isOfLetter && responseCode >= 500,
    about: isOfLetter ? 'letter' : 'server',
    why,
  };
}

function compose(config: MailConfig, mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: config.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: new Date(mail.at),
    headers: {
      'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` },
      'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' },
      'Auto-Submitted': 'auto-generated',
    },
    ...(mail.calendar === null
      ? {}
      : {
          icalEvent: {
            method: mail.calendar.method,
            filename: mail.calendar.name,
            content: mail.calendar.content,
          },
        }),
  });
  return composer.compile().build();
}
