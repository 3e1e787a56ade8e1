import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { PROPOSAL_CLASSES, PROPOSAL_STATES } from '@/domain/negotiation/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export interface ProposalChoice {
  readonly delegation: string;
  readonly clause: string;
  readonly state: string;
  readonly class: string;
}

/** Which of the tabled proposals are shown. A form of the address: it works without a script. */
export function ProposalFilter(props: {
  chosen: ProposalChoice;
  delegations: readonly { readonly value: string; readonly label: string }[];
  clauses: readonly { readonly value: string; readonly label: string }[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'proposals');
  const questions = [
    {
      name: 'delegation',
      label: t('list.delegation'),
      every: t('list.anyDelegation'),
      options: props.delegations,
    },
    { name: 'clause', label: t('list.clause'), every: t('list.anyClause'), options: props.clauses },
    {
      name: 'state',
      label: t('list.stateLabel'),
      every: t('list.anyState'),
      options: PROPOSAL_STATES.filter((state) => state !== 'draft').map((value) => ({
        value,
        label: t(`state.${value}`),
      })),
    },
    {
      name: 'class',
      label: t('class.label'),
      every: t('list.anyClass'),
      options: PROPOSAL_CLASSES.map((value) => ({ value, label: t(`class.${value}`) })),
    },
  ] as const;
  return (
    <form
      method="get"
      className="mb-5 grid items-end gap-3 border-b border-line pb-5 sm:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      {questions.map(({ name, label, every, options }) => (
        <Field key={name} id={`filter-${name}`} label={label}>
          <Select id={`filter-${name}`} name={name} defaultValue={props.chosen[name]}>
            <option value="">{every}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button type="submit">{t('list.filter')}</Button>
    </form>
  );
}
