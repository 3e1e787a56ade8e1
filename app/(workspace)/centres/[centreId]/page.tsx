import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { CentreFields } from '@/components/centres/centre-fields';
import { CentreReports } from '@/components/centres/centre-reports';
import { ProgrammeList } from '@/components/centres/programme-list';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { Facts } from '@/components/ui/facts';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { dayOf } from '@/domain/body/days';
import { sayShortDay } from '@/messages/dates';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { activitiesServable } from '@/server/queries/centre-activities';
import { getCentre } from '@/server/queries/centres';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';
import * as actions from '../actions';

interface Props {
  params: Promise<{ centreId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { actor, locale } = await requireViewer();
  const found = getCentre(getRuntime(), actor, (await props.params).centreId);
  return found.ok ? { title: nameIn(locale, found.value.centre.name, found.value.centre.nameThai) } : {};
}

/** One centre: what it is about, its programmes, its reports. */
export default async function CentrePage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = getCentre(runtime, actor, (await props.params).centreId);
  if (!found.ok) return refusalPage(found, locale);
  const { centre, theme, themes, programmes, reports, may } = found.value;
  const t = translator(locale, 'centres');
  const countries = countriesFor(runtime);
  const hidden = { centreId: centre.id };
  const says = [
    { term: t('host'), value: centre.host },
    { term: t('focalPoint'), value: centre.focalPoint },
    { term: t('contact'), value: centre.contact },
  ].filter(({ value }) => value !== '');
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/follow-up', label: t('followUp') },
              { href: '/centres', label: t('title') },
            ]}
          >
            <Country code={centre.country} countries={countries} locale={locale} />
          </Breadcrumb>
        }
        title={nameIn(locale, centre.name, centre.nameThai)}
        lead={theme === null ? t('noTheme') : nameIn(locale, theme.theme, theme.themeThai)}
      />
      <Facts facts={[{ term: t('since'), value: sayShortDay(locale, centre.since) }, ...says]} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ProgrammeList
            centreId={centre.id}
            programmes={programmes}
            activities={activitiesServable(runtime, actor, centre.bodyId)}
            countries={countries}
            locale={locale}
            mayChange={may.report}
            save={actions.saveProgrammeAction}
            remove={actions.removeProgrammeAction}
          />
          <CentreReports
            centreId={centre.id}
            reports={reports}
            thisYear={Number(dayOf(runtime.clock.now()).slice(0, 4))}
            mayWrite={may.report}
            locale={locale}
            action={actions.writeReportAction}
          />
        </div>
        <div>
          <Section title={t('themes')}>
            {themes.length === 0 ? <p className="text-muted">{t('noTheme')}</p> : null}
            <ol className="grid gap-3">
              {themes.map((one) => (
                <li key={one.id}>
                  {nameIn(locale, one.theme, one.themeThai)}
                  <span className="block text-[0.8125rem] text-muted">
                    {one.to === null
                      ? t('themeSince', { day: sayShortDay(locale, one.from) })
                      : t('themeSpan', {
                          from: sayShortDay(locale, one.from),
                          to: sayShortDay(locale, one.to),
                        })}
                  </span>
                </li>
              ))}
            </ol>
            {may.manage ? (
              <Disclosure summary={t('newTheme')} className="mt-3">
                <ActionForm
                  action={actions.setThemeAction}
                  words={formWords(locale)}
                  submit={t('newThemeDo')}
                  hidden={hidden}
                >
                  <FormField name="theme" label={t('theme')} maxLength={300} required />
                  <FormField name="themeThai" label={t('themeThai')} maxLength={300} lang="th" />
                  <FormField name="from" type="date" label={t('themeFrom')} required />
                </ActionForm>
              </Disclosure>
            ) : null}
          </Section>
          {may.manage ? (
            <Disclosure summary={t('edit')} className="mb-6">
              <ActionForm
                action={actions.saveCentreAction}
                words={formWords(locale)}
                submit={t('save')}
                hidden={{ ...hidden, bodyId: centre.bodyId, country: centre.country }}
                keep
              >
                <CentreFields centre={centre} countries={countries} locale={locale} />
              </ActionForm>
            </Disclosure>
          ) : null}
        </div>
      </div>
    </Container>
  );
}
