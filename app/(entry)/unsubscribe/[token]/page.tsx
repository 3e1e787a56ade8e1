import type { Metadata } from 'next';
import { getLocale } from '@/app/_lib/viewer';
import { Button, LinkButton } from '@/components/ui/button';
import { translator } from '@/messages/translate';
import { getRuntime } from '@/server/runtime';
import { unsubscriberOf } from '@/server/use-cases/unsubscribe';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'notices')('unsubscribe.title') };
}

/** Asks before it takes somebody off a kind of mail; nobody needs to sign in for it. */
export default async function UnsubscribePage(props: {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const token = decodeURIComponent((await props.params).token);
  const found = unsubscriberOf(getRuntime(), token);
  const locale = found.ok ? found.value.locale : await getLocale();
  const t = translator(locale, 'notices');
  const isDone = (await props.searchParams).done !== undefined;
  const kind = found.ok ? t(`kindNames.${found.value.kind}`) : '';
  return (
    <div className="mx-auto grid w-full max-w-lg flex-1 content-center px-4 py-10" lang={locale}>
      <section className="rounded-lg border border-line bg-paper p-6 shadow-pop sm:p-8">
        <h1 className="font-serif text-[1.65rem] leading-tight font-semibold">
          {t(found.ok ? (isDone ? 'unsubscribe.doneTitle' : 'unsubscribe.title') : 'unsubscribe.badTitle')}
        </h1>
        <p className="mt-3">
          {found.ok
            ? isDone
              ? t('unsubscribe.doneText', { kind })
              : t('unsubscribe.text', { kind, email: found.value.email })
            : t('unsubscribe.badText')}
        </p>
        <div className="mt-6 flex flex-wrap gap-2">
          {found.ok && !isDone ? (
            <form method="post" action={`/api/notices/unsubscribe/${encodeURIComponent(token)}`}>
              <input type="hidden" name="from" value="page" />
              <Button type="submit" tone="primary">
                {t('unsubscribe.submit')}
              </Button>
            </form>
          ) : null}
          <LinkButton href="/settings#mail">{t('unsubscribe.settings')}</LinkButton>
        </div>
      </section>
    </div>
  );
}
