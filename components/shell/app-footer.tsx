import Link from 'next/link';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export function AppFooter(props: { locale: Locale }) {
  const t = translator(props.locale, 'common');
  return (
    <footer className="no-print border-t border-line px-4 py-4 text-[0.8125rem] text-muted sm:px-6">
      <p>
        {t('productName')} · {t('tagline')} ·{' '}
        <Link
          href="/verify"
          prefetch={false}
          className="inline-block underline underline-offset-2 hover:text-accent"
        >
          {translator(props.locale, 'verify')('link')}
        </Link>
      </p>
    </footer>
  );
}
