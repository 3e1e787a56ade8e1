import Link from 'next/link';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { dueOf, type ListedAction } from './action-list';

/** What meetings gave one's delegation to do and is due soon, short, each leading to where one reports on it. */
export function ActionTasks(props: { actions: readonly ListedAction[]; locale: Locale }) {
  const { actions, locale } = props;
  const t = translator(locale, 'actions');
  if (actions.length === 0) return null;
  return (
    <Section
      title={t('actions.tasks')}
      aside={
        <Link href="/actions" className="text-sm text-accent no-underline hover:underline">
          {t('actions.all')}
        </Link>
      }
    >
      <ActionLines actions={actions} locale={locale} />
    </Section>
  );
}

/** Actions in a line each. */
export function ActionLines(props: { actions: readonly ListedAction[]; locale: Locale }) {
  const { actions, locale } = props;
  return (
    <ol className="divide-y divide-line">
      {actions.map((action) => (
        <li key={action.id} className="grid gap-0.5 py-2.5 first:pt-0 last:pb-0">
          <Link
            href={`/meetings/${action.meetingId}/actions#${action.id}`}
            className="font-serif leading-snug text-pretty no-underline hover:underline"
          >
            {nameIn(locale, action.wording, action.wordingThai)}
          </Link>
          <p className={`text-[0.8125rem] ${action.isOverdue ? 'font-medium text-delete' : 'text-muted'}`}>
            {dueOf(action, locale)} · {nameIn(locale, action.meeting.title, action.meeting.titleThai)}
          </p>
        </li>
      ))}
    </ol>
  );
}
