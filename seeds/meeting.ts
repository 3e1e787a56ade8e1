import type { MeetingState, MeetingTier } from '../domain/procedure/states';

export interface SeedAgendaItem {
  readonly number: string;
  readonly title: string;
  readonly titleThai: string;
  readonly leadCountry: string | null;
}

export interface SeedMeeting {
  readonly key: string;
  readonly body: string;
  readonly series: string;
  readonly tier: MeetingTier;
  readonly title: string;
  readonly titleThai: string;
  readonly place: string;
  readonly hostCountry: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: MeetingState;
  readonly delegations: readonly string[];
  readonly agenda: readonly SeedAgendaItem[];
}

const TEN_DELEGATIONS = ['BN', 'KH', 'ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'TH', 'VN'];
const VENUE = 'The Riverie by Katathani, Chiang Rai, Thailand';

function item(number: string, title: string, titleThai: string, leadCountry: string | null = null) {
  return { number, title, titleThai, leadCountry } satisfies SeedAgendaItem;
}

/**
 * The meetings of 22–24 April 2019 in Chiang Rai; how the three days were shared between them is ours. The Senior
 * Officials' Meeting stays in session, so that the demo can adopt today.
 */
export const MEETINGS: readonly SeedMeeting[] = [
  {
    key: 'preparatory',
    body: 'ACCSM',
    series: '20th ACCSM',
    tier: 'preparatory',
    title: 'Preparatory Meeting for the 20th ACCSM',
    titleThai: 'การประชุมเตรียมการว่าด้วยความร่วมมืออาเซียนด้านกิจการราชการพลเรือน ครั้งที่ 20',
    place: VENUE,
    hostCountry: 'TH',
    startsOn: '2019-04-22',
    endsOn: '2019-04-22',
    status: 'closed',
    delegations: TEN_DELEGATIONS,
    agenda: [
      item('1', 'Opening and adoption of the agenda', 'พิธีเปิดและการรับรองระเบียบวาระ'),
      item('2', 'Draft Statement: first reading', 'ร่างแถลงการณ์: การพิจารณาวาระที่หนึ่ง', 'TH'),
      item('3', 'Preparation of the Senior Officials’ Meeting', 'การเตรียมการประชุมเจ้าหน้าที่อาวุโส'),
    ],
  },
  {
    key: 'som',
    body: 'ACCSM',
    series: '20th ACCSM',
    tier: 'som',
    title: 'Senior Officials’ Meeting for the 20th ACCSM',
    titleThai: 'การประชุมเจ้าหน้าที่อาวุโสว่าด้วยความร่วมมืออาเซียนด้านกิจการราชการพลเรือน ครั้งที่ 20',
    place: VENUE,
    hostCountry: 'TH',
    startsOn: '2019-04-23',
    endsOn: '2019-04-24',
    status: 'open',
    delegations: TEN_DELEGATIONS,
    agenda: [
      item('1', 'Opening', 'พิธีเปิด'),
      item('2', 'Adoption of the agenda', 'การรับรองระเบียบวาระ'),
      item(
        '3',
        'Implementation of the ACCSM Work Plan 2016–2020',
        'การดำเนินงานตามแผนงาน ACCSM ค.ศ. 2016–2020',
      ),
      item('3.1', 'Reports of the ASEAN Resource Centres', 'รายงานของศูนย์ทรัพยากรอาเซียน (ARC)'),
      item('3.2', 'Concept note on monitoring and evaluation', 'เอกสารแนวคิดว่าด้วยการติดตามและประเมินผล', 'PH'),
      item('4', 'Towards the ACCSM Work Plan 2021–2025', 'การจัดทำแผนงาน ACCSM ค.ศ. 2021–2025'),
      item('4.1', 'Challenges and proposals of Member States', 'ความท้าทายและข้อเสนอของประเทศสมาชิก'),
      item('4.2', 'Draft Work Plan 2021–2025', 'ร่างแผนงาน ค.ศ. 2021–2025'),
      item(
        '5',
        'ASEAN Statement on good governance and an agile civil service',
        'แถลงการณ์อาเซียนว่าด้วยธรรมาภิบาลและระบบราชการที่คล่องตัว',
        'TH',
      ),
      item('6', 'Cooperation with the Plus Three Countries', 'ความร่วมมือกับประเทศบวกสาม'),
      item('7', 'Other matters', 'เรื่องอื่น ๆ'),
      item('8', 'Adoption of the report and closing', 'การรับรองรายงานและพิธีปิด'),
    ],
  },
];
