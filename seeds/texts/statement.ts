import {
  bullets,
  chapeau,
  closing,
  footnote,
  heading,
  inLanguage,
  italic,
  item,
  op,
  para,
  pp,
  sub,
  subSub,
  text,
  title,
} from './build';

export const STATEMENT_TITLE =
  'ASEAN Statement on Promotion of Good Governance and Acceleration of an Agile Civil Service in a Digital Economy';

/** The zero draft of the Statement as the delegation of Thailand offers it. The wording is illustrative. */
export const STATEMENT_ZERO_DRAFT = text(
  title('c_st_title', STATEMENT_TITLE),
  chapeau(
    'c_st_chapeau',
    'WE, the Heads of Delegation of the ASEAN Member States to the Senior Officials’ Meeting of the ASEAN Cooperation on Civil Service Matters (hereinafter referred to as “ACCSM”), gathered in Chiang Rai, Thailand, in April 2019;',
  ),
  pp(
    'c_st_pp01',
    'RECALLING the purposes of the ASEAN Charter, among them to enhance good governance and the rule of law, and to promote a people-oriented ASEAN in which all sectors of society are encouraged to participate in, and benefit from, the process of integration and community building;',
  ),
  pp(
    'c_st_pp02',
    'RECALLING FURTHER the ',
    italic(
      'ASEAN Declaration on the Role of the Civil Service as a Catalyst for Achieving the ASEAN Community Vision 2025',
    ),
    ', which the Leaders adopted in 2017 and which places the civil service at the centre of community building;',
  ),
  pp(
    'c_st_pp03',
    'REAFFIRMING our commitment to the ASEAN Community Vision 2025 and to the ASEAN Socio-Cultural Community Blueprint 2025, which call for an effective, efficient and citizen-centred public service;',
  ),
  pp(
    'c_st_pp04',
    'NOTING the progress made under the ACCSM Work Plan 2016–2020 in its five priority areas, and the contribution of every ASEAN Member State to it;',
  ),
  pp(
    'c_st_pp05',
    'RECOGNISING that the digital economy changes how people work, trade, learn and deal with public authorities, and that it changes faster than the rules and structures of the civil service;',
  ),
  pp(
    'c_st_pp06',
    'MINDFUL that the benefits of digital technology do not reach everybody by themselves, and that public services must leave no one behind;',
  ),
  pp(
    'c_st_pp07',
    'ACKNOWLEDGING the different levels of development, legal systems and administrative traditions of the ASEAN Member States;',
  ),
  pp(
    'c_st_pp08',
    'EMPHASISING that good governance, known in the language of our host as ',
    inLanguage('th', 'ธรรมาภิบาล'),
    ', rests on integrity, transparency, accountability, participation and responsiveness;',
  ),
  pp(
    'c_st_pp09',
    'NOTING WITH APPRECIATION the work of the ASEAN Resource Centres, through which each ASEAN Member State shares its experience with the others;',
  ),
  pp(
    'c_st_pp10',
    'WELCOMING the theme of the Chairmanship of ASEAN in 2019, “Advancing Partnership for Sustainability” (',
    inLanguage('th', 'ร่วมมือ ร่วมใจ ก้าวไกล ยั่งยืน'),
    ');',
  ),
  pp(
    'c_st_pp11',
    'CONVINCED that an agile civil service, which listens, learns and adjusts, is a condition of trust between people and their governments;',
  ),
  chapeau('c_st_transition', 'DO HEREBY AGREE TO:'),
  heading('c_st_h_governance', 2, 'Good governance'),
  op(
    'c_st_op01',
    'UPHOLD good governance as the foundation of every public service, at all levels of administration and in all stages of policy making;',
  ),
  op(
    'c_st_op02',
    'STRENGTHEN systems of integrity in the civil service, in accordance with the laws, regulations and policies of each ASEAN Member State, including through:',
  ),
  sub('c_st_op02a', 'codes of conduct that are short, known and applied;'),
  sub('c_st_op02b', 'clear rules on conflicts of interest and on gifts; and'),
  sub('c_st_op02c', 'safe channels for reporting misconduct;'),
  op(
    'c_st_op03',
    'PUBLISH the standards of public services, the time they take and the fees they cost, in language that people understand, and report once a year how far the standards are met;',
  ),
  op(
    'c_st_op04',
    'ENSURE that public services are accessible to all, in particular to women, children, older persons, persons with disabilities and people in remote areas, and keep an office open where a digital service alone does not suffice;',
  ),
  heading('c_st_h_agile', 2, 'An agile civil service'),
  op(
    'c_st_op05',
    'PROMOTE agile ways of working in the civil service, in which small teams from several agencies test a solution with its users before it is introduced everywhere;',
  ),
  op(
    'c_st_op06',
    'REVIEW rules, forms and procedures at regular intervals, and abolish those that no longer serve a purpose;',
  ),
  op(
    'c_st_op07',
    'MODERNISE the management of human resources on the basis of merit, with particular attention to:',
  ),
  sub('c_st_op07a', 'recruitment that opens the civil service to talent, namely through:'),
  subSub('c_st_op07a1', 'assessment of competencies besides examinations; and'),
  subSub('c_st_op07a2', 'entry at more than one level of a career;'),
  sub('c_st_op07b', 'mobility between agencies, levels of administration and sectors; and'),
  sub('c_st_op07c', 'recognition of teams that improve a service;'),
  op(
    'c_st_op08',
    'DEVELOP transformative leaders who encourage learning, accept that a trial may fail, and answer for the result;',
  ),
  op(
    'c_st_op09',
    'BUILD the digital competencies of civil servants at all levels, from basic literacy to the design of services and the use of data;',
  ),
  heading('c_st_h_digital', 2, 'The civil service in a digital economy'),
  op(
    'c_st_op10',
    'ACCELERATE the digital transformation of public services, so that people deal with one counter (',
    inLanguage('th', 'การให้บริการแบบเบ็ดเสร็จ ณ จุดเดียว'),
    ') and are asked for the same information only once;',
  ),
  op(
    'c_st_op11',
    'SHARE data among public agencies where the law permits, and protect personal data and the security of systems at every step;',
  ),
  op(
    'c_st_op12',
    'EXPLORE the use of emerging technologies in the civil service in a manner that is responsible, explainable and under human control;',
  ),
  op(
    'c_st_op13',
    'REDUCE the burden of administration on micro, small and medium enterprises in the digital economy',
    footnote(
      'For the purpose of this Statement, “digital economy” means economic activity that is based on, or made much more productive by, digital technology and data.',
    ),
    ', which provide most of the employment in our region;',
  ),
  heading('c_st_h_cooperation', 2, 'Cooperation and follow-up'),
  op(
    'c_st_op14',
    'DEEPEN cooperation through the ASEAN Resource Centres, and invite each of them to offer at least one activity a year on a subject of this Statement;',
  ),
  op(
    'c_st_op15',
    'EXCHANGE experience on good governance and agile civil services by means that are open to all ASEAN Member States:',
  ),
  bullets(
    item('c_st_li01', 'study visits and attachments of civil servants;'),
    item('c_st_li02', 'joint training with a common curriculum;'),
    item('c_st_li03', 'a shared collection of cases, both of success and of failure; and'),
    item('c_st_li04', 'meetings of practitioners, in person or by video conference;'),
  ),
  op(
    'c_st_op16',
    'REFLECT the subjects of this Statement in the ACCSM Work Plan 2021–2025, together with indicators that show whether they are achieved;',
  ),
  op(
    'c_st_op17',
    'COOPERATE with the Plus Three Countries and other partners on these subjects, as the ACCSM may decide; and',
  ),
  op(
    'c_st_op18',
    'TASK the Senior Officials to follow the implementation of this Statement, with the support of the ASEAN Secretariat, and to report to the Heads of Civil Service at the 20th ACCSM.',
  ),
  para(
    'c_st_thai',
    'For reference, the title of this Statement in Thai: ',
    inLanguage('th', 'แถลงการณ์อาเซียนว่าด้วยการส่งเสริมธรรมาภิบาลและการเร่งรัดการพัฒนาระบบราชการที่คล่องตัวในเศรษฐกิจดิจิทัล'),
    '.',
  ),
  closing(
    'c_st_closing',
    'ADOPTED in Chiang Rai, Thailand, in April in the Year Two Thousand and Nineteen, in a single original copy in the English language.',
  ),
);
