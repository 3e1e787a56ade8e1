import type { ReactNode } from 'react';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeader } from '@/components/ui/page';
import { TabLinks } from '@/components/ui/tab-links';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** The head of every page of a plan's monitoring: whose it is, and where its other pages are. */
export function MonitoringHead(props: {
  plan: { readonly id: string; readonly title: string; readonly titleThai: string };
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  above?: { readonly href: string; readonly label: string };
  locale: Locale;
}) {
  const { plan, locale } = props;
  const t = translator(locale, 'monitoring');
  const own = `/plans/${plan.id}`;
  const name = nameIn(locale, plan.title, plan.titleThai);
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/follow-up', label: translator(locale, 'common')('nav.followUp') },
              { href: own, label: name },
              ...(props.above === undefined ? [] : [props.above]),
            ]}
          >
            {props.title}
          </Breadcrumb>
        }
        title={props.title}
        lead={props.lead}
        actions={props.actions}
      />
      <div className="mb-6 border-b border-line">
        <TabLinks
          label={name}
          tabs={[
            { href: `${own}/monitoring`, label: t('tabs.monitoring') },
            { href: `${own}/indicators`, label: t('tabs.indicators') },
            { href: `${own}/rounds`, label: t('tabs.rounds') },
          ]}
        />
      </div>
    </>
  );
}
