import type { Metadata } from 'next';
import { getLocale } from '@/app/_lib/viewer';
import { Hash } from '@/components/procedure/hash';
import { Section } from '@/components/ui/page';
import { ExaminationReport } from '@/components/verify/examination-report';
import { VerifyForm } from '@/components/verify/verify-form';
import type { Locale } from '@/messages/locale';
import { refusalMessage } from '@/messages/refusal-message';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { EVIDENCE_MEGABYTES, examinationView, publishedKey } from '@/server/queries/examine-evidence';
import { getRuntime } from '@/server/runtime';

interface Query {
  readonly found?: string | string[];
  readonly refused?: string | string[];
  readonly minutes?: string | string[];
}

export async function generateMetadata(): Promise<Metadata> {
  // The address names what was found. The policy of all pages (same-origin) keeps it from wherever a link of the text
  // leads; a stricter one would send the form without its Origin (AC9).
  return { title: translator(await getLocale(), 'verify')('title') };
}

/** Checks an evidence file for anybody, without an account and without a script. */
export default async function VerifyPage(props: { searchParams: Promise<Query> }) {
  const runtime = getRuntime();
  const locale = await getLocale();
  const t = translator(locale, 'verify');
  const query = await props.searchParams;
  const examination = typeof query.found === 'string' ? runtime.evidenceDesk.find(query.found) : null;
  const problem =
    query.found !== undefined && examination === null ? t('forgotten') : problemOf(query, locale);
  return (
    <div className="mx-auto w-full max-w-4xl flex-1 px-4 py-8 sm:px-6 sm:py-10">
      <h1 className="font-serif text-[2rem] leading-tight font-semibold">{t('title')}</h1>
      <p className="mt-2 mb-6 max-w-2xl text-muted">{t('lead')}</p>
      {examination === null ? null : (
        <ExaminationReport
          view={examinationView(runtime, examination)}
          countries={countriesFor(runtime)}
          locale={locale}
        />
      )}
      <VerifyForm
        locale={locale}
        problem={problem}
        megabytes={EVIDENCE_MEGABYTES}
        isAgain={examination !== null}
      />
      <PublishedKey fingerprint={publishedKey(runtime).fingerprint} locale={locale} />
    </div>
  );
}

/** Only what the route can have said: the address is anybody's to write. */
function problemOf({ refused, minutes }: Query, locale: Locale): string | null {
  if (typeof refused !== 'string' || !['DE6', 'DE7', 'DE8', 'DE9'].includes(refused)) return null;
  const wait = Math.min(15, Math.max(1, Math.trunc(Number(minutes)) || 1));
  return refusalMessage({ rule: refused, detail: { megabytes: EVIDENCE_MEGABYTES, minutes: wait } }, locale);
}

function PublishedKey({ fingerprint, locale }: { fingerprint: string; locale: Locale }) {
  const t = translator(locale, 'verify');
  return (
    <Section title={t('key.title')}>
      <p className="mb-2 text-sm">{t('key.text')}</p>
      <Hash value={fingerprint} />
      <p className="mt-3 text-sm">
        <a href="/api/verify/key" className="text-accent no-underline hover:underline" download>
          {t('key.download')}
        </a>
      </p>
      <p className="mt-3 text-sm text-muted">
        {t('offline')}{' '}
        <code className="rounded bg-canvas px-1.5 py-0.5 font-mono text-[0.8125rem]">
          npm run mufakat -- verify FILE
        </code>
      </p>
    </Section>
  );
}
