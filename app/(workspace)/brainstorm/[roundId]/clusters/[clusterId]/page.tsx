import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { LinkClauseForm, OpenClauseForm } from '@/components/brainstorm/open-clause-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { clusterToLink } from '@/server/queries/sources';
import { getRuntime } from '@/server/runtime';
import { linkClauseAction, openClauseAction } from './actions';

interface Props {
  params: Promise<{ roundId: string; clusterId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'brainstorm')('openClause') };
}

/** From a cluster to a clause: a new one in a draft, or one that stands. */
export default async function ClusterPage(props: Props) {
  const { roundId, clusterId } = await props.params;
  const { document: asked } = await props.searchParams;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const documentId = typeof asked === 'string' ? asked : null;
  const found = await clusterToLink(runtime, actor, { clusterId, documentId });
  if (!found.ok) return refusalPage(found, locale);
  const { round, cluster, inputs, texts, chosen } = found.value;
  if (round.id !== roundId) notFound();
  const t = translator(locale, 'brainstorm');
  const countries = countriesFor(runtime);
  const here = `/brainstorm/${round.id}/clusters/${cluster.id}`;
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/brainstorm', label: t('title') },
              { href: `/brainstorm/${round.id}#${cluster.id}`, label: round.title },
            ]}
          />
        }
        title={t('clause.title', { cluster: cluster.title })}
        lead={
          cluster.synthesis === '' ? undefined : <p className="whitespace-pre-line">{cluster.synthesis}</p>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {chosen === null ? (
            <Section title={t('clause.chooseText')}>
              <p className="mb-3 text-sm text-muted">{t('clause.chooseLead')}</p>
              {texts.length === 0 ? <EmptyState title={t('clause.noTexts')} /> : null}
              <ul className="divide-y divide-line">
                {texts.map(({ documentId: id, symbol, title, mayOpen }) => (
                  <li key={id} className="py-2">
                    <Link
                      href={`${here}?document=${id}`}
                      className="text-ink underline-offset-2 hover:text-accent"
                    >
                      {title}
                    </Link>
                    <span className="block text-[0.8125rem] text-muted">
                      {t(mayOpen ? 'clause.open' : 'clause.link', { symbol })}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : (
            <>
              <p className="mb-4 text-sm">
                <Link href={here} className="text-accent">
                  {t('clause.another')}
                </Link>
              </p>
              {chosen.mayOpen ? (
                <Section title={t('clause.open', { symbol: chosen.symbol })}>
                  <OpenClauseForm
                    clusterId={cluster.id}
                    text={chosen}
                    locale={locale}
                    action={openClauseAction}
                  />
                </Section>
              ) : (
                <div className="mb-5">
                  <Notice>
                    <p>{t('clause.onlyLink', { symbol: chosen.symbol })}</p>
                  </Notice>
                </div>
              )}
              <Section title={t('clause.link', { symbol: chosen.symbol })}>
                <LinkClauseForm
                  clusterId={cluster.id}
                  text={chosen}
                  locale={locale}
                  action={linkClauseAction}
                />
              </Section>
            </>
          )}
        </div>
        <Section title={t('clause.gathers')}>
          <ol className="grid gap-3">
            {inputs.map(({ id, country, words, language }) => (
              <li key={id} className="text-sm">
                <Country code={country} countries={countries} locale={locale} className="text-muted" />
                <p
                  lang={language}
                  className="font-serif text-base leading-snug wrap-anywhere whitespace-pre-line"
                >
                  {words}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </Container>
  );
}
