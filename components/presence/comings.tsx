'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import type { PersonInRoom } from './presence';

/** Comings and goings are gathered for this long: a flickering line says nothing, a delegation comes as one. */
const GATHER = 4000;

/** Tells a screen reader who joined and who left; silent about those who were there already, and to the eye. */
export function Comings({ people }: { people: readonly PersonInRoom[] }) {
  const t = useTranslations('editor.presence');
  const [words, setWords] = useState('');
  const known = useRef<ReadonlyMap<string, string> | null>(null);

  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new Map(people.map(({ user }) => [user.id, user.name]));
      const before = known.current;
      known.current = now;
      if (before === null) return;
      const joined = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
      const left = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name);
      const said = [
        joined.length === 0 ? '' : t('joined', { names: joined.join(', ') }),
        left.length === 0 ? '' : t('left', { names: left.join(', ') }),
      ];
      setWords(said.filter((part) => part !== '').join(' '));
    }, GATHER);
    return () => clearTimeout(timer);
  }, [people, t]);
  return (
    <p className="sr-only" aria-live="polite">
      {words}
    </p>
  );
}
