import type { Metadata } from 'next';
import { chooseLocale, chooseTheme } from '@/app/_lib/choose-preferences';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { SessionList } from '@/components/auth/session-list';
import { ThemeSwitch } from '@/components/auth/theme-switch';
import { TokenList } from '@/components/auth/token-list';
import { MailPreferences } from '@/components/notices/mail-preferences';
import { RoleLine } from '@/components/people/role-line';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Container } from '@/components/ui/container';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { ownAccount } from '@/server/queries/accounts';
import { countriesFor } from '@/server/queries/countries';
import { mailPreferencesOf } from '@/server/queries/notice-preferences';
import { ownSessions, ownTokens } from '@/server/queries/own-access';
import { getRuntime } from '@/server/runtime';
import {
  changePasswordAction,
  chooseMailAction,
  createTokenAction,
  endOtherSessionsAction,
  endSessionAction,
  revokeTokenAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'settings')('title') };
}

export default async function SettingsPage() {
  const viewer = await requireViewer();
  const { locale, actor } = viewer;
  const runtime = getRuntime();
  const t = translator(locale, 'settings');
  const own = ownAccount(runtime, actor);
  const countries = countriesFor(runtime);
  return (
    <Container width="narrow">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title={t('profile.title')}>
        <dl className="fact-rows">
          <dt className="text-sm text-muted">{t('profile.name')}</dt>
          <dd>{viewer.name}</dd>
          <dt className="text-sm text-muted">{t('profile.email')}</dt>
          <dd className="break-all">{viewer.email}</dd>
          <dt className="text-sm text-muted">{t('profile.roles')}</dt>
          <dd>
            {own.appointments.length === 0 ? (
              t('profile.none')
            ) : (
              <ul className="grid gap-1">
                {own.appointments.map((appointment) => (
                  <li key={appointment.id}>
                    <RoleLine appointment={appointment} countries={countries} locale={locale} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </dl>
        <p className="mt-4 text-[0.8125rem] text-muted">{t('profile.help')}</p>
      </Section>
      <Section title={t('reading.title')}>
        <div className="flex flex-wrap gap-x-10 gap-y-4">
          <div className="grid gap-1.5">
            <span className="text-sm text-muted">{t('reading.language')}</span>
            <LocaleSwitch locale={locale} chooseLocale={chooseLocale} />
          </div>
          <div className="grid gap-1.5">
            <span className="text-sm text-muted">{t('reading.theme')}</span>
            <ThemeSwitch locale={locale} theme={viewer.theme} chooseTheme={chooseTheme} named />
          </div>
        </div>
      </Section>
      <Section title={translator(locale, 'notices')('preferences.title')} id="mail">
        <MailPreferences
          {...mailPreferencesOf(runtime, actor)}
          email={viewer.email}
          locale={locale}
          save={chooseMailAction}
        />
      </Section>
      <Section title={t('password.title')}>
        {own.hasPassword ? (
          <ActionForm
            action={changePasswordAction}
            words={formWords(locale)}
            submit={t('password.submit')}
            className="grid max-w-md gap-4"
          >
            {/* Tells a password manager whose password this is. */}
            <input
              type="text"
              name="username"
              autoComplete="username"
              defaultValue={viewer.email}
              readOnly
              hidden
            />
            <FormField
              name="current"
              type="password"
              label={t('password.current')}
              autoComplete="current-password"
              maxLength={200}
              required
            />
            <FormField
              name="password"
              type="password"
              label={t('password.next')}
              hint={t('password.hint')}
              autoComplete="new-password"
              maxLength={200}
              required
            />
          </ActionForm>
        ) : (
          <p className="text-muted">{t('password.none')}</p>
        )}
      </Section>
      <Section title={t('sessions.title')}>
        <SessionList
          sessions={ownSessions(runtime, actor)}
          locale={locale}
          end={endSessionAction}
          endOthers={endOtherSessionsAction}
        />
      </Section>
      <Section title={t('tokens.title')} id="tokens">
        <TokenList
          tokens={ownTokens(runtime, actor)}
          locale={locale}
          create={createTokenAction}
          revoke={revokeTokenAction}
        />
      </Section>
    </Container>
  );
}
