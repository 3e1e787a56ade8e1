import { ActionForm } from '@/components/ui/action-form';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { IntoFields } from './gather-form';
import type { BoardInput, BoardLook } from './types';

/** So many suggestions at a time: those that are dealt with make room for the next. */
const MOST_SHOWN = 6;

/** Pairs of inputs that may say the same, for the secretariat to judge. */
export function AlikeList(props: {
  pairs: readonly { readonly a: string; readonly b: string; readonly likeness: number }[];
  inputs: readonly BoardInput[];
  clusters: readonly { readonly id: string; readonly title: string }[];
  look: BoardLook;
  action: FormAction;
}) {
  const { look, inputs } = props;
  const { locale, countries } = look;
  const t = translator(locale, 'brainstorm');
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const pairs = props.pairs.slice(0, MOST_SHOWN).flatMap((pair) => {
    const [a, b] = [pair.a, pair.b].map((id) => inputs.find((input) => input.id === id));
    return a === undefined || b === undefined ? [] : [{ both: [a, b], likeness: pair.likeness }];
  });
  if (pairs.length === 0) return null;
  return (
    <Section title={t('alike')}>
      <p className="mb-3 text-sm text-muted">{t('alikeLead')}</p>
      <ol className="divide-y divide-line">
        {pairs.map(({ both, likeness }) => (
          <li key={both.map(({ id }) => id).join(' ')} className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
            {both.map(({ id, country, words, language }) => (
              <p key={id} className="text-sm">
                <Country code={country} countries={countries} locale={locale} className="mr-2 text-muted" />
                <span lang={language} className="font-serif">
                  {words}
                </span>
              </p>
            ))}
            <Disclosure
              summary={`${t('gatherBoth')} (${t('alikeShare', { share: share.format(likeness) })})`}
              quiet
            >
              <ActionForm
                action={props.action}
                words={formWords(locale)}
                submit={t('gatherDo')}
                hidden={{ roundId: look.roundId, both: both.map(({ id }) => id).join(' ') }}
              >
                <IntoFields clusters={props.clusters} locale={locale} />
              </ActionForm>
            </Disclosure>
          </li>
        ))}
      </ol>
    </Section>
  );
}
