import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { deviceOf } from './device';

/** As server/queries/own-access gives it. */
export interface SessionEntry {
  readonly id: string;
  readonly via: 'password' | 'oidc' | 'demo' | 'setup';
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

export function SessionList(props: {
  sessions: readonly SessionEntry[];
  locale: Locale;
  end: FormAction;
  endOthers: FormAction;
}) {
  const t = translator(props.locale, 'settings');
  const format = formatter(props.locale);
  const when = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p className="mb-3 text-muted">{t('sessions.lead')}</p>
      <ul className="divide-y divide-line">
        {props.sessions.map((session) => {
          const found = deviceOf(session.userAgent);
          const device = found === null ? t('sessions.unknown') : t('sessions.on', found);
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device}
                  {session.isThisOne ? <Badge tone="done">{t('sessions.thisOne')}</Badge> : null}
                </p>
                <p className="text-[0.8125rem] text-muted">
                  {session.address === '' ? '' : `${session.address} · `}
                  {t('sessions.since')} {when(session.createdAt)}, {t(`sessions.via.${session.via}`)}
                </p>
                <p className="text-[0.8125rem] text-muted">
                  {t('sessions.seen')} {when(session.lastSeenAt)}
                </p>
              </div>
              {session.isThisOne ? null : (
                <ActionForm
                  action={props.end}
                  words={formWords(props.locale)}
                  submit={
                    <>
                      {t('sessions.end')}
                      <span className="sr-only">{device}</span>
                    </>
                  }
                  hidden={{ sessionId: session.id }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {props.sessions.filter((session) => !session.isThisOne).length < 2 ? null : (
        <div className="mt-2 border-t border-line pt-4">
          <ActionForm
            action={props.endOthers}
            words={formWords(props.locale)}
            submit={t('sessions.endOthers')}
          />
        </div>
      )}
    </>
  );
}
