import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { PeopleTable } from '@/components/people/people-table';
import { Button, LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { TextInput } from '@/components/ui/field';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { listUsers, type PersonLine } from '@/server/queries/accounts';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'admin')('people.title') };
}

/** A page of more lines than anybody reads only makes everybody wait. */
const LINES_MAX = 200;

export default async function PeoplePage(props: { searchParams: Promise<{ q?: string | string[] }> }) {
  const viewer = await requireViewer();
  const { locale, actor } = viewer;
  const runtime = getRuntime();
  const people = await listUsers(runtime, actor);
  if (!people.ok) return refusalPage(people, locale);
  const { q } = await props.searchParams;
  const wanted = typeof q === 'string' ? q.trim() : '';
  const found = people.value.filter((person) => matches(person, wanted));
  const t = translator(locale, 'admin');
  return (
    <Container>
      <PageHeader
        title={t('people.title')}
        lead={t('people.lead')}
        actions={
          <LinkButton tone="primary" href="/people/new">
            {t('people.invite')}
          </LinkButton>
        }
      />
      <search>
        <form className="mb-4 flex flex-wrap items-end gap-2">
          <div className="grid min-w-0 flex-1 basis-60 gap-1 sm:max-w-sm">
            <label htmlFor="people-search" className="text-sm font-medium">
              {t('people.search')}
            </label>
            <TextInput id="people-search" name="q" type="search" defaultValue={wanted} maxLength={120} />
          </div>
          <Button type="submit">{t('people.find')}</Button>
          {wanted === '' ? null : (
            <LinkButton tone="quiet" href="/people">
              {t('people.clear')}
            </LinkButton>
          )}
        </form>
      </search>
      <Section title={t('people.count', { count: found.length })}>
        {found.length === 0 ? (
          <EmptyState title={t('people.none')}>{t('people.noneText')}</EmptyState>
        ) : (
          <PeopleTable
            people={found.slice(0, LINES_MAX)}
            countries={countriesFor(runtime)}
            locale={locale}
            ownId={actor.userId}
          />
        )}
        {found.length <= LINES_MAX ? null : (
          <p className="mt-4 text-muted">{t('people.more', { shown: LINES_MAX })}</p>
        )}
      </Section>
    </Container>
  );
}

function matches(person: PersonLine, wanted: string): boolean {
  const needle = wanted.normalize('NFC').toLowerCase();
  return person.name.toLowerCase().includes(needle) || person.email.includes(needle);
}
