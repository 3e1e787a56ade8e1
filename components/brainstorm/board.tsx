import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Country } from '@/components/ui/country';
import { EmptyState } from '@/components/ui/empty-state';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { ClusterHead } from './cluster-head';
import { type ClusterActions, ClusterTools } from './cluster-tools';
import { type CardActions, InputCard } from './input-card';
import { type Arrangement, type Lane, lanesOf } from './lanes';
import type { BoardCluster, BoardInput, BoardLook } from './types';

export type BoardActions = CardActions & ClusterActions & { readonly release: FormAction };

export interface BoardProps {
  readonly by: Arrangement;
  readonly inputs: readonly BoardInput[];
  readonly clusters: readonly BoardCluster[];
  readonly hasDots: boolean;
  readonly look: BoardLook;
  readonly actions: BoardActions;
}

/** Everything that was said in a round, laid out in columns. */
export function Board(props: BoardProps) {
  const { inputs, clusters, look, by } = props;
  const t = translator(look.locale, 'brainstorm');
  if (inputs.length === 0 && clusters.length === 0)
    return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  const lanes = lanesOf(inputs, by, { clusters, tags: look.tags.map(({ key }) => key) });
  const shown = new Set<string>();
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,21rem),1fr))] items-start gap-5">
      {lanes.map((lane) => (
        <section
          key={lane.key}
          aria-label={laneName(lane, props)}
          className="grid min-w-0 content-start gap-3 rounded-lg border border-line bg-canvas/60 p-4"
        >
          <LaneHead lane={lane} {...props} />
          {lane.inputs.length === 0 ? (
            <p className="text-sm text-muted">{t('emptyLane')}</p>
          ) : (
            <ol className="grid gap-3">
              {lane.inputs.map((input) => (
                <InputCard
                  key={input.id}
                  input={input}
                  look={look}
                  actions={props.actions}
                  isFirst={isFirst(shown, input.id)}
                  tools={by === 'cluster' ? <Release lane={lane} input={input} {...props} /> : null}
                />
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

function isFirst(shown: Set<string>, id: string): boolean {
  const fresh = !shown.has(id);
  shown.add(id);
  return fresh;
}

function laneName(lane: Lane, { by, clusters, look }: BoardProps): string {
  const t = translator(look.locale, 'brainstorm');
  if (lane.key === '') return t(by === 'cluster' ? 'loose' : 'noArea');
  if (by === 'cluster') return clusters.find(({ id }) => id === lane.key)?.title ?? '';
  const tag = look.tags.find(({ key }) => key === lane.key);
  return tag === undefined ? lane.key : nameIn(look.locale, tag.title, tag.titleThai);
}

function LaneHead(props: BoardProps & { lane: Lane }): ReactNode {
  const { lane, by, clusters, look } = props;
  const cluster = by === 'cluster' ? clusters.find(({ id }) => id === lane.key) : undefined;
  if (cluster !== undefined) {
    return (
      <div className="grid gap-2 border-b border-line pb-3">
        <ClusterHead cluster={cluster} look={look} hasDots={props.hasDots} />
        <ClusterTools
          cluster={cluster}
          clusters={clusters}
          inputs={lane.inputs}
          look={look}
          actions={props.actions}
        />
      </div>
    );
  }
  return (
    <h3 className="flex items-baseline justify-between gap-2 text-[0.95rem] font-semibold">
      {by === 'delegation' && lane.key !== '' ? (
        <Country code={lane.key} countries={look.countries} locale={look.locale} />
      ) : (
        laneName(lane, props)
      )}
      <span className="text-sm font-normal text-muted tabular-nums">{lane.inputs.length}</span>
    </h3>
  );
}

/** Takes an input out of the cluster of its column. */
function Release(props: BoardProps & { lane: Lane; input: BoardInput }): ReactNode {
  const { lane, input, look, clusters } = props;
  const cluster = clusters.find(({ id }) => id === lane.key);
  if (!look.may.gather || cluster === undefined) return null;
  const t = translator(look.locale, 'brainstorm');
  return (
    <ActionForm
      action={props.actions.release}
      words={formWords(look.locale)}
      submit={
        <>
          {t('release')}
          <span className="sr-only">: {t('releaseFrom', { cluster: cluster.title })}</span>
        </>
      }
      tone="quiet"
      hidden={{ clusterId: cluster.id, inputId: input.id }}
      className="-my-1 -ml-3"
    />
  );
}
