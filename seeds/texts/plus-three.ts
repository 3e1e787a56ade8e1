import { heading, para, text, title } from './build';

export const PLUS_THREE_TITLE = 'Elements for the ACCSM Plus Three Work Plan 2021–2025';

/** A short paper of the Plus Three track, which has its own members, people and texts. The wording is illustrative. */
export const PLUS_THREE_PAPER = text(
  title('c_p3_title', PLUS_THREE_TITLE),
  heading('c_p3_h1', 1, 'Background'),
  para(
    'c_p3_p01',
    'The ACCSM Plus Three brings together the ASEAN Member States with China, Japan and the Republic of Korea. It has its own work plan and its own rules of procedure.',
  ),
  heading('c_p3_h2', 1, 'Elements'),
  para(
    'c_p3_p02',
    'The next work plan may cover exchanges of civil servants, digital government, and the management of human resources in ageing societies.',
  ),
);
