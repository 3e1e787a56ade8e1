import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { DIGEST_HOUR } from '@/domain/notices/digest';
import type { NoticeGroup } from '@/domain/notices/groups';
import type { MailChoice, MailKind } from '@/domain/notices/mail';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** As server/queries/notice-preferences gives it. */
interface Preference {
  readonly kind: MailKind;
  readonly choices: readonly MailChoice[];
  readonly chosen: MailChoice;
}

/** Which notices are mailed, and when: one choice for each kind. */
export function MailPreferences(props: {
  sendsMail: boolean;
  email: string;
  digests: readonly Preference[];
  groups: readonly { readonly group: NoticeGroup; readonly kinds: readonly Preference[] }[];
  locale: Locale;
  save: FormAction;
}) {
  const { locale } = props;
  const t = translator(locale, 'notices');
  const hour = `${String(DIGEST_HOUR).padStart(2, '0')}:00`;
  return (
    <>
      {props.sendsMail ? (
        <p className="mb-4 text-muted">{t('preferences.lead', { email: props.email })}</p>
      ) : (
        <div className="mb-4">
          <Notice>{t('preferences.noMail')}</Notice>
        </div>
      )}
      <ActionForm
        action={props.save}
        words={formWords(locale)}
        submit={t('preferences.save')}
        keep
        className="grid gap-4"
      >
        <Group title={t('preferences.digests')} hint={t('preferences.digestHint', { hour })}>
          {props.digests.map((preference) => (
            <Choice
              key={preference.kind}
              preference={preference}
              label={t(`kindNames.${preference.kind}`)}
              say={(choice) =>
                t(choice === 'never' ? 'preferences.digestChoice.never' : 'preferences.digestChoice.digest')
              }
            />
          ))}
        </Group>
        {props.groups.map(({ group, kinds }) => (
          <Disclosure key={group} summary={t(`groups.${group}`)}>
            <fieldset className="grid gap-2">
              <legend className="sr-only">{t(`groups.${group}`)}</legend>
              {kinds.map((preference) => (
                <Choice
                  key={preference.kind}
                  preference={preference}
                  label={t(`kindNames.${preference.kind}`)}
                  say={(choice) => t(`preferences.choice.${choice}`)}
                />
              ))}
            </fieldset>
          </Disclosure>
        ))}
      </ActionForm>
    </>
  );
}

function Group(props: { title: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{props.title}</legend>
      <p className="text-[0.8125rem] text-muted">{props.hint}</p>
      {props.children}
    </fieldset>
  );
}

function Choice(props: { preference: Preference; label: string; say: (choice: MailChoice) => string }) {
  const { kind, choices, chosen } = props.preference;
  const id = `mail-${kind}`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <label htmlFor={id} className="min-w-0 flex-1 basis-56 text-sm">
        {props.label}
      </label>
      <select
        id={id}
        name={`mail.${kind}`}
        defaultValue={chosen}
        className="min-h-9 rounded-md border border-line-strong/60 bg-raised px-2 text-sm text-ink focus:border-accent"
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {props.say(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}
