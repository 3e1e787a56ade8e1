import Link from 'next/link';
import { ComesFrom } from '@/components/sources/comes-from';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import type { ClauseSource } from '@/domain/brainstorm/trace';
import type { Activity } from '@/domain/plan/matrix';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** server/queries/plan-activity: OriginClause. */
interface Origin {
  readonly documentId: string;
  readonly symbol: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly clauseId: string;
  readonly citation: string;
  readonly words: string;
}

const SHOWN = 90;

/** The clause of an adopted text that an activity stems from, and what that clause came from in its turn. */
export function ActivityOrigin(props: {
  activity: Pick<Activity, 'id' | 'rev'>;
  origin: Origin | null;
  sources: readonly ClauseSource[];
  choices: readonly Origin[];
  mayTie: boolean;
  countries: readonly NamedCountry[];
  locale: Locale;
  action: FormAction;
}) {
  const { activity, origin, choices, locale } = props;
  const t = translator(locale, 'plan');
  const chosenAs = (clause: Origin) => `${clause.versionId} ${clause.clauseId}`;
  return (
    <Section title={t('activity.clause')}>
      {origin === null ? (
        <p className="text-muted">{t('activity.noClause')}</p>
      ) : (
        <>
          <p className="mb-1 text-sm">
            <Link
              href={`/documents/${origin.documentId}/versions/${origin.versionNumber}#${origin.clauseId}`}
              className="text-accent"
            >
              {[t('activity.inVersion', { symbol: origin.symbol }), origin.citation]
                .filter(Boolean)
                .join(', ')}
            </Link>
          </p>
          <blockquote className="mb-4 border-l-2 border-line-strong pl-4 font-serif text-lg leading-relaxed">
            {origin.words}
          </blockquote>
          <ComesFrom
            documentId={origin.documentId}
            sources={props.sources}
            countries={props.countries}
            locale={locale}
          />
        </>
      )}
      {props.mayTie ? (
        <Disclosure summary={t('activity.tie')}>
          {choices.length === 0 ? (
            <p className="text-muted">{t('activity.noAdopted')}</p>
          ) : (
            <ActionForm
              action={props.action}
              words={formWords(locale)}
              submit={t('activity.tieDo')}
              hidden={{ activityId: activity.id, rev: String(activity.rev) }}
              keep
            >
              <FormField
                name="clause"
                type="select"
                label={t('activity.clause')}
                hint={t('activity.tieHint')}
                defaultValue={origin === null ? '' : chosenAs(origin)}
                options={[
                  { value: '', label: t('activity.untie') },
                  ...choices.map((clause) => ({
                    value: chosenAs(clause),
                    label: [clause.symbol, clause.citation, shortened(clause.words)]
                      .filter(Boolean)
                      .join(' · '),
                  })),
                ]}
              />
            </ActionForm>
          )}
        </Disclosure>
      ) : null}
    </Section>
  );
}

function shortened(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN - 1)}…`;
}
