import Link from 'next/link';
import { SearchButton, type SearchWords } from '@/components/search/search-button';
import type { NamedPage } from '@/components/search/types';
import { Flag } from '@/components/ui/flag';
import type { Role } from '@/domain/body/grants';
import { FOUND_KINDS } from '@/domain/search/kinds';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { Bell, type BellCount } from './bell';
import { LocaleSwitch } from './locale-switch';
import { NavLink } from './nav-link';
import type { NavigationItem } from './navigation';
import { PersonMenu, type Theme } from './person-menu';
import { PopPanel } from './pop-panel';
import { Wordmark } from './wordmark';

export interface HeaderPerson {
  readonly name: string;
  readonly email: string;
  readonly country: string | null;
  readonly roles: readonly Role[];
  readonly theme: Theme;
}

export interface HeaderActions {
  readonly chooseLocale: (form: FormData) => Promise<void>;
  readonly chooseTheme: (form: FormData) => Promise<void>;
}

const TAB =
  'relative inline-flex h-14 items-center px-3 text-sm text-muted no-underline hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink after:absolute after:inset-x-3 after:bottom-[-1px] after:h-[2px] after:rounded-full after:bg-transparent aria-[current=page]:after:bg-accent';
const SHEET_LINK =
  'flex min-h-11 items-center border-l-2 border-transparent px-4 text-[1.0625rem] no-underline hover:bg-accent-soft aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium';

export function AppHeader(props: {
  locale: Locale;
  person: HeaderPerson;
  unread: BellCount;
  navigation: readonly NavigationItem[];
  pages: readonly NamedPage[];
  actions: HeaderActions;
}) {
  const t = translator(props.locale, 'common');
  return (
    <header className="no-print sticky top-0 z-30 border-b border-line bg-paper">
      <div className="flex h-14 items-center gap-2 px-3 sm:px-6">
        <PopPanel
          id="navigation-sheet"
          buttonLabel={t('nav.menu')}
          label={<MenuIcon />}
          buttonClass="-ml-1 inline-flex size-10 cursor-pointer items-center justify-center rounded-md hover:bg-accent-soft md:hidden"
          panelClass="top-14 left-0 w-full border-x-0 py-2 md:hidden"
        >
          <nav aria-label={t('nav.menu')}>
            {props.navigation.map((item) => (
              <NavLink key={item.key} href={item.href} also={item.also} className={SHEET_LINK}>
                {t(`nav.${item.key}`)}
              </NavLink>
            ))}
          </nav>
        </PopPanel>
        <Link href="/" className="mr-3 inline-flex h-10 items-center rounded-sm no-underline lg:mr-6">
          <Wordmark name={t('productName')} />
        </Link>
        <nav aria-label={t('nav.main')} className="hidden md:flex">
          {props.navigation.map((item) => (
            <NavLink key={item.key} href={item.href} also={item.also} className={TAB}>
              {t(`nav.${item.key}`)}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1.5">
          <Bell count={props.unread} />
          <SearchButton words={searchWords(props.locale)} pages={props.pages} />
          <LocaleSwitch locale={props.locale} chooseLocale={props.actions.chooseLocale} />
          <PopPanel
            id="person-menu"
            buttonLabel={t('nav.account', { name: props.person.name })}
            label={
              <>
                {props.person.country === null ? (
                  <PersonIcon />
                ) : (
                  <Flag country={props.person.country} size={14} />
                )}
                <span className="hidden max-w-48 truncate lg:inline">{props.person.name}</span>
                <ChevronIcon />
              </>
            }
            buttonClass="inline-flex h-10 cursor-pointer items-center gap-2 rounded-md px-2 text-sm hover:bg-accent-soft"
            panelClass="top-14 right-2 w-72 max-w-[calc(100vw-1rem)] rounded-b-lg border-t-0 sm:right-5"
          >
            <PersonMenu locale={props.locale} person={props.person} chooseTheme={props.actions.chooseTheme} />
          </PopPanel>
        </div>
      </div>
    </header>
  );
}

function searchWords(locale: Locale): SearchWords {
  const t = translator(locale, 'search');
  return {
    title: t('title'),
    placeholder: t('placeholder'),
    none: t('none'),
    hint: t('hint'),
    all: t('all'),
    failed: t('failed'),
    page: t('page'),
    kinds: Object.fromEntries(FOUND_KINDS.map((kind) => [kind, t(`kind.${kind}`)])),
  };
}

function MenuIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M3 5.5h14M3 10h14M3 14.5h14" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}

function PersonIcon() {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <circle cx="10" cy="7" r="3.2" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M3.8 17c.6-3.4 3-5 6.2-5s5.6 1.6 6.2 5"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}

function ChevronIcon() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true">
      <path d="m2.5 4.5 3.5 3.5 3.5-3.5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
