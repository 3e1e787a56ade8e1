import { z } from 'zod';
import { atomic } from '../../db/atomic';
import {
  type CentreRow,
  changeCentre,
  changeProgramme,
  endTheme,
  findCentre,
  findCentreReport,
  findProgramme,
  insertCentre,
  insertProgramme,
  insertTheme,
  saveCentreReport,
  themesOf,
} from '../../db/centres';
import type { Db } from '../../db/client';
import { servableActivities } from '../../db/search-sources';
import { dayOf, isDay } from '../../domain/body/days';
import { checkProgramme, decideReport, decideTheme } from '../../domain/cycle/centres';
import { type Actor, canInBody, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { checkCountries, permittedInBody, readInput, recordAct } from './body-act';
import { nameText, optionalText } from './input-shapes';

const CentreFields = z.object({
  country: z.string(),
  name: nameText(200),
  nameThai: optionalText(200),
  host: optionalText(200),
  focalPoint: optionalText(120),
  contact: optionalText(200),
  since: z.string(),
});

export type SaveCentreInput = z.input<typeof CentreFields> & {
  readonly bodyId: string;
  /** Left out: a new one. */
  readonly centreId?: string;
};

/** Enters a centre into the register, or changes what is said of it. A centre keeps its country. */
export async function saveCentre(
  runtime: Runtime,
  actor: Actor,
  input: SaveCentreInput,
): Promise<Outcome<{ centreId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ centreId: string }> => {
    const allowed = permittedInBody(tx, actor, 'manageCentres', input.bodyId);
    if (!allowed.ok) return allowed;
    const read = readInput(CentreFields, input);
    if (!read.ok) return read;
    const known = checkCountries(tx, [read.value.country]);
    if (!known.ok) return known;
    if (!isDay(read.value.since)) return refuse('BO10', { field: 'since' });
    const standing = input.centreId === undefined ? null : findCentre(tx, input.centreId);
    if (input.centreId !== undefined && standing?.bodyId !== input.bodyId) return refuse('PO1');
    const { country: _, ...sayable } = read.value;
    const id = standing?.id ?? newId('arc');
    if (standing === null) insertCentre(tx, { id, bodyId: input.bodyId, closedAt: null, ...read.value });
    else changeCentre(tx, id, sayable);
    recordAct(tx, actor, at, {
      kind: standing === null ? 'centre.entered' : 'centre.changed',
      bodyId: input.bodyId,
      subjectType: 'centre',
      subjectId: id,
      data: { name: read.value.name, country: standing?.country ?? read.value.country },
    });
    return accept({ centreId: id });
  });
}

/** A centre's theme from a day on (RC1). The one before ends on that day. */
export async function setCentreTheme(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly centreId: string;
    readonly theme: string;
    readonly themeThai?: string;
    readonly from: string;
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const centre = managedCentre(tx, actor, input.centreId);
    if (!centre.ok) return centre;
    const read = readInput(
      z.object({ theme: nameText(300), themeThai: optionalText(300), from: z.string() }),
      input,
    );
    if (!read.ok) return read;
    const themes = themesOf(tx, [input.centreId]);
    const decided = decideTheme(themes, read.value.from);
    if (!decided.ok) return decided;
    for (const theme of themes) if (theme.to === null) endTheme(tx, theme.id, read.value.from);
    insertTheme(tx, { id: newId('thm'), centreId: input.centreId, to: null, ...read.value });
    recordCentre(tx, actor, at, centre.value, 'centre.themeSet', {
      theme: read.value.theme,
      from: read.value.from,
    });
    return accept(true);
  });
}

const ProgrammeFields = z.object({
  title: nameText(300),
  startsOn: z.string(),
  endsOn: z.string(),
  place: optionalText(200),
  participants: z.number().nullable(),
  countries: z.array(z.string()).max(60),
  activityIds: z.array(z.string()).max(60),
  note: optionalText(2000),
});

export type SaveProgrammeInput = z.input<typeof ProgrammeFields> & {
  readonly centreId: string;
  readonly programmeId?: string;
  /** The `rev` of the page; needed to change one. */
  readonly rev?: number;
};

