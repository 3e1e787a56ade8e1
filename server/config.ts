import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type MailConfig, readMailConfig } from './mail-config';

/** Configuration comes from the environment only; docs/operations.md lists every variable. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('localhost'),
  MUFAKAT_DATA_DIR: z.string().default('data'),
  /** The address people type, e.g. https://mufakat.example.org. Decides cookies and the Origin check. */
  MUFAKAT_URL: z.url().optional(),
  MUFAKAT_SECRET: z.string().optional(),
  /** A file that holds the secret: then it stands in no environment, which other programs can show. */
  MUFAKAT_SECRET_FILE: z.string().optional(),
  MUFAKAT_ALLOW_DEMO: z.enum(['1', 'true', 'yes']).optional(),
  /** Number of reverse proxies in front whose X-Forwarded-For is believed. */
  MUFAKAT_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  MUFAKAT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Bearer token that whoever reads /metrics must show; without it only programs on this machine may. */
  MUFAKAT_METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  /** Where mail is handed over: smtp://name:password@host:587 (STARTTLS) or smtps://…:465. Without it there is none. */
  MUFAKAT_SMTP_URL: z.string().optional(),
  /** Who mail comes from: an address, or a name with an address in angle brackets. */
  MUFAKAT_MAIL_FROM: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID Connect'),
});

export interface Config {
  readonly mode: 'development' | 'production';
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseFile: string;
  readonly publicUrl: string;
  /** `__Host-` cookies and HSTS: on wherever people come by https. */
  readonly secureCookies: boolean;
  readonly secret: string | null;
  readonly allowDemo: boolean;
  readonly trustedProxies: number;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  /** Null: this installation sends no mail. */
  readonly mail: MailConfig | null;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  } | null;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the environment; every wrong variable is named at once, with what it should be. */
export function readConfig(env: NodeJS.ProcessEnv, mode: Config['mode']): ConfigResult {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const value = parsed.data;
  const problems: string[] = [];
  const oidcParts = [value.OIDC_ISSUER, value.OIDC_CLIENT_ID, value.OIDC_CLIENT_SECRET];
  const oidcGiven = oidcParts.filter((part) => part !== undefined).length;
  if (oidcGiven !== 0 && oidcGiven !== oidcParts.length) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none');
  }
  const secret = secretOf(value, problems);
  const mail = readMailConfig(value.MUFAKAT_SMTP_URL, value.MUFAKAT_MAIL_FROM);
  problems.push(...mail.problems);
  if (problems.length > 0) return { ok: false, problems };
  const dataDir = path.resolve(value.MUFAKAT_DATA_DIR);
  const publicUrl = (value.MUFAKAT_URL ?? `http://${displayHost(value.HOST)}:${value.PORT}`).replace(
    /\/$/,
    '',
  );
  return {
    ok: true,
    config: {
      mode,
      host: value.HOST,
      port: value.PORT,
      dataDir,
      databaseFile: path.join(dataDir, 'mufakat.db'),
      publicUrl,
      secureCookies: publicUrl.startsWith('https://'),
      secret,
      allowDemo: value.MUFAKAT_ALLOW_DEMO !== undefined,
      trustedProxies: value.MUFAKAT_TRUSTED_PROXIES,
      logLevel: value.MUFAKAT_LOG_LEVEL,
      metricsToken: value.MUFAKAT_METRICS_TOKEN ?? null,
      mail: mail.config,
      oidc:
        value.OIDC_ISSUER === undefined ||
        value.OIDC_CLIENT_ID === undefined ||
        value.OIDC_CLIENT_SECRET === undefined
          ? null
          : {
              issuer: value.OIDC_ISSUER,
              clientId: value.OIDC_CLIENT_ID,
              clientSecret: value.OIDC_CLIENT_SECRET,
              name: value.OIDC_NAME,
            },
    },
  };
}

/** AC33: the secret, from the environment or from a file; what is wrong with it becomes a problem. */
function secretOf(value: z.infer<typeof Environment>, problems: string[]): string | null {
  const { MUFAKAT_SECRET: given, MUFAKAT_SECRET_FILE: file } = value;
  if (file !== undefined && given !== undefined) {
    problems.push('MUFAKAT_SECRET and MUFAKAT_SECRET_FILE: set one of them');
    return null;
  }
  const name = file === undefined ? 'MUFAKAT_SECRET' : 'MUFAKAT_SECRET_FILE';
  let secret = given ?? null;
  try {
    if (file !== undefined) secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    problems.push(`${name}: ${(error as Error).message}`);
    return null;
  }
  if (secret !== null && secret.length < 32)
    problems.push(`${name}: at least 32 characters (make one with: openssl rand -base64 48)`);
  return secret;
}

/** Variables that are a secret, or an address with a password in it. */
const SECRETS = [
  'MUFAKAT_SECRET',
  'OIDC_CLIENT_SECRET',
  'MUFAKAT_SMTP_URL',
  'MUFAKAT_METRICS_TOKEN',
  'NEXTAUTH_SECRET',
] as const;

/** AC33: once read, nothing that is started from here, threads that read files among it, gets them handed on. */
export function forgetSecrets(env: NodeJS.ProcessEnv): void {
  for (const name of SECRETS) delete env[name];
}

function displayHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}
