import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getLocale } from '@/app/_lib/viewer';
import { SetUpForm } from '@/components/auth/set-up-form';
import { LinkButton } from '@/components/ui/button';
import { formatter, translator } from '@/messages/translate';
import { readLink } from '@/server/queries/entry';
import { getRuntime } from '@/server/runtime';
import { redeemLinkAction } from './actions';

interface Props {
  readonly params: Promise<{ secret: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const link = readLink(getRuntime(), (await props.params).secret);
  const t = translator(await getLocale(), 'auth');
  // The address is a secret: it must not travel to wherever a link on this page leads.
  return {
    title: link === null ? t('setUp.goneTitle') : t(`setUp.${link.purpose}Title`),
    referrer: 'no-referrer',
  };
}

/** Set-up of the first administrator, invitations and new passwords: one page for every one-time link. */
export default async function SetUpPage(props: Props) {
  const { secret } = await props.params;
  const locale = await getLocale();
  const t = translator(locale, 'auth');
  const link = readLink(getRuntime(), secret);
  if (link === null) {
    return (
      <Card title={t('setUp.goneTitle')} lead={t('setUp.goneText')}>
        <LinkButton tone="primary" href="/sign-in">
          {t('setUp.toSignIn')}
        </LinkButton>
      </Card>
    );
  }
  const name = link.person?.name ?? '';
  const until = formatter(locale).dateTime(new Date(link.expiresAt), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (
    <Card title={t(`setUp.${link.purpose}Title`)} lead={t(`setUp.${link.purpose}Lead`, { name })}>
      <SetUpForm
        action={redeemLinkAction}
        secret={secret}
        email={link.person?.email ?? null}
        words={{
          name: t('setUp.name'),
          nameHint: t('setUp.nameHint'),
          email: t('setUp.email'),
          password: t('setUp.password'),
          passwordHint: t('setUp.passwordHint'),
          submit: t(link.purpose === 'setup' ? 'setUp.submitSetup' : 'setUp.submit'),
          required: translator(locale, 'errors')('form.required'),
          show: t('password.show'),
          hide: t('password.hide'),
          what: t('setUp.password'),
        }}
      />
      <p className="text-[0.8125rem] text-muted">{t('setUp.until', { date: until })}</p>
    </Card>
  );
}

function Card(props: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-xl flex-1 content-center px-4 py-10">
      <section className="grid justify-items-stretch gap-5 rounded-lg border border-line bg-paper p-6 shadow-pop sm:p-8">
        <div>
          <h1 className="font-serif text-[1.75rem] leading-tight font-semibold">{props.title}</h1>
          <p className="mt-2 text-muted">{props.lead}</p>
        </div>
        {props.children}
      </section>
    </div>
  );
}
