import {
  bullets,
  footnote,
  headerRow,
  heading,
  italic,
  item,
  numbered,
  para,
  row,
  table,
  text,
  title,
} from './build';

export const CONCEPT_NOTE_TITLE =
  'Concept Note on Monitoring and Evaluation of the ACCSM Work Plan 2016–2020';

/** The concept note as the Philippines, lead country, first puts it forward. The wording is illustrative. */
export const CONCEPT_NOTE_FIRST_DRAFT = text(
  title('c_cn_title', CONCEPT_NOTE_TITLE),
  heading('c_cn_h1', 1, 'Purpose'),
  para(
    'c_cn_p01',
    'This note proposes how the ACCSM should find out what its Work Plan 2016–2020 has achieved. The Philippines offers it as lead country and invites the Senior Officials to agree on the method before the last year of the plan.',
  ),
  heading('c_cn_h2', 1, 'Why now'),
  para(
    'c_cn_p02',
    'The plan has run for three years. Activities are reported to the Senior Officials’ Meeting, but by different formats, and they tell what was done rather than what it changed. The next work plan should rest on evidence of what helped.',
  ),
  para(
    'c_cn_p03',
    'The ASEAN Socio-Cultural Community has two tools for its sectoral bodies: one on the status of implementation and alignment of work plans, one on the follow-up to declarations. The method proposed here feeds both and replaces neither.',
  ),
  heading('c_cn_h3', 1, 'Scope'),
  para('c_cn_p04', 'The evaluation covers the five priority areas of the plan:'),
  numbered(
    item('c_cn_li01', 'workforce competencies and standards;'),
    item('c_cn_li02', 'institutional capacities;'),
    item('c_cn_li03', 'transformative leadership;'),
    item('c_cn_li04', 'strengthening of the ASEAN Resource Centres; and'),
    item('c_cn_li05', 'public sector reform and modernisation.'),
  ),
  heading('c_cn_h4', 1, 'Method'),
  heading('c_cn_h41', 2, 'Indicators'),
  para(
    'c_cn_p05',
    'Each priority area has two or three indicators. An indicator has a definition, a unit, a baseline, a target and a means of verification. Where a baseline is not known, this is said; it is not replaced by zero.',
  ),
  table(
    'c_cn_table',
    headerRow('c_cn_r00', 'Priority area', 'Indicator', 'Means of verification'),
    row(
      'c_cn_r01',
      'Competencies and standards',
      'Member States with published standards of competency',
      'Official publications',
    ),
    row(
      'c_cn_r02',
      'Institutional capacities',
      'Agencies that use a common human resource information system',
      'Returns of Member States',
    ),
    row(
      'c_cn_r03',
      'Transformative leadership',
      'Leaders trained under the plan, women and men',
      'Lists of participants',
    ),
    row(
      'c_cn_r04',
      'ASEAN Resource Centres',
      'Activities open to all Member States in a year',
      'Reports of the centres',
    ),
    row(
      'c_cn_r05',
      'Reform and modernisation',
      'Services that publish how long they take',
      'Survey of Member States',
    ),
  ),
  heading('c_cn_h42', 2, 'Collection'),
  para(
    'c_cn_p06',
    'The ASEAN Secretariat sends a template to the focal points in July 2019. Focal points return it within eight weeks. “Not available” and “not applicable” are answers of their own and are different from zero.',
  ),
  heading('c_cn_h43', 2, 'Analysis'),
  para(
    'c_cn_p07',
    'A small team of the Philippines, the chair and the ASEAN Secretariat prepares a synthesis for the region. It shows how many Member States reported on each indicator. It does not rank Member States',
    footnote(
      'The findings of a single Member State are shown to that Member State only, unless it agrees otherwise.',
    ),
    '.',
  ),
  heading('c_cn_h5', 1, 'Time'),
  bullets(
    item('c_cn_li11', 'April 2019: the Senior Officials agree on the method.'),
    item('c_cn_li12', 'July to September 2019: returns of Member States.'),
    item('c_cn_li13', 'First quarter of 2020: synthesis and comments.'),
    item('c_cn_li14', 'Mid-2020: final report to the Heads of Civil Service.'),
  ),
  heading('c_cn_h6', 1, 'Resources'),
  para(
    'c_cn_p08',
    'The Philippines bears the cost of the synthesis. Member States bear the cost of their own returns. No contribution to a common fund is asked for.',
  ),
  heading('c_cn_h7', 1, 'What is asked of the meeting'),
  para(
    'c_cn_p09',
    'The Senior Officials are invited to ',
    italic('adopt'),
    ' this concept note and to name a focal point for monitoring in each Member State by the end of May 2019.',
  ),
);
