import Link from 'next/link';
import { Section } from '@/components/ui/page';
import type { SourceTask } from '@/domain/brainstorm/source-task';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Inputs and clauses that the head table has yet to lay beside each other. Nothing where there are none. */
export function SourceTasks(props: { tasks: readonly SourceTask[]; locale: Locale }) {
  const t = translator(props.locale, 'home');
  if (props.tasks.length === 0) return null;
  return (
    <Section title={t('sources.title')}>
      <ol className="divide-y divide-line">
        {props.tasks.map((task) => (
          <li key={hrefOf(task)} className="grid gap-0.5 py-2.5 first:pt-0 last:pb-0">
            <Link href={hrefOf(task)} className="leading-snug text-pretty no-underline hover:underline">
              {t(`sources.${task.kind}`, { count: task.count })}
            </Link>
            {task.kind === 'undecided' ? (
              <p className="text-[0.8125rem] text-muted">{task.round.title}</p>
            ) : (
              <p className="text-[0.8125rem] text-muted">
                <span className="tracking-wide">{task.document.symbol}</span> ·{' '}
                <span lang={task.document.language}>{task.document.title}</span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function hrefOf(task: SourceTask): string {
  if (task.kind === 'undecided') return `/brainstorm/${task.round.id}`;
  return `/documents/${task.document.id}/sources#${task.kind === 'unsourced' ? 'unsourced' : 'unlinked'}`;
}
