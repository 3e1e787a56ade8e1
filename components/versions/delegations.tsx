import type { ReactNode } from 'react';
import type { DelegationName } from '@/components/compare/context';
import { Flag } from '@/components/ui/flag';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Delegations by flag and name; "" is the secretariat. */
export function Delegations(props: {
  codes: readonly string[];
  names: readonly DelegationName[];
  locale: Locale;
}): ReactNode {
  const common = translator(props.locale, 'common');
  return (
    <ul className="m-0 inline-flex list-none flex-wrap gap-x-3 gap-y-0.5 p-0">
      {props.codes.map((code) => (
        <li key={code} className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
          <Flag country={code === '' ? null : code} size={10} />
          {code === ''
            ? common('secretariatHand')
            : (props.names.find((entry) => entry.code === code)?.name ?? code)}
        </li>
      ))}
    </ul>
  );
}
