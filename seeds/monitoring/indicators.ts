import type { SaveIndicatorInput } from '../../server/use-cases/indicators';

/** An indicator of the Work Plan 2016–2020; `measures` is the code of an output. */
export interface SeedIndicator {
  readonly measures: string;
  readonly sheet: Pick<SaveIndicatorInput, 'code' | 'title' | 'type' | 'aggregation'> &
    Partial<SaveIndicatorInput>;
  /** By year, for the region or, where the figure is no sum, for each member. */
  readonly targets: Readonly<Record<string, number>>;
}

/**
 * Twelve indicators as the Concept Note asks for them: two or three for each priority area, every one with definition,
 * unit, baseline, target and means of verification. The five of its table are theirs; the rest, and all figures, are
 * illustrative.
 */
export const INDICATORS: readonly SeedIndicator[] = [
  {
    measures: 'OP-A1',
    sheet: {
      code: 'A-1',
      title: 'Member States with published standards of competency',
      definition: 'Standards of competency for at least one service are published officially.',
      type: 'yesNo',
      baseline: 0,
      aggregation: 'shareMeeting',
      meansOfVerification: 'Official publications',
    },
    targets: { '2020': 1 },
  },
  {
    measures: 'OP-A2',
    sheet: {
      code: 'A-2',
      title: 'Civil servants trained in activities of the plan',
      definition:
        'Persons who completed an activity of the plan since its beginning, each counted once for each activity.',
      unit: 'persons',
      type: 'number',
      cumulative: true,
      baseline: 2505,
      aggregation: 'sum',
      disaggregation: 'By sex',
      meansOfVerification: 'Lists of participants',
    },
    targets: { '2018': 9000, '2020': 15000 },
  },
  {
    measures: 'OP-B1',
    sheet: {
      code: 'B-1',
      title: 'Agencies that use a common human resource information system',
      definition:
        'Share of the agencies of the central government whose records of staff are kept in one system.',
      unit: '% of agencies',
      type: 'percent',
      baseline: 34,
      aggregation: 'mean',
      meansOfVerification: 'Returns of Member States',
    },
    targets: { '2018': 50, '2020': 60 },
  },
  {
    measures: 'OP-B2',
    sheet: {
      code: 'B-2',
      title: 'Training institutes that exchange courses with another Member State',
      unit: 'institutes',
      type: 'number',
      cumulative: true,
      baseline: 6,
      aggregation: 'sum',
      meansOfVerification: 'Letters of exchange',
    },
    targets: { '2018': 14, '2020': 20 },
  },
  {
    measures: 'OP-C1',
    sheet: {
      code: 'C-1',
      title: 'Leaders trained under the plan',
      definition: 'Directors and above who completed a course for leaders since the beginning of the plan.',
      unit: 'persons',
      type: 'number',
      cumulative: true,
      baseline: 180,
      aggregation: 'sum',
      disaggregation: 'By sex and by age',
      meansOfVerification: 'Lists of participants',
    },
    targets: { '2018': 420, '2020': 600 },
  },
  {
    measures: 'OP-C1',
    sheet: {
      code: 'C-2',
      title: 'Women among the leaders trained',
      unit: '% of leaders',
      type: 'percent',
      baseline: 38,
      aggregation: 'mean',
      meansOfVerification: 'Lists of participants',
    },
    targets: { '2018': 50, '2020': 50 },
  },
  {
    measures: 'OP-D1',
    sheet: {
      code: 'D-1',
      title: 'Activities of the centres open to all Member States in a year',
      unit: 'activities',
      type: 'number',
      baseline: 7,
      aggregation: 'sum',
      meansOfVerification: 'Reports of the centres',
    },
    targets: { '2018': 14, '2020': 20 },
  },
  {
    measures: 'OP-D2',
    sheet: {
      code: 'D-2',
      title: 'Centre that publishes what it offers',
      definition: 'None: nothing is published. Partly: on request. Fully: on a page open to everybody.',
      type: 'scale',
      scale: ['none', 'partly', 'fully'],
      baseline: null,
      aggregation: 'shareMeeting',
      meansOfVerification: 'Pages of the centres',
    },
    targets: { '2018': 3, '2020': 3 },
  },
  {
    measures: 'OP-E1',
    sheet: {
      code: 'E-1',
      title: 'Services that publish how long they take',
      definition: 'Share of the services to citizens with a published time. No survey was made before 2016.',
      unit: '% of services',
      type: 'percent',
      baseline: null,
      aggregation: 'mean',
      meansOfVerification: 'Survey of Member States',
    },
    targets: { '2018': 60, '2020': 80 },
  },
  {
    measures: 'OP-E2',
    sheet: {
      code: 'E-2',
      title: 'Days to issue a certificate that citizens ask for most often',
      unit: 'working days',
      type: 'number',
      direction: 'down',
      baseline: 14,
      aggregation: 'mean',
      meansOfVerification: 'Survey of Member States',
    },
    targets: { '2018': 9, '2020': 5 },
  },
  {
    measures: 'OP-E2',
    sheet: {
      code: 'E-3',
      title: 'Complaints answered within the time that was set',
      definition: 'The level of 2015 is to be kept while more complaints come in.',
      unit: '% of complaints',
      type: 'percent',
      baseline: 70,
      aggregation: 'mean',
      meansOfVerification: 'Returns of Member States',
    },
    targets: { '2020': 70 },
  },
  {
    measures: 'OP-E1',
    sheet: {
      code: 'E-4',
      title: 'What a reform shared under the plan changed',
      type: 'text',
      baseline: null,
      aggregation: 'none',
      meansOfVerification: 'Reports of lead countries',
    },
    targets: {},
  },
];