/** A programme of a centre, by its delegation or the secretariat. */
export async function saveProgramme(
  runtime: Runtime,
  actor: Actor,
  input: SaveProgrammeInput,
): Promise<Outcome<{ programmeId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ programmeId: string }> => {
    const centre = reportedCentre(tx, actor, input.centreId);
    if (!centre.ok) return centre;
    const read = readInput(ProgrammeFields, input);
    if (!read.ok) return read;
    const checked = checkProgramme(read.value);
    if (!checked.ok) return checked;
    const known = checkCountries(tx, read.value.countries, 'countries');
    if (!known.ok) return known;
    const { countries, activityIds, ...rest } = read.value;
    const standing = input.programmeId === undefined ? null : findProgramme(tx, input.programmeId);
    if (input.programmeId !== undefined && standing?.centreId !== input.centreId) return refuse('PO1');
    const served = standing === null ? [] : (JSON.parse(standing.activityIds) as string[]);
    const offered = new Set(servableActivities(tx, centre.value.bodyId).map((activity) => activity.id));
    if (!activityIds.every((id) => offered.has(id) || served.includes(id))) {
      return refuse('BO10', { field: 'activityIds' });
    }
    // What left its matrix is not offered, so nobody took it away; it may come back.
    const kept = served.filter((id) => !offered.has(id));
    const serves = JSON.stringify([...new Set([...activityIds, ...kept])]);
    const row = { ...rest, countries: JSON.stringify(countries), activityIds: serves };
    const id = standing?.id ?? newId('prg');
    if (standing === null)
      insertProgramme(tx, { id, centreId: input.centreId, rev: 0, removedAt: null, ...row });
    else if (!changeProgramme(tx, id, input.rev ?? -1, row)) return refuse('RC6');
    recordCentre(
      tx,
      actor,
      at,
      centre.value,
      standing === null ? 'centre.programmeEntered' : 'centre.programmeChanged',
      {
        title: rest.title,
        startsOn: rest.startsOn,
      },
    );
    return accept({ programmeId: id });
  });
}

export async function removeProgramme(
  runtime: Runtime,
  actor: Actor,
  input: { readonly programmeId: string; readonly rev: number },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const programme = findProgramme(tx, input.programmeId);
    if (programme === null || programme.removedAt !== null) return refuse('PO1');
    const centre = reportedCentre(tx, actor, programme.centreId);
    if (!centre.ok) return centre;
    if (!changeProgramme(tx, programme.id, input.rev, { removedAt: at })) return refuse('RC6');
    recordCentre(tx, actor, at, centre.value, 'centre.programmeRemoved', { title: programme.title });
    return accept(true);
  });
}

/** Writes the centre's report of a year; submitted, it stays as it is (RC4). */
export async function writeCentreReport(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly centreId: string;
    readonly year: number;
    readonly words: string;
    readonly submit: boolean;
    /** Instant of the draft that the page showed; "" where it showed none. */
    readonly seenAt: string;
  },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const centre = reportedCentre(tx, actor, input.centreId);
    if (!centre.ok) return centre;
    const words = input.words.normalize('NFC').trim();
    const standing = findCentreReport(tx, input.centreId, input.year);
    const decided = decideReport(standing, input.year, words, dayOf(at));
    if (!decided.ok) return decided;
    if ((standing?.at ?? '') !== input.seenAt) return refuse('RC6', { field: 'year' });
    saveCentreReport(tx, {
      id: standing?.id ?? newId('rpt'),
      centreId: input.centreId,
      year: input.year,
      words,
      state: input.submit ? 'submitted' : 'drafted',
      by: actor.userId,
      at,
      submittedAt: input.submit ? at : null,
    });
    if (input.submit)
      recordCentre(tx, actor, at, centre.value, 'centre.reportSubmitted', { year: input.year });
    return accept(true);
  });
}

function managedCentre(tx: Db, actor: Actor, centreId: string): Outcome<CentreRow> {
  const centre = findCentre(tx, centreId);
  if (centre === null) return refuse('PO1');
  const allowed = permittedInBody(tx, actor, 'manageCentres', centre.bodyId);
  return allowed.ok ? accept(centre) : allowed;
}

/** The centre, where the actor speaks for its country or keeps the register. */
function reportedCentre(tx: Db, actor: Actor, centreId: string): Outcome<CentreRow> {
  const centre = findCentre(tx, centreId);
  if (centre === null) return refuse('PO1');
  return mayReport(actor, centre)
    ? accept(centre)
    : refuse(canInBody(actor, 'enter', centre.bodyId).ok ? 'PO4' : 'PO1');
}

export function mayReport(actor: Actor, centre: Pick<CentreRow, 'bodyId' | 'country'>): boolean {
  if (canInBody(actor, 'manageCentres', centre.bodyId).ok) return true;
  return (
    canInBody(actor, 'reportCentre', centre.bodyId).ok &&
    delegationOf(actor, centre.bodyId) === centre.country
  );
}

function recordCentre(
  tx: Db,
  actor: Actor,
  at: string,
  centre: CentreRow,
  kind: string,
  data: Readonly<Record<string, string | number>>,
): void {
  const { id, bodyId, country, name } = centre;
  recordAct(tx, actor, at, {
    kind,
    bodyId,
    subjectType: 'centre',
    subjectId: id,
    data: { name, country, ...data },
  });
}
