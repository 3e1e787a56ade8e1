import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getViewer } from '@/app/_lib/viewer';
import { SignOutButton } from '@/components/auth/sign-out-button';
import { LinkButton } from '@/components/ui/button';
import { translator } from '@/messages/translate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'auth')('signOut.title') };
}

export default async function SignOutPage() {
  const viewer = await getViewer();
  if (viewer === null) redirect('/sign-in');
  const t = translator(viewer.locale, 'auth');
  return (
    <div className="mx-auto grid w-full max-w-lg flex-1 content-center px-4 py-10">
      <section className="rounded-lg border border-line bg-paper p-6 shadow-pop sm:p-8">
        <h1 className="font-serif text-[1.65rem] leading-tight font-semibold">{t('signOut.title')}</h1>
        <p className="mt-3">{t('signOut.lead', { name: viewer.name })}</p>
        <p className="mt-2 text-muted">{t('signOut.text')}</p>
        <div className="mt-6 flex flex-wrap gap-2">
          <SignOutButton label={t('signOut.submit')} failed={t('signOut.failed')} />
          <LinkButton href="/">{t('signOut.stay')}</LinkButton>
        </div>
      </section>
    </div>
  );
}
