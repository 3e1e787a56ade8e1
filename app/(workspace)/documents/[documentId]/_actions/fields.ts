import { textOf } from '@/app/_lib/actions';
import { DOCUMENT_KINDS, type DocumentKind } from '@/domain/procedure/states';
import { accept, type Outcome, refuse } from '@/domain/refusal';
import { HOUSE_STYLES, type HouseStyle } from '@/domain/text/numbering';

export interface DescribedFields {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly language: string;
  readonly houseStyle: HouseStyle;
  readonly leadCountry: string | null;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
}

/** The answers of `DescriptionFields`; what the use-case can judge itself is left to it. */
export function describedFields(form: FormData): Outcome<DescribedFields> {
  const kind = DOCUMENT_KINDS.find((known) => known === textOf(form, 'kind'));
  if (kind === undefined) return refuse('BO10', { field: 'kind' });
  const houseStyle = HOUSE_STYLES.find((known) => known === textOf(form, 'houseStyle'));
  if (houseStyle === undefined) return refuse('BO10', { field: 'houseStyle' });
  const language = textOf(form, 'language');
  if (!/^[a-z]{2,3}$/.test(language)) return refuse('BO10', { field: 'language' });
  const [meetingId = '', agendaItemId = ''] = textOf(form, 'place').split('/');
  return accept({
    title: textOf(form, 'title'),
    kind,
    language,
    houseStyle,
    leadCountry: textOf(form, 'leadCountry') || null,
    meetingId: meetingId || null,
    agendaItemId: agendaItemId || null,
  });
}
