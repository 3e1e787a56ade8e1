import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { sayExactly } from './say-end';

/** On every page of a document under silence: until when, and what happens then. */
export function SilenceBanner(props: {
  documentId: string;
  expiresAt: string;
  zone: string;
  locale: Locale;
}) {
  const t = translator(props.locale, 'silence');
  return (
    <div className="mt-3 max-w-4xl">
      <Notice
        tone="warn"
        actions={
          <Link
            href={`/documents/${props.documentId}/silence`}
            className="text-accent underline underline-offset-2"
          >
            {t('banner.open')}
          </Link>
        }
      >
        <p>{t('banner.text', { time: sayExactly(props.locale, props.expiresAt, props.zone) })}</p>
      </Notice>
    </div>
  );
}
