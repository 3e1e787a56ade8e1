'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Icon, type IconName } from './icons';
import { type SyncStatus, saveState } from './sync-status';

type Shown =
  | 'opening'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'offlineUnkept'
  | 'offlineReading'
  | 'notSaved'
  | 'live';

const ICONS: Readonly<Record<Shown, IconName>> = {
  opening: 'wait',
  saved: 'check',
  saving: 'wait',
  offline: 'offline',
  offlineUnkept: 'offline',
  offlineReading: 'offline',
  notSaved: 'warning',
  live: 'eye',
};

const HINTS = {
  opening: undefined,
  saved: 'savedHint',
  saving: 'savingHint',
  offline: 'offlineHint',
  offlineUnkept: 'offlineUnkeptHint',
  offlineReading: undefined,
  notSaved: 'notSavedHint',
  live: 'liveHint',
} as const;

const TONES: Readonly<Record<Shown, string>> = {
  opening: 'text-muted',
  saved: 'text-insert',
  saving: 'text-muted',
  offline: 'text-warn',
  offlineUnkept: 'text-warn',
  offlineReading: 'text-warn',
  notSaved: 'text-delete',
  live: 'text-muted',
};

/** The save state in words. Only what matters is announced: trouble at once, the rest to whoever asks. */
export function SaveStatus(props: { status: SyncStatus; writes: boolean; lost: boolean }) {
  const t = useTranslations('editor.status');
  const shown = props.lost ? 'notSaved' : shownState(props.status, props.writes);
  const hint = HINTS[shown];
  return (
    <p
      data-save-state={shown}
      className={`inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap ${TONES[shown]}`}
      {...(hint === undefined ? {} : { title: t(hint) })}
      aria-live={shown === 'saving' || shown === 'saved' ? 'off' : 'polite'}
    >
      <Icon name={ICONS[shown]} size={16} />
      {t(shown)}
    </p>
  );
}

function shownState(status: SyncStatus, writes: boolean): Shown {
  const state = saveState(status);
  if (writes && state === 'offline') return status.kept ? 'offline' : 'offlineUnkept';
  if (writes || state === 'notSaved') return state;
  if (state === 'offline') return 'offlineReading';
  return state === 'opening' ? 'opening' : 'live';
}
