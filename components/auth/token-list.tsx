import { FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { lastDayBefore } from '@/domain/body/days';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { type RevealAction, RevealingForm } from './revealing-form';

/** As server/queries/own-access gives it. */
export interface TokenEntry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly isExpired: boolean;
  readonly lastUsedAt: string | null;
}

export function TokenList(props: {
  tokens: readonly TokenEntry[];
  locale: Locale;
  create: RevealAction;
  revoke: FormAction;
}) {
  const { locale } = props;
  const t = translator(locale, 'settings');
  const common = translator(locale, 'common');
  const format = formatter(locale);
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  const until = (token: TokenEntry) => {
    if (token.expiresAt === null) return t('tokens.forever');
    return token.isExpired ? t('tokens.expired') : day(`${lastDayBefore(token.expiresAt)}T05:00:00.000Z`);
  };
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t('tokens.lead')}</p>
      {props.tokens.length === 0 ? <p>{t('tokens.none')}</p> : null}
      <ul className="divide-y divide-line empty:hidden">
        {props.tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium break-words">{token.name}</p>
              <p className="text-[0.8125rem] text-muted">
                {t('tokens.made')} {day(token.createdAt)} · {t('tokens.expires')} {until(token)}
              </p>
              <p className="text-[0.8125rem] text-muted">
                {t('tokens.lastUsed')} {token.lastUsedAt === null ? t('tokens.never') : day(token.lastUsedAt)}
              </p>
            </div>
            <ConfirmAction
              action={props.revoke}
              label={t('tokens.revoke')}
              title={t('tokens.revokeTitle', { name: token.name })}
              text={t('tokens.revokeText')}
              confirm={t('tokens.revoke')}
              confirmTone="danger"
              cancel={common('actions.cancel')}
              hidden={{ tokenId: token.id }}
            />
          </li>
        ))}
      </ul>
      <div className="grid gap-4 rounded-md border border-line bg-canvas/60 p-4">
        <h3 className="font-medium">{t('tokens.new')}</h3>
        <RevealingForm
          action={props.create}
          words={formWords(locale)}
          submit={t('tokens.submit')}
          once={t('tokens.once')}
          copy={common('actions.copy')}
          copied={common('actions.copied')}
          className="grid max-w-md gap-4"
        >
          <FormField
            name="name"
            label={t('tokens.name')}
            hint={t('tokens.nameHint')}
            maxLength={60}
            required
          />
          <FormField
            name="expiresAt"
            type="date"
            label={t('tokens.expiresField')}
            hint={t('tokens.expiresHint')}
          />
        </RevealingForm>
      </div>
    </div>
  );
}
