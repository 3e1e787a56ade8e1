import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { MEETING_VERBS, type MeetingVerb, verbWeight } from '@/domain/meeting/verbs';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { VerbScale } from './verb-scale';

interface Pointer {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
}

/** A decision as pages show it (server/queries/meeting-decisions). */
export interface ListedDecision {
  readonly id: string;
  readonly meetingId: string;
  readonly number: number;
  readonly verb: MeetingVerb;
  readonly wording: string;
  readonly wordingThai: string;
  readonly at: string;
  readonly item: { readonly number: string; readonly title: string; readonly titleThai: string } | null;
  readonly document: { readonly id: string; readonly symbol: string } | null;
  readonly isReport: boolean;
  readonly putsRight: Pointer | null;
  readonly putRightBy: Pointer | null;
  readonly present: readonly { readonly country: string; readonly head: string | null }[];
  readonly members: number;
  readonly actions: number;
}

const LINK = 'text-accent no-underline hover:underline';

/** Decisions of one meeting in their order, each at an address of its own. */
export function DecisionList(props: {
  decisions: readonly ListedDecision[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  return (
    <ol className="divide-y divide-line">
      {props.decisions.map((decision) => (
        <Decision key={decision.id} decision={decision} countries={props.countries} locale={props.locale} />
      ))}
    </ol>
  );
}

function Decision(props: { decision: ListedDecision; countries: readonly NamedCountry[]; locale: Locale }) {
  const { decision, locale } = props;
  const t = translator(locale, 'actions');
  const isThai = locale === 'th' && decision.wordingThai !== '';
  const other = isThai ? decision.wording : decision.wordingThai;
  const { document, putRightBy, putsRight, item } = decision;
  return (
    <li
      id={decision.id}
      className="grid scroll-mt-20 gap-x-4 gap-y-1 py-4 first:pt-0 last:pb-0 target:bg-accent-soft sm:grid-cols-[2.25rem_minmax(0,1fr)]"
    >
      <Link
        href={`/meetings/${decision.meetingId}/decisions#${decision.id}`}
        aria-label={t('decisions.decisionN', { number: decision.number })}
        className="font-serif text-lg leading-snug text-muted no-underline tabular-nums hover:text-accent"
      >
        {decision.number}.
      </Link>
      <div className="grid min-w-0 gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
          <span className="inline-flex items-center gap-2 font-medium text-ink">
            <VerbScale weight={verbWeight(decision.verb)} of={MEETING_VERBS.length} />
            {t(`verbs.${decision.verb}`)}
          </span>
          {item === null ? null : (
            <span>
              {t('decisions.under', { number: item.number })} · {nameIn(locale, item.title, item.titleThai)}
            </span>
          )}
          {putRightBy === null ? null : (
            <Badge tone="warn">
              <Link
                href={`/meetings/${putRightBy.meetingId}/decisions#${putRightBy.id}`}
                className="no-underline hover:underline"
              >
                {t('decisions.rightenedBy', { number: putRightBy.number })}
              </Link>
            </Badge>
          )}
        </p>
        <p
          lang={isThai ? 'th' : 'en'}
          className={`font-serif text-[1.05rem] leading-relaxed text-pretty ${putRightBy === null ? '' : 'text-muted line-through decoration-1'}`}
        >
          {isThai ? decision.wordingThai : decision.wording}
        </p>
        {other === '' ? null : (
          <p lang={isThai ? 'en' : 'th'} className="font-serif text-sm leading-relaxed text-muted">
            {other}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.8125rem]">
          {document === null ? null : (
            <Link
              href={decision.isReport ? `/documents/${document.id}/record` : `/documents/${document.id}`}
              className={LINK}
            >
              {t('decisions.onText', { symbol: document.symbol })}
            </Link>
          )}
          {putsRight === null ? null : (
            <Link href={`/meetings/${putsRight.meetingId}/decisions#${putsRight.id}`} className={LINK}>
              {t('decisions.rightens', { number: putsRight.number })}
            </Link>
          )}
          {decision.actions === 0 ? null : (
            <Link href={`/meetings/${decision.meetingId}/actions`} className={LINK}>
              {t('decisions.actions', { count: decision.actions })}
            </Link>
          )}
          <span className="text-muted">{sayInstant(locale, decision.at)}</span>
          <Disclosure
            quiet
            className="open:w-full"
            summary={`${t('decisions.present', { count: decision.present.length })} ${t('decisions.presentOf', { count: decision.members })}`}
          >
            <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
              {decision.present.map(({ country, head }) => (
                <li key={country} className="flex flex-wrap gap-x-2">
                  <Country code={country} countries={props.countries} locale={locale} />
                  {head === null ? null : <span className="text-muted">{head}</span>}
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      </div>
    </li>
  );
}
