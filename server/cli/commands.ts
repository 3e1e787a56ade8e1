import { AUDIT } from './audit-head';
import { BACKUP } from './backup-database';
import { CHECK } from './check-database';
import type { Command } from './command';
import { DOC_CREATE } from './doc-create';
import { DOC_LIST } from './doc-list';
import { EXPORT } from './export-document';
import { REDLINE } from './redline';
import { RESTORE } from './restore-database';
import { TOKEN_CREATE } from './token-create';
import { TOKEN_REVOKE } from './token-revoke';
import { USER_ADD } from './user-add';
import { USER_LIST } from './user-list';
import { USER_REINSTATE } from './user-reinstate';
import { USER_RESET } from './user-reset';
import { USER_SUSPEND } from './user-suspend';
import { VERIFY } from './verify-evidence';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  USER_ADD,
  USER_LIST,
  USER_SUSPEND,
  USER_REINSTATE,
  USER_RESET,
  TOKEN_CREATE,
  TOKEN_REVOKE,
  DOC_CREATE,
  DOC_LIST,
  EXPORT,
  CHECK,
  AUDIT,
  BACKUP,
  RESTORE,
  VERIFY,
  REDLINE,
];
