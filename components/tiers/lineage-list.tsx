import { sayDecision } from '@/components/procedure/say-decision';
import { Badge } from '@/components/ui/badge';
import type { DecisionVerb, MeetingTier } from '@/domain/procedure/states';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** One decision on a text (server/queries/decisions: LineageStep). */
export interface LineageEntry {
  readonly id: string;
  readonly makesFinal: boolean;
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly revision: number;
  readonly at: string;
  readonly meeting: {
    readonly title: string;
    readonly titleThai: string;
    readonly tier: MeetingTier;
    readonly place: string;
  };
  readonly agendaItem: { readonly number: string };
  readonly annulled: { readonly at: string; readonly reason: string } | null;
}

/** The decisions of all tiers on one text, the first at the top: who said what, where, when, and its evidence. */
export function LineageList(props: { documentId: string; steps: readonly LineageEntry[]; locale: Locale }) {
  const { documentId, locale } = props;
  const t = translator(locale, 'tiers');
  if (props.steps.length === 0) return <p className="text-sm text-muted">{t('none')}</p>;
  return (
    <ol className="grid gap-0 border-l border-line-strong/50">
      {props.steps.map((step) => (
        <li key={step.id} className="relative pb-5 pl-5 last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-1.5 -left-[5px] size-[9px] rounded-full border border-paper ${step.annulled !== null ? 'bg-delete' : step.makesFinal ? 'bg-insert' : 'bg-line-strong'}`}
          />
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
            {sayDecision(step, step.revision, locale)}
            {step.annulled !== null ? (
              <Badge tone="stop">{t('annulled')}</Badge>
            ) : step.makesFinal ? (
              <Badge tone="done">{t('final')}</Badge>
            ) : null}
          </p>
          <blockquote lang="en" className="mt-1 font-serif text-[0.95rem] text-pretty">
            {step.wording}
          </blockquote>
          <p className="mt-1 text-[0.8125rem] text-muted">
            {nameIn(locale, step.meeting.title, step.meeting.titleThai)}, {step.meeting.place},{' '}
            {t('item', { number: step.agendaItem.number })}, {sayInstant(locale, step.at)}
          </p>
          {step.annulled === null ? null : (
            <p className="mt-1 text-[0.8125rem] text-delete">
              {t('annulledAt', { at: sayInstant(locale, step.annulled.at), reason: step.annulled.reason })}
            </p>
          )}
          <p className="no-print mt-1 text-[0.8125rem]">
            <a
              href={`/api/documents/${documentId}/evidence${step.makesFinal ? '' : `?decision=${step.id}`}`}
              className="text-accent no-underline hover:underline"
              download
            >
              {t('evidence')}
              <span className="sr-only">: {sayDecision(step, step.revision, locale)}</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}
