import { Fragment } from 'react';
import { hashGroups } from './say-decision';

/** A hash in groups of eight digits, each on no line break; copied, it comes out with spaces, which verification ignores. */
export function Hash(props: { value: string; className?: string }) {
  return (
    <code className={`font-mono text-[0.8125rem] leading-relaxed break-words ${props.className ?? ''}`}>
      {hashGroups(props.value).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one hash keep their places
        <Fragment key={index}>
          {index > 0 ? ' ' : null}
          <span className="whitespace-nowrap">{group}</span>
        </Fragment>
      ))}
    </code>
  );
}
