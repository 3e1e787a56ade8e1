import { describe, expect, test } from 'vitest';
import { isClauseId } from '../text/clause-ids';
import { clausesOf, clauseText } from '../text/clauses';
import { numberClauses } from '../text/numbering';
import { documentSchema } from '../text/schema';
import { type ReportFacts, reportText } from './report';
import { REPORT_LANGUAGES, REPORT_WORDS, type ReportLanguage } from './report-words';

const ID = { shortName: 'Indonesia', thaiName: 'อินโดนีเซีย' };
const PH = { shortName: 'Philippines', thaiName: 'ฟิลิปปินส์' };
const TH = { shortName: 'Thailand', thaiName: 'ไทย' };
const TL = { shortName: 'Timor-Leste', thaiName: 'ติมอร์-เลสเต' };

const FACTS: ReportFacts = {
  meeting: {
    title: {
      english: 'Senior Officials’ Meeting for the 20th ACCSM',
      thai: 'การประชุมเจ้าหน้าที่อาวุโสสำหรับการประชุม ACCSM ครั้งที่ 20',
    },
    place: 'Chiang Rai, Thailand',
    startsOn: '2019-04-23',
    endsOn: '2019-04-24',
  },
  host: TH,
  chair: { country: TH, name: 'Pracha Suwannarat' },
  delegations: [
    { code: 'ID', country: ID, head: 'Ratna Wulandari', standing: 'member' },
    { code: 'PH', country: PH, head: null, standing: 'member' },
    { code: 'TH', country: TH, head: 'Siriporn Thongchai', standing: 'member' },
    { code: 'TL', country: TL, head: null, standing: 'observer' },
  ],
  agenda: [
    { id: 'i1', number: '1', title: { english: 'Opening', thai: 'พิธีเปิด' }, lead: null },
    { id: 'i2', number: '2', title: { english: 'Work Plan', thai: 'แผนงาน' }, lead: null },
    { id: 'i21', number: '2.1', title: { english: 'Concept note', thai: '' }, lead: PH },
    { id: 'i4', number: '4', title: { english: 'Statement', thai: 'แถลงการณ์' }, lead: TH },
  ],
  decisions: [
    {
      id: 'mdec_a',
      agendaItemId: 'i21',
      wording: {
        english: 'The Meeting supported the concept note of the Philippines.',
        thai: 'ที่ประชุมแสดงความสนับสนุนต่อเอกสารแนวคิดของฟิลิปปินส์',
      },
    },
    {
      id: 'dec_b',
      agendaItemId: 'i4',
      wording: { english: 'The Meeting adopted the Statement (ACCSM/20/ST.1/Rev.4).', thai: '' },
    },
    {
      id: 'mdec_c',
      agendaItemId: null,
      wording: { english: 'The Meeting tasked the Secretariat.', thai: 'ที่ประชุมมอบหมายให้ฝ่ายเลขานุการ' },
    },
  ],
  documents: [{ id: 'doc_s', symbol: 'ACCSM/20/ST.1', title: 'ASEAN Statement', item: '4' }],
  adopted: [
    {
      id: 'dec_b',
      symbol: 'ACCSM/20/ST.1/Rev.4',
      title: 'ASEAN Statement',
      hash: '0123456789abcdef'.repeat(4),
    },
  ],
  actions: [
    {
      id: 'act_a',
      wording: { english: 'Send the sheets of the indicators.', thai: 'จัดส่งแบบตัวชี้วัด' },
      who: [PH, null],
      dueOn: '2019-06-30',
    },
  ],
};

/** Kind, number and words of every clause, as a reader sees them. */
function seen(language: ReportLanguage, facts = FACTS): string[] {
  const text = reportText(facts, language);
  const numbers = numberClauses(text, 'sections');
  return clausesOf(text).map((clause, index) =>
    [clause.kind, numbers[index]?.label ?? '', clauseText(clause)].filter((part) => part !== '').join(' | '),
  );
}

