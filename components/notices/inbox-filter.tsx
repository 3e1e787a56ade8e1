import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

const CHOICE =
  'inline-flex min-h-9 items-center px-3 text-sm text-muted no-underline hover:text-ink aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent';

/** Everything or what is unread, of all documents or of one. Plain links and a form: it works without a script. */
export function InboxFilter(props: {
  unreadOnly: boolean;
  documentId: string | null;
  documents: readonly { readonly id: string; readonly symbol: string; readonly title: string }[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'notices');
  const href = (show: string) => {
    const query = new URLSearchParams(props.documentId === null ? {} : { document: props.documentId });
    if (show !== '') query.set('show', show);
    return query.size === 0 ? '/inbox' : `/inbox?${query}`;
  };
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <nav
        aria-label={t('filter.label')}
        className="flex overflow-hidden rounded-md border border-line-strong/50"
      >
        <Link className={CHOICE} href={href('')} aria-current={!props.unreadOnly}>
          {t('filter.all')}
        </Link>
        <Link className={CHOICE} href={href('unread')} aria-current={props.unreadOnly}>
          {t('filter.unread')}
        </Link>
      </nav>
      {props.documents.length < 2 ? null : (
        <form action="/inbox" className="flex min-w-0 items-center gap-2">
          {props.unreadOnly ? <input type="hidden" name="show" value="unread" /> : null}
          <label htmlFor="inbox-document" className="text-sm text-muted">
            {t('filter.document')}
          </label>
          <Select
            id="inbox-document"
            name="document"
            defaultValue={props.documentId ?? ''}
            className="max-w-64 min-w-0"
          >
            <option value="">{t('filter.everyDocument')}</option>
            {props.documents.map((document) => (
              <option key={document.id} value={document.id}>
                {document.symbol} · {document.title}
              </option>
            ))}
          </Select>
          <Button type="submit">{t('filter.submit')}</Button>
        </form>
      )}
    </div>
  );
}
