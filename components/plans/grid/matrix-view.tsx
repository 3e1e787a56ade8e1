import { ClientMessages } from '@/components/i18n/client-messages';
import type { Activity, Result } from '@/domain/plan/matrix';
import type { PlanRights, PlanState } from '@/domain/plan/rights';
import { ACTIVITY_STATUSES } from '@/domain/plan/statuses';
import type { PlanView } from '@/domain/plan/view';
import { LOCALES, type Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import type { GridCountry } from './columns';
import { LoadGrid } from './load-grid';
import type { PlanGridProps } from './plan-grid';

/** The view "matrix" of a plan: what the grid needs of its page, with its words and what refusals of plans say. */
export function MatrixView(props: {
  locale: Locale;
  /** Id of the reader. */
  me: string;
  plan: { id: string; title: string; titleThai: string; state: PlanState; seq: number };
  results: readonly Result[];
  activities: readonly Activity[];
  before: PlanGridProps['before'];
  members: readonly string[];
  countries: readonly GridCountry[];
  rights: PlanRights;
  view: PlanView;
  acts: PlanGridProps['acts'];
  /** On narrow screens a list stands in its place. */
  isWideOnly: boolean;
  add: PlanGridProps['add'];
}) {
  const { locale, plan } = props;
  const rules = Object.entries(pickMessages(locale, ['rules'])).filter(([key]) => key.startsWith('rules.PL'));
  const words = { ...pickMessages(locale, ['plan']), ...Object.fromEntries(rules) };
  const locales = [locale, ...LOCALES.filter((other) => other !== locale)];
  const statusNames = Object.fromEntries(
    ACTIVITY_STATUSES.map((status) => [
      status,
      locales.map((language) => translator(language, 'plan')(`status.${status}`)),
    ]),
  ) as unknown as PlanGridProps['statusNames'];
  const countries = props.countries.map(({ code, shortName, thaiName, color }) => ({
    code,
    shortName,
    thaiName,
    color,
  }));
  return (
    <ClientMessages locale={locale} messages={words}>
      <LoadGrid
        // Another choice of rows is another grid.
        key={JSON.stringify(props.view)}
        plan={{ id: plan.id, title: nameIn(locale, plan.title, plan.titleThai) }}
        me={props.me}
        known={{ seq: plan.seq, state: plan.state, results: props.results, activities: props.activities }}
        before={props.before}
        members={props.members}
        countries={countries}
        rights={props.rights}
        view={props.view}
        statusNames={statusNames}
        acts={props.acts}
        isWideOnly={props.isWideOnly}
        add={props.add}
      />
    </ClientMessages>
  );
}
