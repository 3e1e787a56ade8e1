import { bullets, heading, inLanguage, item, para, text, title } from './build';

export const REPORT_TITLE =
  'Draft Report of the Preparatory Meeting and the Senior Officials’ Meeting for the 20th ACCSM';

/** The Secretariat's first draft of the report of the meeting. The wording is illustrative. */
export const REPORT_FIRST_DRAFT = text(
  title('c_rp_title', REPORT_TITLE),
  heading('c_rp_h1', 1, 'Opening'),
  para(
    'c_rp_p01',
    'The Preparatory Meeting and the Senior Officials’ Meeting for the 20th ACCSM were held from 22 to 24 April 2019 at The Riverie by Katathani, Chiang Rai, Thailand. The Office of the Civil Service Commission of Thailand (',
    inLanguage('th', 'สำนักงานคณะกรรมการข้าราชการพลเรือน'),
    ') was in the chair.',
  ),
  para(
    'c_rp_p02',
    'Delegations of all ASEAN Member States and the ASEAN Secretariat attended. The list of participants is annexed.',
  ),
  heading('c_rp_h2', 1, 'Adoption of the agenda'),
  para('c_rp_p03', 'The meeting adopted the agenda without change.'),
  heading('c_rp_h3', 1, 'Work Plan 2016–2020'),
  para(
    'c_rp_p04',
    'The meeting noted the progress of activities and discussed the concept note on monitoring and evaluation that the Philippines had prepared.',
  ),
  heading('c_rp_h4', 1, 'Towards the Work Plan 2021–2025'),
  para(
    'c_rp_p05',
    'Each delegation named challenges and proposals for the next plan. Several of them were shared by many:',
  ),
  bullets(
    item('c_rp_li01', 'competencies for the digital economy;'),
    item('c_rp_li02', 'coordination among agencies; and'),
    item('c_rp_li03', 'evidence of what activities achieve.'),
  ),
  para('c_rp_p06', 'The meeting tasked the ASEAN Secretariat to continue work on the draft plan.'),
  heading('c_rp_h5', 1, 'Other matters and closing'),
  para(
    'c_rp_p07',
    'Delegations thanked the Government and people of Thailand for their hospitality and the excellent arrangements.',
  ),
);
