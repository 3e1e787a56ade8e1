import type { InputKind } from '../domain/brainstorm/inputs';
import type { Relation } from '../domain/brainstorm/outcomes';
import type { PersonKey } from './people';

/** Areas of the Work Plan, by the keys that the round gives them in this order: t1 … t5. */
export const AREAS = [
  { title: 'Workforce competencies and standards', titleThai: 'สมรรถนะและมาตรฐานกำลังคน' },
  { title: 'Institutional capacities', titleThai: 'ขีดความสามารถของสถาบัน' },
  { title: 'Transformative leadership', titleThai: 'ภาวะผู้นำเพื่อการเปลี่ยนแปลง' },
  { title: 'ASEAN Resource Centres', titleThai: 'ศูนย์ทรัพยากรอาเซียน' },
  { title: 'Public sector reform and modernisation', titleThai: 'การปฏิรูปและพัฒนาภาครัฐให้ทันสมัย' },
];

export interface SeedInput {
  readonly key: string;
  readonly by: PersonKey;
  /** Chiang Rai time. */
  readonly at: string;
  readonly kind: InputKind;
  readonly words: string;
  readonly evidence?: string;
  readonly language?: string;
  readonly tags: readonly string[];
}

function said(
  key: string,
  by: PersonKey,
  at: string,
  kind: InputKind,
  words: string,
  tags: readonly string[],
  more: Pick<SeedInput, 'evidence' | 'language'> = {},
): SeedInput {
  return { key, by, at: `2019-02-${at}`, kind, words, tags, ...more };
}

/** What the ten delegations named. The subjects are those of the meeting; the wording is illustrative. */
export const INPUTS: readonly SeedInput[] = [
  said(
    'bn1',
    'bnHead',
    '11 09:10',
    'challenge',
    'Senior posts fall vacant faster than successors are prepared for them.',
    ['t3'],
    {
      evidence: 'A third of those in senior grades reach the age of retirement before 2025.',
    },
  ),
  said(
    'bn2',
    'bnHead',
    '11 09:20',
    'proposal',
    'A common reference of core competencies for civil servants, which each Member State adapts.',
    ['t1'],
  ),
  said(
    'kh1',
    'khDelegate',
    '12 10:00',
    'challenge',
    'Services in the provinces do not reach the quality of those in the capital.',
    ['t5'],
  ),
  said(
    'kh2',
    'khDelegate',
    '12 10:12',
    'proposal',
    'A self-assessment of the capacity of institutions, in the languages of Member States.',
    ['t2'],
  ),
  said(
    'id1',
    'idDelegate',
    '13 13:30',
    'challenge',
    'Public services do not reach people on remote islands as they reach people in the cities.',
    ['t5'],
    {
      evidence:
        'More than six thousand inhabited islands; an office of the civil registry may be two days away.',
    },
  ),
  said(
    'id2',
    'idHead',
    '13 14:05',
    'proposal',
    'A register of experts of the region on which every Member State can draw.',
    ['t4'],
  ),
  said(
    'la1',
    'laDelegate',
    '13 16:00',
    'challenge',
    'Lack of digital skills among civil servants outside the capital.',
    ['t1'],
    {
      evidence: 'Two of three districts have no one trained in the systems that were introduced.',
    },
  ),
  said(
    'la2',
    'laDelegate',
    '13 16:08',
    'proposal',
    'Training in the use of data, given where civil servants work.',
    ['t1'],
  ),
  said(
    'my1',
    'myDelegate',
    '14 09:30',
    'challenge',
    'Tasks cross the borders of agencies, and no agency answers for the whole.',
    ['t2'],
  ),
  said(
    'my2',
    'myHead',
    '14 09:45',
    'proposal',
    'Leaders learn from each other’s cases of ethical decisions.',
    ['t3'],
  ),
  said(
    'mm1',
    'mmDelegate',
    '15 11:00',
    'challenge',
    'Training institutes teach what they taught ten years ago.',
    ['t1', 't2'],
  ),
  said(
    'mm2',
    'mmDelegate',
    '15 11:15',
    'proposal',
    'Attachments of trainers to institutes of other Member States.',
    ['t4'],
  ),
  said(
    'ph1',
    'phHead',
    '18 10:00',
    'challenge',
    'What activities achieve is not measured, so nobody can say what to continue.',
    ['t2'],
    {
      evidence: 'Of the activities of 2016 to 2018 fewer than half state an indicator.',
    },
  ),
  said(
    'ph2',
    'phDelegate',
    '18 10:20',
    'challenge',
    'Citizens trust an office less after each case of misconduct, and integrity is taught too late.',
    ['t3', 't5'],
  ),
  said(
    'sg1',
    'sgDelegate',
    '19 15:00',
    'proposal',
    'A study of the skills that the civil service will need by 2030.',
    ['t1'],
  ),
  said(
    'sg2',
    'sgHead',
    '19 15:20',
    'challenge',
    'The pipeline of leaders is thin: successors for senior posts are not prepared early enough.',
    ['t3'],
  ),
  said(
    'sg3',
    'sgDelegate',
    '19 15:40',
    'challenge',
    'Agencies hold data that others need, and rules on sharing and protecting it differ.',
    ['t2', 't5'],
  ),
  said(
    'th1',
    'thHead',
    '20 09:00',
    'challenge',
    'ข้าราชการในพื้นที่ห่างไกลยังขาดทักษะดิจิทัลที่จำเป็นต่อการให้บริการประชาชน',
    ['t1'],
    { language: 'th' },
  ),
  said(
    'th2',
    'thDelegate',
    '20 09:30',
    'challenge',
    'Rules made for another time slow every change down; an agile service needs room to try.',
    ['t2', 't5'],
  ),
  said('th3', 'thHead', '20 10:00', 'proposal', 'รวบรวมกรณีศึกษาผู้นำที่มีคุณธรรมและเผยแพร่ร่วมกันในภูมิภาค', ['t3'], {
    language: 'th',
  }),
  said(
    'vn1',
    'vnDelegate',
    '21 14:00',
    'proposal',
    'A study across Member States on simplifying procedures for citizens and enterprises.',
    ['t5'],
  ),
  said(
    'vn2',
    'vnHead',
    '21 14:30',
    'challenge',
    'The civil service ages, and young people of talent choose other employers.',
    ['t1', 't3'],
  ),
];

