'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';

/** How long a step is shown while the film plays. */
const FRAME_MS = 2500;

export interface Frame {
  /** Number of the step in the history of the clause. */
  readonly number: number;
  readonly content: ReactNode;
}

/**
 * Steps as a list, newest first, and where there is a script as a film: one step at a time, oldest first, by buttons
 * and keys. It plays by itself only when asked to, and not for whoever wants no motion.
 */
export function Film(props: { frames: readonly Frame[]; total: number }) {
  const { frames, total } = props;
  const t = useTranslations('wrote');
  const [isReady, setReady] = useState(false);
  const [mayPlay, setMayPlay] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  // Frames come newest first.
  const last = frames.length - 1;

  useEffect(() => {
    setReady(true);
    setMayPlay(!window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  }, []);
  useEffect(() => {
    if (!isPlaying || current === null) return;
    if (current === 0) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setCurrent(current - 1), FRAME_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, current]);
  useEffect(() => {
    // A link to a step shows it, also where the film hides it.
    const follow = () => {
      const number = Number(/^#step-(\d{1,6})$/.exec(window.location.hash)?.[1]);
      const index = frames.findIndex((frame) => frame.number === number);
      if (index >= 0) setCurrent((shown) => (shown === null ? null : index));
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [frames]);

  const go = (index: number) => {
    setPlaying(false);
    setCurrent(Math.min(last, Math.max(0, index)));
  };
  const press = (event: KeyboardEvent) => {
    if (current === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowLeft: current + 1, ArrowRight: current - 1, Home: last, End: 0 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const shown = current === null ? null : (frames[current] ?? null);
  return (
    <div className="w-film" data-film={shown === null ? undefined : ''}>
      {!isReady || frames.length < 2 ? null : shown === null || current === null ? (
        <div className="w-film-bar">
          <Button onClick={() => setCurrent(last)}>{t('film.start')}</Button>
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in it
        <div className="w-film-bar" onKeyDown={press}>
          <fieldset className="w-film-keys">
            <legend className="sr-only">{t('film.label')}</legend>
            <Control label={t('film.first')} sign="⏮" disabled={current === last} act={() => go(last)} />
            <Control
              label={t('film.back')}
              sign="◀"
              disabled={current === last}
              act={() => go(current + 1)}
            />
            {mayPlay ? (
              <Control
                label={t(isPlaying ? 'film.pause' : 'film.play')}
                sign={isPlaying ? '❚❚' : '▶'}
                act={() => {
                  if (!isPlaying && current === 0) setCurrent(last);
                  setPlaying(!isPlaying);
                }}
                words
              />
            ) : null}
            <Control
              label={t('film.forward')}
              sign="▶"
              disabled={current === 0}
              act={() => go(current - 1)}
            />
            <Control label={t('film.last')} sign="⏭" disabled={current === 0} act={() => go(0)} />
          </fieldset>
          <output className="w-film-place" aria-live={isPlaying ? 'off' : 'polite'}>
            {t('film.place', { number: shown.number, total })}
          </output>
          <span className="w-film-hint">{t('film.keys')}</span>
          <Button
            tone="quiet"
            onClick={() => {
              setPlaying(false);
              setCurrent(null);
            }}
          >
            {t('film.list')}
          </Button>
        </div>
      )}
      <ol className="w-steps">
        {frames.map(({ number, content }, index) => (
          <li
            key={number}
            id={`step-${number}`}
            value={number}
            tabIndex={-1}
            hidden={shown !== null && index !== current}
          >
            {content}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Control(props: {
  label: string;
  sign: string;
  act: () => void;
  disabled?: boolean;
  words?: boolean;
}) {
  return (
    <button
      type="button"
      className="w-film-key"
      // A button that cannot be pressed keeps the focus, so that the keys go on working.
      aria-disabled={props.disabled === true}
      aria-label={props.label}
      title={props.label}
      onClick={() => (props.disabled === true ? undefined : props.act())}
    >
      <span aria-hidden="true">{props.sign}</span>
      {props.words === true ? <span aria-hidden="true">{props.label}</span> : null}
    </button>
  );
}
