import type { ReactNode } from 'react';
import { requireViewer } from '@/app/_lib/viewer';
import { AppFooter } from '@/components/shell/app-footer';
import { AppHeader } from '@/components/shell/app-header';
import { navigationFor } from '@/components/shell/navigation';
import { pagesFor } from '@/components/shell/pages';
import { unreadCount } from '@/server/queries/inbox';
import { getRuntime } from '@/server/runtime';
import { bellCount } from '../_lib/bell';
import { chooseLocale, chooseTheme } from '../_lib/choose-preferences';

export default async function WorkspaceLayout(props: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <>
      <AppHeader
        locale={viewer.locale}
        person={{
          name: viewer.name,
          email: viewer.email,
          country: viewer.actor.grants.find((grant) => grant.country !== null)?.country ?? null,
          roles: [...new Set(viewer.actor.grants.map((grant) => grant.role))],
          theme: viewer.theme,
        }}
        unread={bellCount(viewer.locale, unreadCount(getRuntime(), viewer.actor))}
        navigation={navigationFor(viewer.actor)}
        pages={pagesFor(viewer.actor, viewer.locale)}
        actions={{ chooseLocale, chooseTheme }}
      />
      <main id="content" tabIndex={-1} className="w-full flex-1 outline-none">
        {props.children}
      </main>
      <AppFooter locale={viewer.locale} />
    </>
  );
}
