import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { BesideList } from '@/components/brackets/beside-list';
import { ViewSwitch } from '@/components/brackets/view-switch';
import { numberChanges } from '@/components/compare/changes';
import { redlineContext } from '@/components/compare/context';
import { RedlineText } from '@/components/compare/redline-text';
import { InTurns } from '@/components/ui/in-turns';
import { countryName } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { delegationView } from '@/server/queries/text-views';
import { getRuntime } from '@/server/runtime';
import { delegationNames } from '../../../versions/delegation-names';

interface Props {
  params: Promise<{ documentId: string; code: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'brackets')('views.delegation') };
}

/** What one delegation has on the table, as a redline against the text as it stands. */
export default async function DelegationViewPage(props: Props) {
  const { documentId, code } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const countries = countriesFor(runtime);
  const country = countries.find((known) => known.code === code);
  if (country === undefined) notFound();
  const found = await delegationView(runtime, actor, documentId, code);
  if (!found.ok) return refusalPage(found, locale);
  const { document, redline, proposals, beside } = found.value;
  const t = translator(locale, 'brackets');
  const nameOf = (other: string) => {
    const named = countries.find((known) => known.code === other);
    return named === undefined ? other : countryName(locale, named);
  };
  const compare = translator(locale, 'compare');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid gap-2">
        <ViewSwitch documentId={documentId} here="delegation" locale={locale} />
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{nameOf(code)}</h2>
        <p className="max-w-4xl text-muted">{t('delegation.own', { count: proposals.length })}</p>
      </header>
      <BesideList documentId={documentId} proposals={beside} nameOf={nameOf} locale={locale} />
      {redline === null ? (
        <p className="text-muted">{t('delegation.noWords')}</p>
      ) : (
        <section
          aria-label={compare('textLabel')}
          className="rounded-lg border border-line bg-paper px-4 py-8 shadow-card sm:px-10"
        >
          <RedlineText
            context={redlineContext({
              t: compare,
              locale,
              rows: redline.rows,
              changes: numberChanges(redline),
              delegations: delegationNames(locale),
            })}
            view="inline"
            language={document.language}
            fullText=""
            inParts={InTurns}
          />
        </section>
      )}
    </div>
  );
}