describe('ME20 the report of a meeting, drafted from its decisions', () => {
  test('in English', () => {
    expect(seen('en')).toEqual([
      'title | Report of the Senior Officials’ Meeting for the 20th ACCSM',
      'operative | 1. | The Senior Officials’ Meeting for the 20th ACCSM was held on 23–24 April 2019 at Chiang Rai, Thailand.',
      'operative | 2. | The Meeting was chaired by Thailand, represented by Pracha Suwannarat.',
      'operative | 3. | The Meeting was attended by the delegations of Indonesia, the Philippines and Thailand. The list of delegations appears as Annex 1.',
      'operative | 4. | Timor-Leste attended the Meeting as an observer.',
      'operative | 5. | The agenda of the Meeting appears as Annex 2.',
      'operative | 6. | The list of documents of the Meeting appears as Annex 3.',
      'heading | 1 | Opening',
      'paragraph | No decision was recorded under this item.',
      'heading | 2 | Work Plan',
      'heading | 2.1 | Concept note',
      'operative | 7. | The Meeting supported the concept note of the Philippines.',
      'heading | 3 | Agenda item 4: Statement',
      'operative | 8. | The Meeting adopted the Statement (ACCSM/20/ST.1/Rev.4).',
      'heading | 4 | Other decisions',
      'operative | 9. | The Meeting tasked the Secretariat.',
      'heading | 5 | Texts adopted',
      'operative | 10. | The Meeting adopted the following texts, which are listed in Annex 4:',
      'listItem | ASEAN Statement (ACCSM/20/ST.1/Rev.4)',
      'heading | 6 | Action items',
      'operative | 11. | The action items that follow from the decisions of the Meeting appear as Annex 5.',
      'heading | 7 | Acknowledgement',
      'operative | 12. | The Meeting expressed its sincere appreciation to the Government and people of Thailand for their warm hospitality and for the excellent arrangements made for the Meeting.',
      'closing | Chiang Rai, Thailand, 24 April 2019',
      'annex | Annex 1 | List of delegations',
      'tableRow | Delegation\tHead of delegation\tAttended as',
      'tableRow | Indonesia\tRatna Wulandari\tMember',
      'tableRow | Philippines\t–\tMember',
      'tableRow | Thailand\tSiriporn Thongchai\tMember',
      'tableRow | Timor-Leste\t–\tObserver',
      'annex | Annex 2 | Agenda',
      'tableRow | Item\tTitle\tLead country',
      'tableRow | 1\tOpening\t',
      'tableRow | 2\tWork Plan\t',
      'tableRow | 2.1\tConcept note\tPhilippines',
      'tableRow | 4\tStatement\tThailand',
      'annex | Annex 3 | List of documents',
      'tableRow | Symbol\tTitle\tAgenda item',
      'tableRow | ACCSM/20/ST.1\tASEAN Statement\t4',
      'annex | Annex 4 | Adopted texts',
      'tableRow | Symbol\tTitle\tSHA-256 of the text',
      'tableRow | ACCSM/20/ST.1/Rev.4\tASEAN Statement\t01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef',
      'annex | Annex 5 | Action items',
      'tableRow | Action\tBy whom\tDue',
      'tableRow | Send the sheets of the indicators.\tPhilippines, Secretariat\t30 June 2019',
    ]);
  });

  test('in Thai, with Buddhist years, and English words only where there are no others', () => {
    const lines = seen('th');
    expect(lines.slice(0, 14)).toEqual([
      'title | รายงานการประชุมเจ้าหน้าที่อาวุโสสำหรับการประชุม ACCSM ครั้งที่ 20',
      'operative | 1. | การประชุมเจ้าหน้าที่อาวุโสสำหรับการประชุม ACCSM ครั้งที่ 20 จัดขึ้นเมื่อวันที่ 23–24 เมษายน 2562 ณ Chiang Rai, Thailand',
      'operative | 2. | ผู้แทนไทย (Pracha Suwannarat) ทำหน้าที่ประธานการประชุม',
      'operative | 3. | คณะผู้แทนที่เข้าร่วมการประชุมเรียงตามลำดับตัวอักษรภาษาอังกฤษ ได้แก่ อินโดนีเซีย ฟิลิปปินส์ และไทย รายชื่อคณะผู้แทนปรากฏตามภาคผนวก 1',
      'operative | 4. | ติมอร์-เลสเต เข้าร่วมการประชุมในฐานะผู้สังเกตการณ์',
      'operative | 5. | ระเบียบวาระการประชุมปรากฏตามภาคผนวก 2',
      'operative | 6. | รายการเอกสารของการประชุมปรากฏตามภาคผนวก 3',
      'heading | 1 | พิธีเปิด',
      'paragraph | ไม่มีมติภายใต้ระเบียบวาระนี้',
      'heading | 2 | แผนงาน',
      'heading | 2.1 | Concept note',
      'operative | 7. | ที่ประชุมแสดงความสนับสนุนต่อเอกสารแนวคิดของฟิลิปปินส์',
      'heading | 3 | ระเบียบวาระที่ 4: แถลงการณ์',
      'operative | 8. | The Meeting adopted the Statement (ACCSM/20/ST.1/Rev.4).',
    ]);
    expect(lines).toContain('tableRow | จัดส่งแบบตัวชี้วัด\tฟิลิปปินส์, ฝ่ายเลขานุการ\t30 มิถุนายน 2562');
    expect(lines.length).toBe(seen('en').length);
    // Screen readers are told which words are English.
    const english: string[] = [];
    documentSchema()
      .nodeFromJSON(reportText(FACTS, 'th'))
      .descendants((node) => {
        if (node.marks.some(({ type, attrs }) => type.name === 'language' && attrs.lang === 'en'))
          english.push(node.text ?? '');
      });
    expect(english).toContain('Concept note');
    expect(english.join()).not.toMatch(/[ก-๙]/);
  });

  test('its clauses fit the schema, and keep their ids when it is drafted anew', () => {
    const idsIn = (facts: ReportFacts, language: ReportLanguage) =>
      clausesOf(reportText(facts, language)).map(({ id }) => id ?? '');
    for (const language of REPORT_LANGUAGES) {
      documentSchema().nodeFromJSON(reportText(FACTS, language)).check();
      const ids = idsIn(FACTS, language);
      expect(ids.every(isClauseId)).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const fewer = {
      ...FACTS,
      decisions: FACTS.decisions.slice(1),
      documents: [],
      adopted: [],
      actions: [],
    };
    const before = new Set(idsIn(FACTS, 'en'));
    expect(idsIn(fewer, 'en').filter((id) => !before.has(id))).toEqual(['c_rp_i21_none']);
    // Annexes that hold nothing are left out, and what refers to them with them.
    expect(seen('en', fewer).filter((line) => /^annex|Annex [345]/.test(line))).toEqual([
      'annex | Annex 1 | List of delegations',
      'annex | Annex 2 | Agenda',
    ]);
  });

  test('days are said as the language says them', () => {
    expect(REPORT_WORDS.en.days('2019-04-22', '2019-04-22')).toBe('22 April 2019');
    expect(REPORT_WORDS.en.days('2019-04-30', '2019-05-02')).toBe('30 April – 2 May 2019');
    expect(REPORT_WORDS.th.days('2019-12-31', '2020-01-02')).toBe('31 ธันวาคม 2562 – 2 มกราคม 2563');
  });
});
