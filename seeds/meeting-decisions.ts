import { findAction } from '../db/actions';
import type { MeetingVerb } from '../domain/meeting/verbs';
import { reportAction, saveAction } from '../server/use-cases/meeting-actions';
import { takeMeetingDecision } from '../server/use-cases/meeting-decisions';
import { saveSession } from '../server/use-cases/running-order';
import { accepted, actorAt, known, runtimeAt, type SeedState } from './actors';
import { instant } from './history';
import type { PersonKey } from './people';
import type { TimedAct } from './timeline';

interface SeedDecision {
  readonly meeting: 'preparatory' | 'som';
  /** Number of the agenda item. */
  readonly item: string;
  /** Chiang Rai time. */
  readonly at: string;
  readonly verb: MeetingVerb;
  readonly wording: string;
  readonly wordingThai: string;
  /** Key of the document it is about. */
  readonly document?: string;
}

/** What the news item of 1 May 2019 tells of the meetings; the wording is ours, in the manner of such records. */
const DECISIONS: readonly SeedDecision[] = [
  {
    meeting: 'preparatory',
    item: '1',
    at: '2019-04-22 09:25',
    verb: 'adopted',
    wording: 'The Meeting adopted the agenda of the Preparatory Meeting.',
    wordingThai: 'ที่ประชุมรับรองระเบียบวาระการประชุมเตรียมการ',
  },
  {
    meeting: 'preparatory',
    item: '2',
    at: '2019-04-22 16:40',
    verb: 'discussed',
    wording:
      'The Meeting discussed the draft ASEAN Statement in first reading and forwarded it to the Senior Officials’ Meeting.',
    wordingThai: 'ที่ประชุมหารือเกี่ยวกับร่างแถลงการณ์อาเซียนในวาระที่หนึ่ง และเสนอต่อการประชุมเจ้าหน้าที่อาวุโส',
    document: 'statement',
  },
  {
    meeting: 'preparatory',
    item: '3',
    at: '2019-04-22 17:30',
    verb: 'tasked',
    wording:
      'The Meeting tasked the Secretariat to circulate the papers of the Senior Officials’ Meeting before its opening.',
    wordingThai: 'ที่ประชุมมอบหมายให้ฝ่ายเลขานุการเวียนเอกสารของการประชุมเจ้าหน้าที่อาวุโสก่อนเปิดการประชุม',
  },
  {
    meeting: 'som',
    item: '2',
    at: '2019-04-23 09:40',
    verb: 'adopted',
    wording: 'The Meeting adopted the agenda.',
    wordingThai: 'ที่ประชุมรับรองระเบียบวาระ',
  },
  {
    meeting: 'som',
    item: '3',
    at: '2019-04-23 10:20',
    verb: 'notedWithAppreciation',
    wording:
      'The Meeting noted with appreciation the reports of Member States on the implementation of the ACCSM Work Plan 2016–2020.',
    wordingThai:
      'ที่ประชุมรับทราบด้วยความชื่นชมต่อรายงานของประเทศสมาชิกเกี่ยวกับการดำเนินงานตามแผนงาน ACCSM ค.ศ. 2016–2020',
  },
  {
    meeting: 'som',
    item: '3.1',
    at: '2019-04-23 11:10',
    verb: 'tookNote',
    wording: 'The Meeting took note of the reports of the ASEAN Resource Centres.',
    wordingThai: 'ที่ประชุมรับทราบรายงานของศูนย์ทรัพยากรอาเซียน',
  },
  {
    meeting: 'som',
    item: '3.2',
    at: '2019-04-23 12:00',
    verb: 'supported',
    wording:
      'The Meeting supported the concept note of the Philippines on how and when the data of the Work Plan 2016–2020 are collected.',
    wordingThai:
      'ที่ประชุมแสดงความสนับสนุนต่อเอกสารแนวคิดของฟิลิปปินส์ว่าด้วยวิธีและกำหนดเวลาการจัดเก็บข้อมูลของแผนงาน ค.ศ. 2016–2020',
    document: 'conceptNote',
  },
  {
    meeting: 'som',
    item: '4.1',
    at: '2019-04-23 16:30',
    verb: 'agreed',
    wording:
      'The Meeting agreed on the challenges and proposals common to Member States as input to the ACCSM Work Plan 2021–2025.',
    wordingThai:
      'ที่ประชุมตกลงให้นำความท้าทายและข้อเสนอที่ประเทศสมาชิกมีร่วมกันเป็นข้อมูลในการจัดทำแผนงาน ACCSM ค.ศ. 2021–2025',
  },
];

