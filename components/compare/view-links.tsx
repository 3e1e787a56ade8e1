'use client';

import Link from 'next/link';
import { useTranslations } from '@/components/i18n/use-translations';
import { COMPARE_VIEWS, type CompareView } from './context';
import { withFilter } from './filter';
import { useChangeNavigation } from './navigation';

/** The ways of showing a comparison. Going to another keeps the change one is at, and the filter. */
export function ViewLinks(props: { view: CompareView; hrefs: Readonly<Record<CompareView, string>> }) {
  const t = useTranslations('compare');
  const { current, filter } = useChangeNavigation();
  const place = current === null ? '' : `#change-${current}`;
  return (
    <nav className="compare-views" aria-label={t('view.label')}>
      {COMPARE_VIEWS.map((view) => (
        <Link
          key={view}
          href={withFilter(`${props.hrefs[view]}${place}`, filter)}
          prefetch={false}
          scroll={false}
          aria-current={view === props.view ? 'page' : undefined}
        >
          {t(`view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
