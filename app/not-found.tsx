import Link from 'next/link';
import { NotFoundPage } from '@/components/shell/not-found-page';
import { Wordmark } from '@/components/shell/wordmark';
import { translator } from '@/messages/translate';
import { getLocale } from './_lib/viewer';

/** For addresses that match no page; inside the workspace its own not-found page keeps the navigation. */
export default async function NotFound() {
  const locale = await getLocale();
  return (
    <>
      <header className="border-b border-line bg-paper px-4 py-3 sm:px-6">
        <Link href="/" className="no-underline">
          <Wordmark name={translator(locale, 'common')('productName')} />
        </Link>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 px-4 outline-none">
        <NotFoundPage locale={locale} />
      </main>
    </>
  );
}
