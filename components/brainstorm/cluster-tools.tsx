import Link from 'next/link';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { MoveButton } from '@/components/ui/move-button';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { OutcomeFields } from './outcome-fields';
import type { BoardCluster, BoardInput, BoardLook } from './types';

export interface ClusterActions {
  readonly save: FormAction;
  readonly merge: FormAction;
  readonly split: FormAction;
  readonly move: FormAction;
  readonly decide: FormAction;
}

/** What the secretariat does with a cluster, and what the head table makes of it. */
export function ClusterTools(props: {
  cluster: BoardCluster;
  /** All that stand, in their order. */
  clusters: readonly { readonly id: string; readonly title: string }[];
  inputs: readonly BoardInput[];
  look: BoardLook;
  actions: ClusterActions;
}) {
  const { cluster, look } = props;
  const t = translator(look.locale, 'brainstorm');
  return (
    <div className="grid gap-1">
      {look.may.gather && props.clusters.length > 1 ? <Order {...props} /> : null}
      {look.may.link ? (
        <p>
          <Link
            href={`/brainstorm/${look.roundId}/clusters/${cluster.id}`}
            className="inline-flex min-h-8 items-center text-sm font-medium text-accent no-underline hover:underline"
          >
            {t('openClause')}
          </Link>
        </p>
      ) : null}
      {look.may.link && props.inputs.length > 0 ? (
        <Disclosure summary={t('decideAll')} quiet>
          <ActionForm action={props.actions.decide} words={formWords(look.locale)} submit={t('decideDo')}>
            <ChooseInputs inputs={props.inputs} legend={t('inputs')} isChosen />
            <OutcomeFields locale={look.locale} />
          </ActionForm>
        </Disclosure>
      ) : null}
      {look.may.gather ? <Secretariat {...props} /> : null}
    </div>
  );
}

/** Forward or back by one place; the page says which order it showed. */
function Order(props: Parameters<typeof ClusterTools>[0]) {
  const { cluster, clusters, look } = props;
  const t = translator(look.locale, 'brainstorm');
  const ids = clusters.map(({ id }) => id);
  const hidden = { clusterId: cluster.id, seen: ids.join(' ') };
  const button = (direction: 'up' | 'down', label: string, isAtEnd: boolean) => (
    <MoveButton
      action={props.actions.move}
      hidden={hidden}
      direction={direction}
      label={label}
      disabled={isAtEnd}
    />
  );
  return (
    <div className="no-print flex flex-wrap gap-2">
      {button('up', t('moveUp', { cluster: cluster.title }), ids[0] === cluster.id)}
      {button('down', t('moveDown', { cluster: cluster.title }), ids.at(-1) === cluster.id)}
    </div>
  );
}

function Secretariat(props: Parameters<typeof ClusterTools>[0]) {
  const { cluster, look, actions, inputs } = props;
  const others = props.clusters.filter(({ id }) => id !== cluster.id);
  const { locale } = look;
  const t = translator(locale, 'brainstorm');
  const words = formWords(locale);
  const hidden = { roundId: look.roundId, clusterId: cluster.id, rev: String(cluster.rev) };
  return (
    <Disclosure summary={t('changeCluster')} quiet>
      <div className="grid gap-6">
        <ActionForm action={actions.save} words={words} submit={t('save')} hidden={hidden} keep>
          <FormField name="title" label={t('title2')} defaultValue={cluster.title} maxLength={200} required />
          <FormField
            name="synthesis"
            type="textarea"
            label={t('synthesis')}
            hint={t('synthesisHint')}
            defaultValue={cluster.synthesis}
            maxLength={4000}
          />
          {look.tags.length === 0 ? null : (
            <FormField
              name="tag"
              type="select"
              label={t('area')}
              defaultValue={cluster.tag ?? ''}
              options={[
                { value: '', label: t('noArea') },
                ...look.tags.map(({ key, title, titleThai }) => ({
                  value: key,
                  label: nameIn(locale, title, titleThai),
                })),
              ]}
            />
          )}
        </ActionForm>
        {inputs.length < 2 ? null : (
          <ActionForm action={actions.split} words={words} submit={t('splitDo')} hidden={hidden}>
            <ChooseInputs inputs={inputs} legend={t('splitHint')} />
            <FormField name="title" label={t('splitTitle')} maxLength={200} required />
          </ActionForm>
        )}
        {others.length === 0 ? null : (
          <ActionForm action={actions.merge} words={words} submit={t('mergeDo')} hidden={hidden}>
            <FormField
              name="intoId"
              type="select"
              label={t('merge')}
              hint={t('mergeHint')}
              options={others.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </ActionForm>
        )}
      </div>
    </Disclosure>
  );
}

function ChooseInputs(props: { inputs: readonly BoardInput[]; legend: string; isChosen?: boolean }) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{props.legend}</legend>
      <div className="grid gap-1">
        {props.inputs.map(({ id, country, words, language }) => (
          <label key={id} className="flex min-h-7 items-baseline gap-2 text-sm">
            <input type="checkbox" name="inputs" value={id} defaultChecked={props.isChosen ?? false} />
            <span className="min-w-0">
              <span className="text-muted">{country}</span> <span lang={language}>{words.slice(0, 100)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
