import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { hashGroups } from './say-decision';

/** Whether the audit trail holds, in words. */
export function ChainNotice(props: {
  chain: {
    readonly length: number;
    readonly head: string;
    readonly broken: { readonly seq: number; readonly problem: 'gap' | 'link' | 'hash' } | null;
  };
  locale: Locale;
}) {
  const t = translator(props.locale, 'audit');
  const { length, head, broken } = props.chain;
  if (broken !== null) {
    return (
      <Notice tone="error" title={t('chain.broken', { seq: broken.seq })}>
        <p>
          {t(`chain.${broken.problem}`)} {t('chain.help')}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="done" title={t('chain.holds')}>
      <p className="break-words">
        {t('chain.holdsText', { count: length, hash: hashGroups(head).slice(0, 3).join(' ') || '–' })}
      </p>
    </Notice>
  );
}
