import { Button, LinkButton } from '@/components/ui/button';
import { Field, Select, TextInput } from '@/components/ui/field';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { sayKind } from './say-kind';

/** The filter is an address: it can be sent to a colleague, and works without scripts. */
export function AuditFilter(props: {
  address: {
    readonly kind: string;
    readonly person: string;
    readonly document: string;
    readonly from: string;
    readonly to: string;
  };
  kinds: readonly string[];
  people: readonly { readonly id: string; readonly name: string }[];
  locale: Locale;
}) {
  const { address, locale } = props;
  const t = translator(locale, 'audit');
  return (
    <form action="/audit" method="get" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
      <Field id="audit-kind" label={t('filter.kind')}>
        <Select id="audit-kind" name="kind" defaultValue={address.kind}>
          <option value="">{t('filter.everyKind')}</option>
          {props.kinds.map((kind) => (
            <option key={kind} value={kind}>
              {sayKind(kind, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="audit-person" label={t('filter.person')}>
        <Select id="audit-person" name="person" defaultValue={address.person}>
          <option value="">{t('filter.everyPerson')}</option>
          {props.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="audit-document" label={t('filter.document')} hint={t('filter.documentHint')}>
        <TextInput
          id="audit-document"
          name="document"
          defaultValue={address.document}
          maxLength={120}
          aria-describedby="audit-document-hint"
        />
      </Field>
      <Field id="audit-from" label={t('filter.from')}>
        <TextInput id="audit-from" name="from" type="date" defaultValue={address.from} />
      </Field>
      <Field id="audit-to" label={t('filter.to')}>
        <TextInput id="audit-to" name="to" type="date" defaultValue={address.to} />
      </Field>
      <div className="flex flex-wrap gap-2 sm:col-span-2 lg:col-span-5">
        <Button type="submit" tone="primary">
          {t('filter.show')}
        </Button>
        <LinkButton href="/audit" tone="quiet">
          {t('filter.clear')}
        </LinkButton>
      </div>
    </form>
  );
}
