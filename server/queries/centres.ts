import { listBodies, listCountries } from '../../db/bodies';
import {
  type CentreReportRow,
  type CentreRow,
  centreReportsOf,
  centresOf,
  findCentre,
  type ProgrammeRow,
  programmesOf,
  type ThemeRow,
  themesOf,
} from '../../db/centres';
import { dayOf } from '../../domain/body/days';
import { themeOn } from '../../domain/cycle/centres';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { mayReport } from '../use-cases/centres';

/** A centre as the register shows it. */
export interface CentreLine {
  readonly centre: CentreRow;
  readonly body: { readonly id: string; readonly acronym: string };
  readonly theme: ThemeRow | null;
  readonly programmes: number;
  /** The programme that runs or comes next, else the last one held. */
  readonly programme: Pick<ProgrammeRow, 'title' | 'startsOn' | 'endsOn'> | null;
  readonly lastReport: number | null;
}

export interface CentreView extends Omit<CentreLine, 'programmes' | 'programme' | 'lastReport'> {
  readonly themes: readonly ThemeRow[];
  readonly programmes: readonly (Omit<ProgrammeRow, 'countries' | 'activityIds'> & {
    readonly countries: readonly string[];
    readonly activityIds: readonly string[];
  })[];
  /** Drafts only for those who write them. */
  readonly reports: readonly CentreReportRow[];
  readonly may: { readonly manage: boolean; readonly report: boolean };
}

/** The registers of the bodies the actor belongs to, by country. */
export function listCentres(runtime: Runtime, actor: Actor): readonly CentreLine[] {
  const bodies = listBodies(runtime.db).filter((body) => canInBody(actor, 'enter', body.id).ok);
  const centres = centresOf(
    runtime.db,
    bodies.map(({ id }) => id),
  );
  const ids = centres.map(({ id }) => id);
  const today = dayOf(runtime.clock.now());
  const themes = themesOf(runtime.db, ids);
  const programmes = programmesOf(runtime.db, ids);
  const reports = centreReportsOf(runtime.db, ids);
  // In the order of English names, as at the table.
  const order = new Map(listCountries(runtime.db).map(({ code }, index) => [code, index]));
  const seated = centres.toSorted((a, b) => (order.get(a.country) ?? 0) - (order.get(b.country) ?? 0));
  return seated.map((centre) => {
    const isItsOwn = ({ centreId }: { centreId: string }) => centreId === centre.id;
    const held = programmes.filter(isItsOwn);
    const submitted = reports.filter(isItsOwn).filter(({ state }) => state === 'submitted');
    const body = bodies.find(({ id }) => id === centre.bodyId);
    return {
      centre,
      body: { id: centre.bodyId, acronym: body?.acronym ?? '' },
      theme: themeOn(themes.filter(isItsOwn), today),
      programmes: held.length,
      programme: held.filter(({ endsOn }) => endsOn >= today).at(-1) ?? held[0] ?? null,
      lastReport: submitted[0]?.year ?? null,
    };
  });
}

/** Bodies in whose register the actor may enter a centre. */
export function bodiesWithRegister(runtime: Runtime, actor: Actor) {
  return listBodies(runtime.db).filter((body) => canInBody(actor, 'manageCentres', body.id).ok);
}

export function getCentre(runtime: Runtime, actor: Actor, centreId: string): Outcome<CentreView> {
  const centre = findCentre(runtime.db, centreId);
  if (centre === null) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', centre.bodyId);
  if (!allowed.ok) return allowed;
  const themes = themesOf(runtime.db, [centreId]);
  const may = {
    manage: canInBody(actor, 'manageCentres', centre.bodyId).ok,
    report: mayReport(actor, centre),
  };
  const body = listBodies(runtime.db).find(({ id }) => id === centre.bodyId);
  return accept({
    centre,
    body: { id: centre.bodyId, acronym: body?.acronym ?? '' },
    theme: themeOn(themes, dayOf(runtime.clock.now())),
    themes,
    programmes: programmesOf(runtime.db, [centreId]).map((programme) => ({
      ...programme,
      countries: JSON.parse(programme.countries) as string[],
      activityIds: JSON.parse(programme.activityIds) as string[],
    })),
    reports: centreReportsOf(runtime.db, [centreId]).filter(
      ({ state }) => may.report || state === 'submitted',
    ),
    may,
  });
}
