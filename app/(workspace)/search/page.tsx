import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { FoundLine } from '@/components/search/found-line';
import { Button, LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { TextInput } from '@/components/ui/field';
import { PageHeader, Section } from '@/components/ui/page';
import { FOUND_KINDS } from '@/domain/search/kinds';
import { translator } from '@/messages/translate';
import { LONGEST_QUESTION, search } from '@/server/queries/search';
import { getRuntime } from '@/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'search')('title') };
}

const PAGE = 30;

interface Query {
  readonly q?: string | string[];
  readonly kind?: string | string[];
  readonly page?: string | string[];
}

/** Everything that holds these words, of what this person may read. */
export default async function SearchPage(props: { searchParams: Promise<Query> }) {
  const { actor, locale } = await requireViewer();
  const t = translator(locale, 'search');
  const query = await props.searchParams;
  const question = typeof query.q === 'string' ? query.q.slice(0, LONGEST_QUESTION) : '';
  const kind = FOUND_KINDS.find((known) => known === query.kind) ?? null;
  const page = Math.min(100, Math.max(1, Number.parseInt(String(query.page ?? '1'), 10) || 1));
  const { found, hasMore } = await search(getRuntime(), actor, question, {
    ...(kind === null ? {} : { kinds: [kind] }),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const address = (change: { kind?: string | null; page?: number }) => {
    const asked = new URLSearchParams({ q: question });
    const wanted = change.kind === undefined ? kind : change.kind;
    if (wanted !== null) asked.set('kind', wanted);
    if ((change.page ?? 1) > 1) asked.set('page', String(change.page));
    return `/search?${asked}`;
  };
  return (
    <Container>
      <PageHeader title={t('title')} lead={t('lead')} />
      <search>
        <form className="mb-4 flex flex-wrap items-end gap-2">
          <div className="grid min-w-0 flex-1 basis-60 gap-1">
            <label htmlFor="search-words" className="text-sm font-medium">
              {t('placeholder')}
            </label>
            <TextInput
              id="search-words"
              name="q"
              type="search"
              defaultValue={question}
              maxLength={LONGEST_QUESTION}
            />
          </div>
          <Button type="submit" tone="primary">
            {t('find')}
          </Button>
        </form>
      </search>
      {question.trim() === '' ? null : (
        <>
          <nav aria-label={t('narrow')} className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {[null, ...FOUND_KINDS].map((one) => (
              <Link
                key={one ?? 'all'}
                href={address({ kind: one })}
                aria-current={one === kind ? 'page' : undefined}
                className="py-1 text-accent underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline"
              >
                {one === null ? t('everything') : t(`kinds.${one}`)}
              </Link>
            ))}
          </nav>
          <Section title={t('finds')}>
            {found.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
            ) : (
              <ol className="divide-y divide-line">
                {found.map((item) => (
                  <li key={`${item.kind} ${item.documentId} ${item.refId}`}>
                    <Link
                      href={item.href}
                      className="grid gap-0.5 rounded-md px-2 py-2.5 no-underline hover:bg-accent-soft"
                    >
                      <FoundLine item={item} kind={t(`kind.${item.kind}`)} />
                    </Link>
                  </li>
                ))}
              </ol>
            )}
            <div className="mt-4 flex gap-2 empty:hidden">
              {page > 1 ? <LinkButton href={address({ page: page - 1 })}>{t('previous')}</LinkButton> : null}
              {hasMore ? <LinkButton href={address({ page: page + 1 })}>{t('next')}</LinkButton> : null}
            </div>
          </Section>
        </>
      )}
    </Container>
  );
}
