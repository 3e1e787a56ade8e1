import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DelegationName } from '@/components/compare/context';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { isWaiting } from '@/domain/negotiation/dispositions';
import { translator } from '@/messages/translate';
import type { DeskProposal, DeskProps } from './desk-props';
import { DeskRedline } from './desk-redline';
import { type DispositionWords, listed, nameOf } from './names';

/** One proposal on the table: whose, what it changes, whether it fits, what it collides with, why. */
export function ProposalCard(props: DeskProps & { proposal: DeskProposal; choice?: ReactNode }): ReactNode {
  const { proposal, locale, countries, names } = props;
  const t = translator(locale, 'dispositions');
  const number = t('proposal.number', { number: proposal.number ?? 0 });
  return (
    <article
      aria-label={`${number}, ${nameOf(proposal.country, names)}`}
      className="grid min-w-0 content-start gap-3 rounded-md border border-line bg-raised p-4"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          <Country code={proposal.country} countries={countries} locale={locale} />
        </h3>
        <span className="text-sm text-muted">
          {number} · {t(`kinds.${proposal.kind}`)} · {t(`classes.${proposal.class}`)}
        </span>
      </header>
      <Standing proposal={proposal} names={names} t={t} />
      <Words {...props} />
      {proposal.rationale === '' ? null : (
        <p className="text-sm">
          <span className="text-muted">{t('proposal.rationale')}: </span>
          {proposal.rationale}
        </p>
      )}
      <Backers {...props} />
      <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        {props.choice}
        <Link
          href={`/documents/${proposal.documentId}/proposals/${proposal.id}`}
          prefetch={false}
          className="text-sm text-accent"
        >
          {t('proposal.open')}
        </Link>
      </footer>
    </article>
  );
}

function Standing(props: {
  proposal: DeskProposal;
  names: readonly DelegationName[];
  t: DispositionWords;
}): ReactNode {
  const { proposal, names, t } = props;
  const { stuck, meets, state } = proposal;
  return (
    <ul className="grid gap-1 text-sm">
      {state === 'tabled' ? null : (
        <li>
          <Badge>{t(`states.${state}`)}</Badge>
        </li>
      )}
      {isWaiting(state) && stuck === null ? <li className="text-insert">{t('proposal.fits')}</li> : null}
      {stuck === null ? null : (
        <li className="text-warn">
          {t(`proposal.stuck.${stuck.why}`, {
            words:
              stuck.words.length === 0 ? '' : t('proposal.stuckWords', { words: stuck.words.join('”, “') }),
          })}
        </li>
      )}
      {meets.map(({ number, country, kind, words }) => (
        <li key={`${number} ${kind}`} className={kind === 'same' ? 'text-muted' : 'text-warn'}>
          {t(`proposal.meets.${kind === 'words' && words.length === 0 ? 'wordsPlace' : kind}`, {
            number,
            country: nameOf(country, names),
            words: words.join('”, “'),
          })}
        </li>
      ))}
      {proposal.onBehalf ? (
        <li className={proposal.confirmedAt === null ? 'text-warn' : 'text-muted'}>
          {t(proposal.confirmedAt === null ? 'proposal.onBehalf' : 'proposal.confirmed')}
        </li>
      ) : null}
      {proposal.challenges.map(({ country, reason, at, settled }) => (
        <li key={`${country} ${at}`} className={settled === null ? 'text-warn' : 'text-muted'}>
          {t('proposal.challenge', { country: nameOf(country, names), reason })}{' '}
          {settled === null ? null : t('proposal.settled', { class: t(`classes.${settled.class}`) })}
        </li>
      ))}
    </ul>
  );
}

function Words({ proposal, names, language, locale }: DeskProps & { proposal: DeskProposal }): ReactNode {
  const t = translator(locale, 'dispositions');
  const { kind, redline, stuck } = proposal;
  if (redline === null) {
    return (
      <p className="text-sm text-muted">{t(kind === 'move' ? 'proposal.moves' : 'proposal.comments')}</p>
    );
  }
  return (
    <div className="min-w-0">
      {kind === 'delete' ? <p className="mb-1 text-sm text-muted">{t('proposal.deletes')}</p> : null}
      <DeskRedline redline={redline} names={names} language={language} locale={locale} />
      {stuck === null ? null : (
        <p className="mt-1 text-[0.8125rem] text-muted">{t('proposal.againstBase')}</p>
      )}
    </div>
  );
}

function Backers({ proposal, names, locale }: DeskProps & { proposal: DeskProposal }): ReactNode {
  const t = translator(locale, 'dispositions');
  return (['cosponsor', 'support'] as const).map((kind) => {
    const behind = proposal.backings.filter((backing) => backing.kind === kind);
    if (behind.length === 0) return null;
    return (
      <p key={kind} className="text-sm">
        <span className="text-muted">
          {t(kind === 'cosponsor' ? 'proposal.cosponsors' : 'proposal.supporters')}{' '}
        </span>
        {listed(
          behind.map(({ country }) => nameOf(country, names)),
          locale,
        )}
      </p>
    );
  });
}
