import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { LeavingDialogs } from '@/components/ui/leaving';
import { translator } from '@/messages/translate';
import '@/styles/globals.css';
import { getTheme } from './_lib/appearance';
import { getLocale } from './_lib/viewer';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'common');
  return {
    title: { default: t('productName'), template: `%s · ${t('productName')}` },
    description: t('tagline'),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffefb' },
    { media: '(prefers-color-scheme: dark)', color: '#1d1f20' },
  ],
};

export default async function RootLayout(props: { children: ReactNode }) {
  // Reading the headers makes every page dynamic: each answer carries its own CSP nonce.
  await headers();
  const locale = await getLocale();
  const t = translator(locale, 'common');
  return (
    <html lang={locale} data-theme={await getTheme()}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-accent font-medium text-accent-ink shadow-pop focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
        >
          {t('nav.skip')}
        </a>
        <LeavingDialogs
          words={{ question: t('leaving.question'), stay: t('leaving.stay'), leave: t('leaving.leave') }}
        >
          {props.children}
        </LeavingDialogs>
      </body>
    </html>
  );
}
