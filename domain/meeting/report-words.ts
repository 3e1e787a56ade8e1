/** What a report says in its own voice, in the manner of the body's records. */
export const REPORT_LANGUAGES = ['en', 'th'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

type Annex = 'delegations' | 'agenda' | 'documents' | 'texts' | 'actions';

export interface ReportWords {
  title(meeting: string): string;
  /** The place follows. */
  held(meeting: string, days: string): string;
  stop: string;
  chaired(country: string, name: string | null): string;
  attended(delegations: readonly string[], annex: number): string;
  observed(delegations: readonly string[]): string;
  itemNumber(number: string): string;
  agendaIn(annex: number): string;
  documentsIn(annex: number): string;
  nothingDecided: string;
  otherDecisions: string;
  textsAdopted: string;
  adoptedHere(annex: number): string;
  actions: string;
  actionsIn(annex: number): string;
  thanks: string;
  thanked(host: string): string;
  /** After the place. */
  closedOn(day: string): string;
  annexes: Readonly<Record<Annex, string>>;
  columns: Readonly<Record<Annex, readonly string[]>>;
  standing: Readonly<Record<'member' | 'observer' | 'partner', string>>;
  secretariat: string;
  noDay: string;
  unknown: string;
  list(parts: readonly string[]): string;
  /** The name of a country in the middle of a sentence. */
  country(country: { readonly shortName: string; readonly thaiName: string }): string;
  day(day: string): string;
  days(from: string, to: string): string;
}

const MONTHS = {
  en: 'January February March April May June July August September October November December',
  th: 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
} as const;
/** Thai years are counted in the Buddhist era. */
const BUDDHIST_ERA = 543;

function sayDay(language: ReportLanguage, day: string, parts: 'd' | 'dm' | 'dmy' = 'dmy'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const name = MONTHS[language].split(' ')[month - 1] ?? '';
  const said = [String(date), name, String(language === 'th' ? year + BUDDHIST_ERA : year)];
  return said.slice(0, parts.length).join(' ');
}

function sayDays(language: ReportLanguage, from: string, to: string): string {
  if (from === to) return sayDay(language, from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${sayDay(language, from, 'd')}–${sayDay(language, to)}`;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sayDay(language, from, isOneYear ? 'dm' : 'dmy')} – ${sayDay(language, to)}`;
}

function withoutThe(meeting: string): string {
  return meeting.replace(/^the /i, '');
}

const en: ReportWords = {
  title: (meeting) => `Report of the ${withoutThe(meeting)}`,
  held: (meeting, days) => `The ${withoutThe(meeting)} was held on ${days} at `,
  stop: '.',
  chaired: (country, name) =>
    `The Meeting was chaired by ${country}${name === null ? '' : `, represented by ${name}`}.`,
  attended: (delegations, annex) =>
    `The Meeting was attended by the delegations of ${en.list(delegations)}. The list of delegations appears as Annex ${annex}.`,
  observed: (delegations) =>
    delegations.length === 1
      ? `${en.list(delegations)} attended the Meeting as an observer.`
      : `${en.list(delegations)} attended the Meeting as observers.`,
  itemNumber: (number) => `Agenda item ${number}: `,
  agendaIn: (annex) => `The agenda of the Meeting appears as Annex ${annex}.`,
  documentsIn: (annex) => `The list of documents of the Meeting appears as Annex ${annex}.`,
  nothingDecided: 'No decision was recorded under this item.',
  otherDecisions: 'Other decisions',
  textsAdopted: 'Texts adopted',
  adoptedHere: (annex) => `The Meeting adopted the following texts, which are listed in Annex ${annex}:`,
  actions: 'Action items',
  actionsIn: (annex) =>
    `The action items that follow from the decisions of the Meeting appear as Annex ${annex}.`,
  thanks: 'Acknowledgement',
  thanked: (host) =>
    `The Meeting expressed its sincere appreciation to the Government and people of ${host} for their warm hospitality and for the excellent arrangements made for the Meeting.`,
  closedOn: (day) => `, ${day}`,
  annexes: {
    delegations: 'List of delegations',
    agenda: 'Agenda',
    documents: 'List of documents',
    texts: 'Adopted texts',
    actions: 'Action items',
  },
  columns: {
    delegations: ['Delegation', 'Head of delegation', 'Attended as'],
    agenda: ['Item', 'Title', 'Lead country'],
    documents: ['Symbol', 'Title', 'Agenda item'],
    texts: ['Symbol', 'Title', 'SHA-256 of the text'],
    actions: ['Action', 'By whom', 'Due'],
  },
  standing: { member: 'Member', observer: 'Observer', partner: 'Partner' },
  secretariat: 'Secretariat',
  noDay: 'No day set',
  unknown: '–',
  list: (parts) =>
    parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`,
  country: ({ shortName }) => (shortName === 'Philippines' ? 'the Philippines' : shortName),
  day: (day) => sayDay('en', day),
  days: (from, to) => sayDays('en', from, to),
};

const th: ReportWords = {
  title: (meeting) => `รายงาน${meeting}`,
  held: (meeting, days) => `${meeting} จัดขึ้นเมื่อวันที่ ${days} ณ `,
  stop: '',
  chaired: (country, name) => `ผู้แทน${country}${name === null ? '' : ` (${name})`} ทำหน้าที่ประธานการประชุม`,
  attended: (delegations, annex) =>
    `คณะผู้แทนที่เข้าร่วมการประชุมเรียงตามลำดับตัวอักษรภาษาอังกฤษ ได้แก่ ${th.list(delegations)} รายชื่อคณะผู้แทนปรากฏตามภาคผนวก ${annex}`,
  observed: (delegations) => `${th.list(delegations)} เข้าร่วมการประชุมในฐานะผู้สังเกตการณ์`,
  itemNumber: (number) => `ระเบียบวาระที่ ${number}: `,
  agendaIn: (annex) => `ระเบียบวาระการประชุมปรากฏตามภาคผนวก ${annex}`,
  documentsIn: (annex) => `รายการเอกสารของการประชุมปรากฏตามภาคผนวก ${annex}`,
  nothingDecided: 'ไม่มีมติภายใต้ระเบียบวาระนี้',
  otherDecisions: 'มติอื่น ๆ',
  textsAdopted: 'เอกสารที่ที่ประชุมรับรอง',
  adoptedHere: (annex) => `ที่ประชุมรับรองเอกสารดังต่อไปนี้ ซึ่งปรากฏตามภาคผนวก ${annex}`,
  actions: 'สิ่งที่ต้องดำเนินการ',
  actionsIn: (annex) => `สิ่งที่ต้องดำเนินการตามมติที่ประชุมปรากฏตามภาคผนวก ${annex}`,
  thanks: 'การแสดงความขอบคุณ',
  thanked: (host) =>
    `ที่ประชุมแสดงความขอบคุณอย่างจริงใจต่อรัฐบาลและประชาชน${host}สำหรับการต้อนรับอย่างอบอุ่นและการจัดการประชุมที่เรียบร้อยดียิ่ง`,
  closedOn: (day) => ` ${day}`,
  annexes: {
    delegations: 'รายชื่อคณะผู้แทน',
    agenda: 'ระเบียบวาระการประชุม',
    documents: 'รายการเอกสาร',
    texts: 'เอกสารที่ที่ประชุมรับรอง',
    actions: 'สิ่งที่ต้องดำเนินการ',
  },
  columns: {
    delegations: ['คณะผู้แทน', 'หัวหน้าคณะผู้แทน', 'ฐานะ'],
    agenda: ['ระเบียบวาระที่', 'เรื่อง', 'ประเทศผู้รับผิดชอบหลัก'],
    documents: ['สัญลักษณ์เอกสาร', 'ชื่อเอกสาร', 'ระเบียบวาระที่'],
    texts: ['สัญลักษณ์เอกสาร', 'ชื่อเอกสาร', 'SHA-256 ของข้อความ'],
    actions: ['สิ่งที่ต้องดำเนินการ', 'ผู้รับผิดชอบ', 'กำหนดเวลา'],
  },
  standing: { member: 'สมาชิก', observer: 'ผู้สังเกตการณ์', partner: 'ภาคี' },
  secretariat: 'ฝ่ายเลขานุการ',
  noDay: 'ไม่ได้กำหนดวัน',
  unknown: '–',
  list: (parts) =>
    parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(' ')} และ${parts.at(-1) ?? ''}`,
  country: ({ thaiName }) => thaiName,
  day: (day) => sayDay('th', day),
  days: (from, to) => sayDays('th', from, to),
};

export const REPORT_WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { en, th };
