import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { EmptyState } from '@/components/ui/empty-state';
import { Flag } from '@/components/ui/flag';
import { PageHeader, Section } from '@/components/ui/page';
import { countryName, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { bodiesFor } from '@/server/queries/bodies';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'admin')('bodies.title') };
}

export default async function BodiesPage() {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const runtime = getRuntime();
  const { bodies, may } = await bodiesFor(runtime, viewer.actor);
  const countries = countriesFor(runtime);
  const t = translator(locale, 'admin');
  return (
    <Container>
      <PageHeader
        title={t('bodies.title')}
        lead={t('bodies.lead')}
        actions={
          may.create ? (
            <LinkButton tone="primary" href="/bodies/new">
              {t('bodies.new')}
            </LinkButton>
          ) : undefined
        }
      />
      {bodies.length === 0 ? (
        <Section title={t('bodies.title')}>
          <EmptyState title={t('bodies.none')}>{t('bodies.noneText')}</EmptyState>
        </Section>
      ) : (
        <ul className="grid gap-4">
          {bodies.map((body) => (
            <li
              key={body.id}
              className="relative grid gap-2 rounded-lg border border-line bg-paper px-5 py-4 shadow-card"
            >
              <p className="text-[0.8125rem] font-medium tracking-wide text-muted">{body.acronym}</p>
              <h2 className="font-serif text-xl leading-snug font-semibold">
                <Link
                  href={`/bodies/${body.id}`}
                  className="no-underline after:absolute after:inset-0 hover:text-accent hover:underline"
                >
                  {nameIn(locale, body.name, body.nameThai)}
                </Link>
              </h2>
              <p className="text-sm">
                <span className="text-muted">{t('bodies.chair')}: </span>
                {body.chairs.length === 0 ? (
                  <span className="text-muted">{t('bodies.noChair')}</span>
                ) : (
                  body.chairs.map((code) => (
                    <Country key={code} code={code} countries={countries} locale={locale} className="mr-3" />
                  ))
                )}
              </p>
              <ul className="flex flex-wrap gap-1.5" aria-label={t('bodies.roster.title')}>
                {body.roster.map((line) => (
                  <li key={line.country} className="leading-none">
                    <Flag
                      country={line.country}
                      name={nameOf(line.country)}
                      size={line.standing === 'member' ? 15 : 11}
                    />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Container>
  );

  function nameOf(code: string): string {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? code : countryName(locale, country);
  }
}
