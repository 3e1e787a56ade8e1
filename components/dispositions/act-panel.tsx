import Link from 'next/link';
import type { ReactNode } from 'react';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { REASON_LENGTH } from '@/domain/negotiation/dispositions';
import type { DispositionKind, ProposalKind } from '@/domain/negotiation/types';
import { translator } from '@/messages/translate';
import type { DeskActions, DeskProposal, DeskProps } from './desk-props';
import { sayProposals } from './names';

interface PanelProps extends DeskProps {
  readonly documentId: string;
  readonly deskHref: string;
  /** Of the clause as this page shows it. */
  readonly clauseHash: string;
  readonly proposals: readonly DeskProposal[];
  /** Words for the chair to begin with. */
  readonly lines: readonly string[];
  readonly actions: DeskActions;
}

const BRACKETED: readonly ProposalKind[] = ['replace', 'insert', 'delete'];
const WITH_REASON: readonly DispositionKind[] = ['notRetained', 'referred', 'carriedOver'];
const WITH_WORDS: readonly DispositionKind[] = ['acceptedModified', 'merged'];

/** What the chair can make of the chosen proposals: each disposition a form that opens in place. */
export function ActPanel(props: PanelProps): ReactNode {
  const { proposals, names, locale } = props;
  const t = translator(locale, 'dispositions');
  return (
    <Section
      id="deal"
      title={t('panel.heading', { proposals: sayProposals(proposals, names, t, locale) })}
      aside={
        <Link href={props.deskHref} prefetch={false} className="text-sm text-accent">
          {t('panel.back')}
        </Link>
      }
    >
      <div className="grid gap-2">
        {offered(proposals).map((kind) => (
          <Disclosure key={kind} summary={t(`acts.${kind}`)}>
            <ActForm {...props} kind={kind} />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}

/** What the rules would refuse is not offered; a proposal that no longer fits is not accepted as it stands. */
function offered(proposals: readonly DeskProposal[]): DispositionKind[] {
  const hasWords = proposals.every(({ kind }) => kind !== 'move' && kind !== 'comment');
  const isOfOneKind = proposals.every(({ kind }) => kind === proposals[0]?.kind);
  const canMerge = proposals[0]?.kind === 'replace' || proposals[0]?.kind === 'insert';
  const canBracket = proposals.every(
    ({ kind, clauseId, stuck }) => BRACKETED.includes(kind) && clauseId !== null && stuck === null,
  );
  return [
    ...(proposals.every(({ stuck }) => stuck === null) ? (['accepted'] as const) : []),
    ...(proposals.length === 1 && hasWords ? (['acceptedModified'] as const) : []),
    ...(proposals.length > 1 && isOfOneKind && canMerge ? (['merged'] as const) : []),
    ...(canBracket ? (['bracketed'] as const) : []),
    'notRetained',
    'referred',
    'carriedOver',
  ];
}

function ActForm(props: PanelProps & { kind: DispositionKind }): ReactNode {
  const { kind, proposals, lines, locale } = props;
  const t = translator(locale, 'dispositions');
  const needsReason = WITH_REASON.includes(kind);
  const isSuggested = kind === 'merged';
  return (
    <ActionForm
      action={props.actions.dispose}
      words={formWords(locale)}
      submit={t(`panel.submit.${kind}`)}
      keep
      hidden={{
        documentId: props.documentId,
        proposalIds: proposals.map(({ id }) => id).join(' '),
        clauseHash: props.clauseHash,
        kind,
        ...(isSuggested ? { when: 'first' } : {}),
      }}
    >
      <p className="max-w-prose text-sm text-muted">{t(`hints.${kind}`)}</p>
      {WITH_WORDS.includes(kind)
        ? lines.map((line, index) => (
            <FormField
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              key={index}
              name={`line-${index}`}
              type="textarea"
              label={lines.length === 1 ? t('panel.words') : t('panel.cell', { number: index + 1 })}
              defaultValue={line}
              lang={props.language}
            />
          ))
        : null}
      <FormField
        name="reason"
        type="textarea"
        label={needsReason ? t('panel.reason') : t('panel.reasonOptional')}
        hint={t('panel.reasonHint')}
        required={needsReason}
        maxLength={REASON_LENGTH}
      />
      {isSuggested ? null : (
        <FormField
          name="when"
          type="select"
          label={t('panel.when')}
          options={[
            { value: 'now', label: t('panel.now') },
            { value: 'first', label: t('panel.first') },
          ]}
        />
      )}
    </ActionForm>
  );
}