export interface SeedCluster {
  readonly title: string;
  readonly synthesis: string;
  readonly tag: string | null;
  readonly inputs: readonly string[];
  /** Dots by the person who gave them for their delegation. */
  readonly dots: Readonly<Partial<Record<PersonKey, number>>>;
  /** Words of the clause of the draft Work Plan that comes from it. */
  readonly became: { readonly words: string; readonly relation: Relation; readonly reason: string };
}

export const CLUSTERS: readonly SeedCluster[] = [
  {
    title: 'Digital skills, wherever civil servants work',
    synthesis:
      'Digital systems come faster than the skills to use them, above all outside the capitals. Training has to go where people work, and somebody has to look ahead to the skills of 2030.',
    tag: 't1',
    inputs: ['la1', 'th1', 'la2', 'sg1', 'bn2'],
    dots: { laHead: 3, thHead: 2, khHead: 2, mmHead: 2, phHead: 1, bnHead: 1 },
    became: {
      words: 'Under this area the ACCSM will describe core competencies',
      relation: 'takenUp',
      reason: '',
    },
  },
  {
    title: 'An ageing service and the leaders who come after',
    synthesis:
      'Those who lead retire before those who follow are ready. Succession is planned late, and young people of talent look elsewhere.',
    tag: 't3',
    inputs: ['bn1', 'sg2', 'vn2'],
    dots: { bnHead: 3, sgHead: 2, vnHead: 2, myHead: 1 },
    became: {
      words: 'Under this area the ACCSM will offer courses and exchanges for leaders',
      relation: 'takenUp',
      reason: '',
    },
  },
  {
    title: 'Agility across the borders of agencies',
    synthesis: 'No one is in charge of the whole, and rules of another time leave no room to try.',
    tag: 't2',
    inputs: ['my1', 'th2', 'kh2'],
    dots: { myHead: 3, thHead: 2, idHead: 1 },
    became: {
      words: 'Under this area the ACCSM will compare how the centre of government coordinates',
      relation: 'partly',
      reason: 'Coordination is in the plan. Rules that slow change down are for each Member State to review.',
    },
  },
  {
    title: 'Ethics, integrity and the trust of the public',
    synthesis: 'Trust is lost by misconduct and won by example. Leaders should learn from cases, early.',
    tag: 't3',
    inputs: ['my2', 'ph2', 'th3'],
    dots: { phHead: 2, myHead: 1, thHead: 1, khHead: 1 },
    became: { words: 'Two enablers serve all five priority areas', relation: 'merged', reason: '' },
  },
  {
    title: 'Services that reach people in remote areas',
    synthesis:
      'Distance decides what service people receive. Procedures that are simple can be offered anywhere.',
    tag: 't5',
    inputs: ['kh1', 'id1', 'vn1'],
    dots: { idHead: 4, khHead: 2, vnHead: 3, laHead: 2 },
    became: { words: 'Under this area the ACCSM will recognise innovation', relation: 'takenUp', reason: '' },
  },
  {
    title: 'Data that is governed, results that are seen',
    synthesis:
      'What is not measured cannot be continued or ended with reason, and data stays where it is collected.',
    tag: 't2',
    inputs: ['ph1', 'sg3'],
    dots: { phHead: 2, sgHead: 3 },
    became: {
      words: 'Monitoring follows the method that the concept note of the Philippines describes',
      relation: 'partly',
      reason: 'Indicators are in the plan. Rules on sharing data go to the ASEAN Digital track.',
    },
  },
];

/** The concept note on monitoring takes up what it was written for, and is adopted with its sources. */
export const CONCEPT_NOTE_SOURCE = {
  cluster: 'Data that is governed, results that are seen',
  became: {
    words: 'Each priority area has',
    relation: 'partly',
    reason: 'Indicators are measured as it describes. How data is shared is not its matter.',
  },
} as const;

/** Inputs that are in no cluster, and what was said of them. One is left for the demo to decide on. */
export const DECIDED = [
  {
    key: 'mm1',
    outcome: 'notTakenUp',
    reason: 'What institutes teach is for each Member State. The network of schools may exchange curricula.',
  },
  { key: 'id2', outcome: 'noted', reason: 'The Resource Centre of Indonesia works on it already.' },
] as const;
