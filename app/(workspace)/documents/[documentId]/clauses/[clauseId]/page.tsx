import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ComesFrom } from '@/components/sources/comes-from';
import { LinkButton } from '@/components/ui/button';
import { EmptyPage } from '@/components/ui/empty-page';
import { ClauseHead } from '@/components/wrote/clause-head';
import { ClauseHistory } from '@/components/wrote/clause-history';
import { clauseHref } from '@/components/wrote/clause-href';
import { StandingClause } from '@/components/wrote/standing-clause';
import { isFinal } from '@/domain/procedure/states';
import { clausesOf } from '@/domain/text/clauses';
import type { Locale } from '@/messages/locale';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { clauseHistory } from '@/server/queries/clause-history';
import { countriesFor } from '@/server/queries/countries';
import { sourcesOfClause } from '@/server/queries/sources';
import { getRuntime } from '@/server/runtime';
import { delegationNames } from '../../versions/delegation-names';

interface Props {
  params: Promise<{ documentId: string; clauseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'wrote')('link') };
}

/** Who wrote a clause, and what became of it since: of a clause that stands, or of one that is gone. */
export default async function ClausePage(props: Props) {
  const { documentId, clauseId } = await props.params;
  const { before } = await props.searchParams;
  const { actor, locale } = await requireViewer();
  const found = await clauseHistory(getRuntime(), actor, {
    documentId,
    clauseId,
    before: typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : null,
  });
  if (!found.ok) return refusalPage(found, locale);
  const { document, answer } = found.value;
  if (answer === 'failed' || answer === null) return without(answer, documentId, locale);
  const names = delegationNames(locale);
  const { clause, steps } = answer;
  const [kind] = clausesOf(answer.text).map((each) => each.kind);
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['wrote'])}>
      <ClauseHead
        documentId={documentId}
        clause={clause}
        previous={answer.previous}
        next={answer.next}
        adopted={isFinal(document.state) ? (document.currentVersion?.number ?? null) : null}
        locale={locale}
      />
      <ComesFrom
        documentId={documentId}
        sources={await sourcesOfClause(getRuntime(), actor, { documentId, clauseId })}
        countries={countriesFor(getRuntime())}
        locale={locale}
      />
      <StandingClause
        runs={answer.runs}
        stands={clause.stands}
        kind={kind ?? ''}
        language={document.language}
        names={names}
        stepHref={(step) =>
          steps.some(({ number }) => number === step)
            ? `#step-${step}`
            : `${clauseHref(documentId, clauseId)}?before=${step + 1}#step-${step}`
        }
        locale={locale}
      />
      <ClauseHistory
        documentId={documentId}
        clause={clause}
        steps={steps}
        total={answer.total}
        others={answer.others}
        names={names}
        language={document.language}
        locale={locale}
      />
    </ClientMessages>
  );
}

function without(answer: 'failed' | null, documentId: string, locale: Locale) {
  const t = translator(locale, 'wrote');
  const what = answer === null ? 'missing' : 'failed';
  return (
    <EmptyPage
      title={t(`${what}.title`)}
      actions={
        <LinkButton tone="primary" href={`/documents/${documentId}`}>
          {t('missing.toText')}
        </LinkButton>
      }
    >
      <p>{t(`${what}.body`)}</p>
    </EmptyPage>
  );
}
