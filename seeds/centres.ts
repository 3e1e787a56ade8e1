import { saveCentre, saveProgramme, setCentreTheme } from '../server/use-cases/centres';
import { accepted, actorAt, known, runtimeAt, type SeedState } from './actors';
import { instant } from './history';
import type { TimedAct } from './timeline';

/** When the secretariat entered the register. */
const ENTERED = '2019-01-16 09:00';
/** The Heads' Retreat of 17 November 2015, since when the six that changed have these themes. */
const RETREAT = '2015-11-17';

interface SeedCentre {
  readonly country: string;
  readonly name: string;
  readonly nameThai: string;
  readonly host: string;
  /** Theme and the day from which it holds; none where the sources do not say. */
  readonly themes: readonly (readonly [from: string, theme: string, themeThai: string])[];
}

/** Facts: asean.org on the Heads' Retreat of 2015 and its older overview. Hosts are the civil service authorities. */
const CENTRES: readonly SeedCentre[] = [
  {
    country: 'BN',
    name: 'ASEAN Resource Centre of Brunei Darussalam',
    nameThai: 'ศูนย์ทรัพยากรอาเซียนแห่งบรูไนดารุสซาลาม',
    host: 'Public Service Department',
    themes: [[RETREAT, 'Civil service competency', 'สมรรถนะข้าราชการพลเรือน']],
  },
  {
    country: 'KH',
    name: 'ASEAN Resource Centre of Cambodia',
    nameThai: 'ศูนย์ทรัพยากรอาเซียนแห่งกัมพูชา',
    host: 'Ministry of Civil Service',
    themes: [[RETREAT, 'Public service delivery', 'การให้บริการสาธารณะ']],
  },
  {
    country: 'ID',
    name: 'ASEAN Resource Centre of Indonesia',
    nameThai: 'ศูนย์ทรัพยากรอาเซียนแห่งอินโดนีเซีย',
    host: 'National Civil Service Agency (BKN)',
    themes: [[RETREAT, 'ASEAN pool of experts', 'คลังผู้เชี่ยวชาญอาเซียน']],
  },
  {
    country: 'MY',
    name: 'ASEAN Resource Centre of Malaysia',
    nameThai: 'ศูนย์ทรัพยากรอาเซียนแห่งมาเลเซีย',
    host: 'Public Service Department',
    themes: [
      [
        RETREAT,
        'Strategic collaboration (National Blue Ocean Strategy)',
        'ความร่วมมือเชิงยุทธศาสตร์ (ยุทธศาสตร์น่านน้ำสีครามแห่งชาติ)',
      ],
    ],
  },
  {
    country: 'SG',
    name: 'ASEAN Resource Centre of Singapore',
    nameThai: 'ศูนย์ทรัพยากรอาเซียนแห่งสิงคโปร์',
    host: 'Public Service Division',
    themes: [[RETREAT, 'Strategic HR leaders programme', 'โครงการผู้นำทรัพยากรบุคคลเชิงยุทธศาสตร์']],
  },
  {
    country: 'VN',
    name: 'ASEAN Resource Centre of Viet Nam',
    nameThai: 'ศูนย์ทรัพยากรอาเซียนแห่งเวียดนาม',
    host: 'Ministry of Home Affairs',
    themes: [[RETREAT, 'Supporting public service reform', 'การสนับสนุนการปฏิรูปราชการ']],
  },
  ...(
    [
      ['LA', 'Lao PDR', 'สปป. ลาว'],
      ['MM', 'Myanmar', 'เมียนมา'],
      ['PH', 'the Philippines', 'ฟิลิปปินส์'],
      ['TH', 'Thailand', 'ไทย'],
    ] as const
  ).map(([country, name, thai]) => ({
    country,
    name: `ASEAN Resource Centre of ${name}`,
    nameThai: `ศูนย์ทรัพยากรอาเซียนแห่ง${thai}`,
    host: country === 'TH' ? 'Office of the Civil Service Commission (OCSC)' : '',
    themes: [],
  })),
];

/** The register as the secretariat entered it before the Preparatory Meeting, and a programme that Indonesia plans. */
export function centreActs(): TimedAct[] {
  const at = instant(ENTERED);
  return CENTRES.map((centre) => ({ at, run: (state: SeedState) => enter(state, centre, at) }));
}

async function enter(state: SeedState, centre: SeedCentre, at: string): Promise<void> {
  const runtime = runtimeAt(state, at);
  const secretariat = actorAt(state, 'secretariat', at);
  const { country, name, nameThai, host } = centre;
  const entered = await saveCentre(runtime, secretariat, {
    bodyId: known(state.bodies, 'ACCSM', 'body'),
    country,
    name,
    nameThai,
    host,
    focalPoint: '',
    contact: '',
    since: '2019-01-16',
  });
  const { centreId } = accepted(entered, `centre of ${country}`);
  for (const [from, theme, themeThai] of centre.themes) {
    accepted(
      await setCentreTheme(runtime, secretariat, { centreId, theme, themeThai, from }),
      `theme of ${country}`,
    );
  }
  if (country !== 'ID') return;
  const programme = await saveProgramme(runtime, actorAt(state, 'idHead', at), {
    centreId,
    title: 'Workshop on a register of experts for the region (illustrative)',
    startsOn: '2019-07-09',
    endsOn: '2019-07-11',
    place: 'Jakarta',
    participants: null,
    countries: [],
    activityIds: [known(state.activities, 'workPlan2016/D.3', 'activity')],
    note: 'Planned. Invitations go out after the Senior Officials’ Meeting.',
  });
  accepted(programme, 'programme of ID');
}
