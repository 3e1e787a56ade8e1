import Link from 'next/link';
import { Country } from '@/components/ui/country';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import type { Compared, PlanDifference } from '@/domain/plan/compare';
import { type Activity, areaOf, type Result } from '@/domain/plan/matrix';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { sayBudget } from './say-activity';

interface Side {
  readonly plan: { readonly id: string; readonly title: string; readonly titleThai: string };
  readonly results: readonly Result[];
}

interface Shared {
  readonly from: Side;
  readonly to: Side;
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
}

const KINDS = ['changed', 'carriedOver', 'new', 'dropped'] as const;

/** What became of the activities of a plan in the next one, kind by kind. */
export function ComparedPlans(props: {
  comparison: { readonly from: Side; readonly to: Side; readonly differences: readonly PlanDifference[] };
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { comparison, countries, locale } = props;
  const { from, to, differences } = comparison;
  const t = translator(locale, 'plan');
  const shared = { from, to, countries, locale };
  const of = (kind: (typeof KINDS)[number]) => differences.filter((difference) => difference.kind === kind);
  return (
    <>
      <dl className="mb-6 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4">
        {KINDS.map((kind) => (
          <div key={kind} className="bg-paper px-5 py-4">
            <dt className="text-sm text-muted">
              <a href={`#${kind}`} className="text-muted no-underline hover:underline">
                {t(`comparison.kind.${kind}`)}
              </a>
            </dt>
            <dd className="font-serif text-3xl font-semibold tabular-nums">{of(kind).length}</dd>
          </div>
        ))}
      </dl>
      {KINDS.map((kind) => (
        <div key={kind} id={kind} className="scroll-mt-20">
          <Section title={t(`comparison.kind.${kind}`)}>
            {of(kind).length === 0 ? (
              <p className="text-muted">{t('comparison.none')}</p>
            ) : (
              <Table
                column={14}
                caption={t(`comparison.kind.${kind}`)}
                head={[t('comparison.earlier'), t('comparison.later'), t('comparison.differs')]}
              >
                {of(kind).map((difference) => (
                  <Row key={keyOf(difference)} difference={difference} {...shared} />
                ))}
              </Table>
            )}
          </Section>
        </div>
      ))}
      <p className="text-[0.8125rem] text-muted">{t('comparison.note')}</p>
    </>
  );
}

function keyOf(difference: PlanDifference): string {
  return difference.kind === 'dropped' ? difference.before.id : difference.after.id;
}

function Row({ difference, ...shared }: { difference: PlanDifference } & Shared) {
  const { from, to, locale } = shared;
  const t = translator(locale, 'plan');
  const none = <span className="text-muted">–</span>;
  return (
    <tr>
      <td className="w-1/3 min-w-52">
        {difference.kind === 'new' ? none : <Named activity={difference.before} planId={from.plan.id} />}
      </td>
      <td className="w-1/3 min-w-52">
        {difference.kind === 'dropped' ? none : <Named activity={difference.after} planId={to.plan.id} />}
      </td>
      <td className="min-w-52 text-sm">
        {difference.kind === 'changed' ? (
          <dl className="grid gap-1.5">
            {difference.changed.map((name) => (
              <div key={name}>
                <dt className="text-[0.8125rem] text-muted">{t(`comparison.compared.${name}`)}</dt>
                <dd>
                  <Value name={name} activity={difference.before} results={from.results} {...shared} />
                  <span aria-hidden="true"> → </span>
                  <Value name={name} activity={difference.after} results={to.results} {...shared} />
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          none
        )}
      </td>
    </tr>
  );
}

function Named({ activity, planId }: { activity: Activity; planId: string }) {
  return (
    <>
      <span className="text-muted tabular-nums">{activity.code}</span>{' '}
      <Link
        href={`/plans/${planId}/activities/${activity.id}`}
        className="text-ink underline-offset-2 hover:text-accent hover:underline"
      >
        {activity.title}
      </Link>
    </>
  );
}

function Value(props: { name: Compared; activity: Activity; results: readonly Result[] } & Shared) {
  const { name, activity, results, countries, locale } = props;
  const nothing = <span className="text-muted">{translator(locale, 'plan')('comparison.nothing')}</span>;
  switch (name) {
    case 'leads':
    case 'coLeads':
      return activity[name].length === 0 ? (
        nothing
      ) : (
        <span className="inline-flex flex-wrap gap-x-2">
          {activity[name].map((code) => (
            <Country key={code} code={code} countries={countries} locale={locale} />
          ))}
        </span>
      );
    case 'area': {
      const area = areaOf(results, activity.resultId);
      return area === null ? nothing : nameIn(locale, area.title, area.titleThai);
    }
    case 'budget':
      return activity.budget === null ? nothing : sayBudget(locale, activity);
    default:
      return activity[name] === '' ? nothing : activity[name];
  }
}