interface SeedAction {
  readonly of: string;
  readonly wording: string;
  readonly wordingThai: string;
  readonly who: readonly string[];
  readonly dueOn: string | null;
  readonly reported?: {
    readonly by: PersonKey;
    readonly at: string;
    readonly state: 'open' | 'done';
    readonly words: string;
  };
}

/** Each follows from the decision that was taken at the time `of`. */
const ACTIONS: readonly SeedAction[] = [
  {
    of: '2019-04-22 17:30',
    wording: 'Circulate the papers of the Senior Officials’ Meeting.',
    wordingThai: 'เวียนเอกสารของการประชุมเจ้าหน้าที่อาวุโส',
    who: [''],
    dueOn: '2019-04-23',
    reported: {
      by: 'secretariat',
      at: '2019-04-23 09:15',
      state: 'done',
      words: 'Circulated on the evening of 22 April, and on paper at the opening.',
    },
  },
  {
    of: '2019-04-23 12:00',
    wording: 'Send the sheets of the indicators and the template of the returns to all delegations.',
    wordingThai: 'จัดส่งแบบตัวชี้วัดและแบบรายงานให้คณะผู้แทนทุกประเทศ',
    who: ['PH', ''],
    dueOn: '2019-06-30',
    reported: {
      by: 'phHead',
      at: '2019-04-24 10:05',
      state: 'open',
      words: 'The sheets of priority areas (a) and (b) are ready; the others follow after the meeting.',
    },
  },
  {
    of: '2019-04-23 16:30',
    wording: 'Gather the challenges and proposals into the zero draft of the Work Plan 2021–2025.',
    wordingThai: 'รวบรวมความท้าทายและข้อเสนอไว้ในร่างแรกของแผนงาน ค.ศ. 2021–2025',
    who: [''],
    dueOn: '2019-07-31',
  },
];

const SESSIONS: readonly (readonly [
  day: string,
  from: string,
  to: string,
  title: string,
  thai: string,
  item?: string,
])[] = [
  ['2019-04-23', '08:30', '09:00', 'Registration', 'ลงทะเบียน'],
  ['2019-04-23', '09:00', '09:45', 'Opening and group photograph', 'พิธีเปิดและถ่ายภาพหมู่', '1'],
  [
    '2019-04-23',
    '09:45',
    '11:00',
    'Implementation of the Work Plan 2016–2020',
    'การดำเนินงานตามแผนงาน ค.ศ. 2016–2020',
    '3',
  ],
  [
    '2019-04-23',
    '11:00',
    '12:15',
    'Resource centres; monitoring and evaluation',
    'ศูนย์ทรัพยากร การติดตามและประเมินผล',
    '3.2',
  ],
  ['2019-04-23', '12:15', '13:30', 'Lunch', 'รับประทานอาหารกลางวัน'],
  [
    '2019-04-23',
    '13:30',
    '16:45',
    'Brainstorm: challenges and proposals',
    'ระดมความคิด: ความท้าทายและข้อเสนอ',
    '4.1',
  ],
  ['2019-04-23', '15:00', '16:30', 'Drafting group on the Statement', 'คณะทำงานยกร่างแถลงการณ์', '5'],
  ['2019-04-23', '18:30', '20:30', 'Dinner hosted by the OCSC', 'งานเลี้ยงอาหารค่ำโดยสำนักงาน ก.พ.'],
  ['2019-04-24', '09:00', '10:30', 'ASEAN Statement', 'แถลงการณ์อาเซียน', '5'],
  [
    '2019-04-24',
    '10:45',
    '11:30',
    'Cooperation with the Plus Three Countries',
    'ความร่วมมือกับประเทศบวกสาม',
    '6',
  ],
  ['2019-04-24', '11:30', '12:00', 'Other matters', 'เรื่องอื่น ๆ', '7'],
  ['2019-04-24', '14:00', '15:30', 'Adoption of the report and closing', 'การรับรองรายงานและพิธีปิด', '8'],
];

