import type { ReactNode } from 'react';
import { VersionOptions } from '@/components/compare/version-options';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { VersionFacts } from '@/components/versions/version-line';
import type { ThreeWayView } from '@/domain/redline/three-way/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { SIDES, type Side } from './choice';

/** Which three texts: three lists and a button. Works without a script. */
export function ThreeForm(props: {
  documentId: string;
  versions: readonly VersionFacts[];
  chosen: Readonly<Record<Side, number | 'now' | null>>;
  view: ThreeWayView;
  locale: Locale;
}): ReactNode {
  const t = translator(props.locale, 'threeWay');
  return (
    <form
      action={`/documents/${encodeURIComponent(props.documentId)}/compare/three`}
      method="get"
      className="three-form no-print"
    >
      {props.view === 'touched' ? null : <input type="hidden" name="show" value={props.view} />}
      {SIDES.map((side) => {
        const value = String(props.chosen[side] ?? 'now');
        return (
          <div key={side} className="compare-choice">
            <label htmlFor={`three-${side}`}>{t(`choose.${side}`)}</label>
            <Select id={`three-${side}`} name={side} defaultValue={value} key={`${side} ${value}`}>
              <VersionOptions versions={props.versions} locale={props.locale} />
            </Select>
          </div>
        );
      })}
      <Button type="submit" tone="primary">
        {t('choose.compare')}
      </Button>
    </form>
  );
}
