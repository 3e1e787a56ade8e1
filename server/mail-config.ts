/** How mail is handed over, read from MUFAKAT_SMTP_URL and MUFAKAT_MAIL_FROM. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). */
  readonly secure: boolean;
  /** Without TLS nothing is sent. Off only for this machine itself, or where the address says `?tls=optional`. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: { readonly name: string; readonly address: string };
}

export interface MailConfigResult {
  readonly config: MailConfig | null;
  readonly problems: readonly string[];
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const URL_HELP =
  'MUFAKAT_SMTP_URL: smtp://NAME:PASSWORD@HOST:587 (STARTTLS) or smtps://NAME:PASSWORD@HOST:465; signs like @ and / in name or password as %40 and %2F';
const FROM_HELP = 'MUFAKAT_MAIL_FROM: an address, or a name with one: Mufakat <mufakat@example.org>';

export function readMailConfig(smtpUrl: string | undefined, mailFrom: string | undefined): MailConfigResult {
  if (smtpUrl === undefined && mailFrom === undefined) return { config: null, problems: [] };
  if (smtpUrl === undefined || mailFrom === undefined) {
    return {
      config: null,
      problems: ['MUFAKAT_SMTP_URL and MUFAKAT_MAIL_FROM go together: set both or neither'],
    };
  }
  const server = readServer(smtpUrl);
  const from = readFrom(mailFrom);
  const problems = [...(server === null ? [URL_HELP] : []), ...(from === null ? [FROM_HELP] : [])];
  return { config: server === null || from === null ? null : { ...server, from }, problems };
}

function readServer(text: string): Omit<MailConfig, 'from'> | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  if (!secure && url.protocol !== 'smtp:') return null;
  if (url.hostname === '' || !['', '/'].includes(url.pathname) || url.hash !== '') return null;
  const tls = url.searchParams.get('tls');
  if (tls !== null && tls !== 'optional') return null;
  if ((url.username === '') !== (url.password === '')) return null;
  let login: MailConfig['login'] = null;
  try {
    if (url.username !== '') {
      login = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
    }
  } catch {
    return null;
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && tls === null && !LOOPBACK.has(url.hostname),
    login,
  };
}

function readFrom(text: string): MailConfig['from'] | null {
  const named = /^\s*([^<>"\r\n]*?)\s*<([^<>\s]+)>\s*$/.exec(text);
  const name = named?.[1] ?? '';
  const address = named?.[2] ?? text.trim();
  return /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address)
    ? { name: name === '' ? 'Mufakat' : name, address }
    : null;
}

/** The domain in Message-IDs. */
export function domainOf(config: MailConfig): string {
  return config.from.address.slice(config.from.address.lastIndexOf('@') + 1).toLowerCase();
}
