import { issue, move, type SeedDocument, version, write } from '../history';
import { item, para, row } from '../texts/build';
import {
  append,
  format,
  insertAfter,
  insertColumn,
  mergeWithNext,
  moveAfter,
  remove,
  replace,
  setCell,
} from '../texts/edits';
import { WORK_PLAN_FIRST_DRAFT, WORK_PLAN_TITLE } from '../texts/work-plan';

/** The draft Work Plan: drafted in March, circulated, and under negotiation since the Preparatory Meeting. */
export const WORK_PLAN: SeedDocument = {
  key: 'workPlan',
  body: 'ACCSM',
  symbol: 'ACCSM/20/SOM/WP.1',
  kind: 'workPlan',
  title: WORK_PLAN_TITLE,
  houseStyle: 'sections',
  leadCountry: null,
  agenda: { meeting: 'som', item: '4.2' },
  created: { by: 'secretariat', at: '2019-03-01 09:00' },
  firstText: { by: 'secretariat2', at: '2019-03-01 17:00', text: WORK_PLAN_FIRST_DRAFT },
  history: [
    version('secretariat2', '2019-03-01 17:10', 'First draft', 'Elements collected by the Secretariat'),

    write(
      'sgDelegate',
      '2019-03-07 10:00',
      replace('c_wp_p08', 'digital skills above all', 'digital and analytical skills above all'),
      setCell('c_wp_m03', 2, 'Study report with country notes and a method for updates'),
      replace(
        'c_wp_p04',
        'ready for the digital economy',
        'ready for a digital economy that changes without pause',
      ),
    ),
    write(
      'myDelegate',
      '2019-03-11 14:20',
      replace('c_wp_p09', 'no one is in charge of the whole', 'no agency is in charge of the whole'),
      setCell(
        'c_wp_m05',
        1,
        'Guide on coordination between agencies at the centre of government and at local level',
      ),
      moveAfter('c_wp_m18', 'c_wp_m16'),
      setCell('c_wp_m18', 0, 'E.1'),
      setCell('c_wp_m17', 0, 'E.2'),
    ),
    version('myDelegate', '2019-03-11 14:30', 'Comments of Malaysia and Singapore', 'Areas A, B and E'),

    write(
      'idDelegate',
      '2019-03-14 09:40',
      setCell('c_wp_m15', 2, 'Roster of at least sixty experts, renewed every year'),
      insertAfter(
        'c_wp_m16',
        row(
          'c_wp_m21',
          'D.5',
          'Exchange of staff between ASEAN Resource Centres',
          'Ten exchanges',
          'Indonesia, Thailand',
          '2022–2025',
        ),
      ),
    ),
    write(
      'phDelegate',
      '2019-03-18 15:00',
      insertColumn('c_wp_matrix', 3, [
        'Indicator',
        'Reference adopted',
        'Trainers certified',
        'Study published',
        'Attachments completed',
        'Guide published',
        'Peer reviews completed',
        'Institutes taking part',
        'Member States using the tool',
        'Leaders trained, women and men',
        'Recommendations taken up',
        'Civil servants exchanged',
        'Cases published',
        'Paper considered',
        'Visits to the page',
        'Experts on the roster',
        'Reports received in time',
        'Exchanges completed',
        'Services redesigned',
        'Entries received',
        'Learners who complete the course',
        'Proposals taken up',
      ]),
      replace(
        'c_wp_p21',
        'Each activity has at least one indicator with a baseline and a target.',
        'Each activity has at least one indicator with a baseline, a target and a means of verification.',
      ),
      format('c_wp_p21', 'Member States report once a year', 'bold'),
    ),
    issue('secretariat', '2019-03-22 17:30', 'For circulation to Member States'),
    move('secretariat', '2019-03-22 17:45', 'circulate', 'Comments are asked for by 12 April 2019'),
    move('chair', '2019-04-22 14:00', 'openNegotiation', 'First reading at the Preparatory Meeting'),

    write(
      'secretariat',
      '2019-04-22 15:10',
      mergeWithNext('c_wp_p11', ' '),
      replace(
        'c_wp_h42',
        'Institutional capacities',
        'Institutional capacities and coordination between agencies',
      ),
      remove('c_wp_m20'),
      setCell('c_wp_m19', 1, 'Guide on the use of data in public service delivery and on its protection'),
      insertAfter(
        'c_wp_p22',
        para(
          'c_wp_p22n',
          'The findings of reviews are shared with all Member States. They do not rank Member States.',
        ),
      ),
    ),
    write(
      'chair',
      '2019-04-22 16:00',
      insertAfter(
        'c_wp_li08',
        item(
          'c_wp_li09',
          'Openness: results are published unless a Member State concerned asks that they be not.',
        ),
      ),
      replace('c_wp_p20', 'or by partners', 'or by partners in agreement with the lead country'),
    ),
    issue(
      'secretariat',
      '2019-04-22 18:20',
      'As it stands after the first reading at the Preparatory Meeting',
    ),
    write(
      'chair',
      '2019-04-23 11:20',
      append('c_wp_p23', {
        type: 'text',
        text: ' Thailand, in the chair, keeps the record until the Work Plan is adopted.',
      }),
      setCell('c_wp_m13', 5, '2021–2022'),
    ),
    version(
      'secretariat',
      '2019-04-23 12:30',
      'Second reading',
      'Sections 1 to 8; the annex is still to be read',
    ),
  ],
};
