import type { Messages } from '../en';
import actions from './actions.json';
import admin from './admin.json';
import adoption from './adoption.json';
import audit from './audit.json';
import auth from './auth.json';
import brackets from './brackets.json';
import brainstorm from './brainstorm.json';
import bundle from './bundle.json';
import centres from './centres.json';
import comments from './comments.json';
import common from './common.json';
import compare from './compare.json';
import comparisons from './comparisons.json';
import convergence from './convergence.json';
import dispositions from './dispositions.json';
import documents from './documents.json';
import editor from './editor.json';
import errors from './errors.json';
import home from './home.json';
import importing from './import.json';
import long from './long.json';
import meetings from './meetings.json';
import monitoring from './monitoring.json';
import negotiation from './negotiation.json';
import notices from './notices.json';
import paper from './paper.json';
import plan from './plan.json';
import positions from './positions.json';
import proposals from './proposals.json';
import record from './record.json';
import redlineFile from './redline-file.json';
import room from './room.json';
import rules from './rules.json';
import search from './search.json';
import settings from './settings.json';
import shape from './shape.json';
import sheets from './sheets.json';
import silence from './silence.json';
import sources from './sources.json';
import threeWay from './three-way.json';
import tiers from './tiers.json';
import verify from './verify.json';
import versions from './versions.json';
import word from './word.json';
import wrote from './wrote.json';

/** Typed by the English catalogue: a key that is missing here does not compile. */
export const th: Messages = {
  common,
  auth,
  home,
  meetings,
  documents,
  editor,
  versions,
  compare,
  long,
  redlineFile,
  comparisons,
  threeWay,
  convergence,
  adoption,
  bundle,
  paper,
  record,
  audit,
  admin,
  settings,
  errors,
  rules,
  word,
  negotiation,
  proposals,
  dispositions,
  brackets,
  comments,
  positions,
  silence,
  tiers,
  notices,
  room,
  verify,
  plan,
  monitoring,
  shape,
  sheets,
  brainstorm,
  sources,
  centres,
  actions,
  search,
  import: importing,
  wrote,
};
