import type { ReactNode } from 'react';
import type { Locale } from '@/messages/locale';
import { ChangeBar } from './change-bar';
import { ChangeList } from './change-list';
import { ChangePanel } from './change-panel';
import { type CompareChoice, compareHref } from './choice';
import type { DelegationName, RedlineContext } from './context';
import type { ListEntry } from './entries';
import type { ChangeFilter } from './filter';
import { Legend } from './legend';
import { LinkedScrolling } from './linked-scrolling';
import { Minimap } from './minimap';
import { ChangeNavigation } from './navigation';
import { type InParts, RedlineText } from './redline-text';
import { ViewLinks } from './view-links';

/** What a page knows of a comparison besides its redline. Plain data: it crosses to the browser. */
export interface DeskFacts {
  readonly documentId: string;
  readonly choice: CompareChoice;
  readonly filter: ChangeFilter;
  readonly delegations: readonly DelegationName[];
  /** What the two texts are called, over the columns of the side-by-side view. */
  readonly titles: { readonly from: string; readonly to: string };
  /** Language of the document itself. */
  readonly language: string;
  readonly locale: Locale;
}

/**
 * The list of changes and the text with its changes. The server draws it for short texts, the browser for long ones
 * (ADR 0014).
 */
export function ComparisonDesk(
  props: DeskFacts & {
    context: RedlineContext;
    entries: readonly ListEntry[];
    /** Delegations with a hand in it. */
    authors: readonly string[];
    inParts: InParts;
  },
): ReactNode {
  const { choice, context, documentId, delegations } = props;
  return (
    <ChangeNavigation
      entries={props.entries}
      filter={props.filter}
      key={`${choice.from} ${choice.to} ${choice.view}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ViewLinks
          view={choice.view}
          hrefs={{
            inline: compareHref(documentId, { ...choice, view: 'inline' }),
            side: compareHref(documentId, { ...choice, view: 'side' }),
            changes: compareHref(documentId, { ...choice, view: 'changes' }),
          }}
        />
        <Legend authors={props.authors} context={context} />
      </div>
      <div className="compare-desk" data-view={choice.view}>
        <ChangePanel delegations={delegations}>
          <ChangeList delegations={delegations} language={props.language} />
        </ChangePanel>
        <section className="compare-paper" aria-label={context.t('textLabel')}>
          <ChangeBar>
            {choice.view === 'side' ? (
              <div className="compare-sides">
                <span>{props.titles.from}</span>
                <span>{props.titles.to}</span>
              </div>
            ) : null}
          </ChangeBar>
          <div className="compare-sheet">
            <RedlineText
              context={context}
              view={choice.view}
              language={props.language}
              fullText={compareHref(documentId, { ...choice, view: 'inline' })}
              inParts={props.inParts}
            />
            <Minimap />
          </div>
          {choice.view === 'side' ? <LinkedScrolling /> : null}
        </section>
      </div>
    </ChangeNavigation>
  );
}