/** Ids of decisions and actions by the time of the decision. */
interface Made {
  readonly taken: Map<string, string>;
  readonly given: Map<string, string>;
}

const ANNOUNCED = instant('2019-04-10 10:00');

/** The running order of the Senior Officials’ Meeting; what both meetings decided so far, and what they gave to do. */
export function meetingRecordActs(): TimedAct[] {
  const made: Made = { taken: new Map(), given: new Map() };
  const order = SESSIONS.map((session) => ({
    at: ANNOUNCED,
    run: (state: SeedState) => announce(state, session),
  }));
  const decided = DECISIONS.map((decision) => ({
    at: instant(decision.at),
    run: (state: SeedState) => decide(state, made, decision),
  }));
  return [...order, ...decided, ...ACTIONS.flatMap((action) => followUp(made, action))];
}

async function announce(
  state: SeedState,
  [day, startsAt, endsAt, title, titleThai, item]: (typeof SESSIONS)[number],
) {
  const saved = await saveSession(runtimeAt(state, ANNOUNCED), actorAt(state, 'secretariat', ANNOUNCED), {
    meetingId: known(state.meetings, 'som', 'meeting'),
    ...{ day, startsAt, endsAt, title, titleThai },
    agendaItemId: item === undefined ? null : known(state.agendaItems, `som/${item}`, 'item'),
  });
  accepted(saved, title);
}

async function decide(state: SeedState, { taken }: Made, decision: SeedDecision): Promise<void> {
  const at = instant(decision.at);
  const documentId =
    decision.document === undefined ? null : known(state.documents, decision.document, 'document');
  const outcome = await takeMeetingDecision(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    meetingId: known(state.meetings, decision.meeting, 'meeting'),
    agendaItemId: known(state.agendaItems, `${decision.meeting}/${decision.item}`, 'item'),
    verb: decision.verb,
    wording: decision.wording,
    wordingThai: decision.wordingThai,
    documentId,
  });
  taken.set(decision.at, accepted(outcome, decision.wording).decisionId);
}

function followUp({ taken, given }: Made, action: SeedAction): TimedAct[] {
  const at = instant(action.of);
  const { reported } = action;
  const giving: TimedAct = {
    at,
    run: async (state) => {
      const { meeting } = known(new Map(DECISIONS.map((one) => [one.at, one])), action.of, 'decision');
      const { wording, wordingThai, who, dueOn } = action;
      const outcome = await saveAction(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
        meetingId: known(state.meetings, meeting, 'meeting'),
        decisionId: known(taken, action.of, 'decision'),
        ...{ wording, wordingThai, who: [...who], dueOn },
      });
      given.set(action.of, accepted(outcome, wording).actionId);
    },
  };
  if (reported === undefined) return [giving];
  const then = instant(reported.at);
  const reporting: TimedAct = {
    at: then,
    run: async (state) => {
      const actionId = known(given, action.of, 'action');
      const outcome = await reportAction(runtimeAt(state, then), actorAt(state, reported.by, then), {
        actionId,
        rev: findAction(state.runtime.db, actionId)?.rev ?? 0,
        state: reported.state,
        words: reported.words,
      });
      accepted(outcome, reported.words);
    },
  };
  return [giving, reporting];
}
