import { FormField } from '@/components/ui/action-form';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** The questions about a body, for a new one or an existing one. */
export function BodyFields(props: {
  locale: Locale;
  body?: {
    readonly acronym: string;
    readonly name: string;
    readonly nameThai: string;
    readonly symbolTemplate: string;
  };
}) {
  const { body } = props;
  const t = translator(props.locale, 'admin');
  return (
    <>
      <FormField
        name="acronym"
        label={t('bodies.fields.acronym')}
        hint={t('bodies.fields.acronymHint')}
        defaultValue={body?.acronym ?? ''}
        maxLength={24}
        required
      />
      <FormField
        name="name"
        label={t('bodies.fields.name')}
        defaultValue={body?.name ?? ''}
        maxLength={200}
        lang="en"
        required
      />
      <FormField
        name="nameThai"
        label={t('bodies.fields.nameThai')}
        defaultValue={body?.nameThai ?? ''}
        maxLength={200}
        lang="th"
      />
      <FormField
        name="symbolTemplate"
        label={t('bodies.fields.symbolTemplate')}
        hint={t('bodies.fields.symbolHint')}
        defaultValue={body?.symbolTemplate ?? ''}
        maxLength={80}
      />
    </>
  );
}
