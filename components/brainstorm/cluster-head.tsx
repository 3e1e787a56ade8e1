import { Country } from '@/components/ui/country';
import { Flag } from '@/components/ui/flag';
import { countryName, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { ClauseLinks } from './outcome-line';
import type { BoardCluster, BoardLook } from './types';

/** What several inputs have in common: title, synthesis, who named it, the advice of dots, the clauses it became. */
export function ClusterHead(props: { cluster: BoardCluster; look: BoardLook; hasDots: boolean }) {
  const { cluster, look } = props;
  const { locale, countries, tags } = look;
  const t = translator(locale, 'brainstorm');
  const tag = tags.find(({ key }) => key === cluster.tag);
  return (
    <div className="grid gap-2">
      <div>
        {tag === undefined ? null : (
          <p className="text-[0.8125rem] text-muted">{nameIn(locale, tag.title, tag.titleThai)}</p>
        )}
        <h3 id={cluster.id} className="scroll-mt-24 font-serif text-lg leading-snug font-semibold">
          {cluster.title}
        </h3>
      </div>
      {cluster.synthesis === '' ? null : (
        <p className="max-w-prose whitespace-pre-line text-[0.9375rem]">{cluster.synthesis}</p>
      )}
      {cluster.countries.length === 0 ? null : (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-[0.8125rem]">
          <span className="text-muted">{t('countries')}</span>
          {cluster.countries.map((code) => (
            <Country key={code} code={code} countries={countries} locale={locale} />
          ))}
        </p>
      )}
      {props.hasDots ? <Dots dots={cluster.dots} look={look} /> : null}
      {cluster.clauses.length === 0 ? null : (
        <p className="flex flex-wrap items-baseline gap-x-2 text-[0.8125rem]">
          <span className="text-muted">{t('became')}</span>
          <ClauseLinks clauses={cluster.clauses} locale={locale} />
        </p>
      )}
      {cluster.mergedFrom.length === 0 && cluster.splitFrom === null ? null : (
        <p className="text-[0.8125rem] text-muted">
          {cluster.mergedFrom.length === 0
            ? ''
            : t('mergedFrom', { titles: cluster.mergedFrom.map((title) => `“${title}”`).join(', ') })}{' '}
          {cluster.splitFrom === null ? '' : t('splitFrom', { title: `“${cluster.splitFrom}”` })}
        </p>
      )}
    </div>
  );
}

/** So many dots are drawn one by one; more are only said. */
const MOST_DRAWN = 40;

function Dots(props: { dots: BoardCluster['dots']; look: BoardLook }) {
  const { dots, countries: givers } = props.dots;
  const { locale, countries } = props.look;
  const t = translator(locale, 'brainstorm');
  const names = givers.flatMap((code) => {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? [] : [countryName(locale, country)];
  });
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
      {dots === 0 ? null : (
        <span aria-hidden="true" className="tracking-[0.15em] text-accent">
          {'●'.repeat(Math.min(dots, MOST_DRAWN))}
        </span>
      )}
      <span>{dots === 0 ? t('dots', { dots }) : t('dotsFrom', { dots, count: givers.length })}</span>
      <span className="inline-flex gap-1" title={names.join(', ')}>
        {givers.map((code) => (
          <Flag key={code} country={code} size={10} />
        ))}
        <span className="sr-only">{names.join(', ')}</span>
      </span>
    </p>
  );
}
