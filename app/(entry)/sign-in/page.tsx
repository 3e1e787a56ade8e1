import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readAuthRequest } from '@/app/_lib/auth-request';
import { getLocale, getViewer } from '@/app/_lib/viewer';
import { DemoPeople } from '@/components/auth/demo-people';
import { ProviderButton } from '@/components/auth/provider-button';
import { SignInForm, type SignInWords } from '@/components/auth/sign-in-form';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { refusalMessage } from '@/messages/refusal-message';
import { translator } from '@/messages/translate';
import { safeNextPath } from '@/server/auth/next-path';
import { demoPeople } from '@/server/queries/entry';
import { getRuntime } from '@/server/runtime';

interface Query {
  readonly next?: string | string[];
  /** next-auth's own way to come back here. */
  readonly callbackUrl?: string | string[];
  readonly error?: string | string[];
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'auth')('signIn.title') };
}

export default async function SignInPage(props: { searchParams: Promise<Query> }) {
  const runtime = getRuntime();
  const query = await props.searchParams;
  const next = nextOf(query, runtime.config.publicUrl);
  if ((await getViewer()) !== null) redirect(next);
  const locale = await getLocale();
  const t = translator(locale, 'auth');
  const { oidc } = runtime.config;
  const people = demoPeople(runtime);
  const problem = problemOf(query.error, locale, oidc?.name ?? '');
  const hasEnded = problem === null && (await readAuthRequest()).sessionCookie !== undefined;
  const isDemo = people.length > 0;
  return (
    <div
      className={`mx-auto grid w-full max-w-6xl flex-1 content-center gap-x-16 gap-y-8 px-4 py-8 sm:px-6 sm:py-12 ${
        isDemo ? 'lg:grid-cols-[1fr_22rem]' : 'lg:grid-cols-[1fr_24rem] lg:items-center'
      }`}
    >
      <div className="max-w-2xl">
        <h1 className="font-serif text-[2rem] leading-[1.15] font-semibold tracking-[-0.015em] text-balance sm:text-[2.75rem]">
          {t('signIn.headline')}
        </h1>
        <p className="mt-4 max-w-[34rem] font-serif text-[1.0625rem] leading-relaxed text-muted sm:text-[1.1875rem]">
          {t('signIn.lead')}
        </p>
      </div>
      <section
        aria-labelledby="sign-in-title"
        className={`grid content-start gap-5 self-start rounded-lg border border-line bg-paper p-6 shadow-pop sm:p-7 ${
          isDemo ? 'max-lg:order-last lg:row-span-2' : ''
        }`}
      >
        <h2 id="sign-in-title" className="font-serif text-xl font-semibold">
          {t('signIn.title')}
        </h2>
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
        {hasEnded ? <Notice>{t('signIn.ended')}</Notice> : null}
        <SignInForm words={signInWords(locale)} next={next} />
        {oidc === null ? null : (
          <>
            <p className="flex items-center gap-3 text-[0.8125rem] text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              {t('signIn.or')}
            </p>
            <ProviderButton
              label={t('signIn.with', { name: oidc.name })}
              unreachable={t('signIn.unreachable')}
              next={next}
            />
          </>
        )}
        <p className="text-[0.8125rem] text-muted">{t('signIn.help')}</p>
        <noscript>
          <p className="text-sm font-medium text-delete">{t('signIn.needsScript')}</p>
        </noscript>
      </section>
      {isDemo ? <DemoPeople people={people} next={next} locale={locale} /> : null}
    </div>
  );
}

function nextOf(query: Query, publicUrl: string): string {
  const { next, callbackUrl } = query;
  if (typeof next === 'string') return safeNextPath(next);
  if (typeof callbackUrl !== 'string') return '/';
  return safeNextPath(callbackUrl.startsWith(publicUrl) ? callbackUrl.slice(publicUrl.length) : callbackUrl);
}

/** What went wrong on the way here: a refusal of ours, or the provider's. */
function problemOf(error: Query['error'], locale: Locale, provider: string): string | null {
  if (typeof error !== 'string') return null;
  if (error === 'AC4') return refusalMessage({ rule: 'AC4' }, locale);
  return provider === '' ? null : translator(locale, 'auth')('signIn.provider', { name: provider });
}

function signInWords(locale: Locale): SignInWords {
  const t = translator(locale, 'auth');
  return {
    email: t('signIn.email'),
    password: t('signIn.password'),
    submit: t('signIn.submit'),
    submitting: t('signIn.submitting'),
    emailMissing: t('signIn.emailMissing'),
    passwordMissing: t('signIn.passwordMissing'),
    unreachable: t('signIn.unreachable'),
    show: t('password.show'),
    hide: t('password.hide'),
    what: t('signIn.password'),
    failed: refusalMessage({ rule: 'AC1' }, locale),
    waits: Array.from({ length: 16 }, (_, minutes) =>
      refusalMessage({ rule: 'AC2', detail: { minutes } }, locale),
    ),
  };
}
