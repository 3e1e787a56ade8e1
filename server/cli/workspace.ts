import { existsSync } from 'node:fs';
import type { OpenedDb } from '../../db/client';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import { refusalMessage } from '../../messages/refusal-message';
import { systemActor } from '../auth/system-actor';
import { type Config, readConfig } from '../config';
import { StartupError } from '../data-dir';
import { offlineRuntime } from '../offline-runtime';
import { openDatabase } from '../open-database';
import type { Runtime } from '../runtime';
import { CommandError, type Terminal } from './command';

export interface Workspace {
  readonly runtime: Runtime;
  readonly opened: OpenedDb;
  /** The installation's own hand. */
  readonly hand: Actor;
}

/** The configuration a server would start with, the demo's database allowed. */
export function configOf(terminal: Terminal): Config {
  const result = readConfig(terminal.env, 'production');
  if (result.ok) return { ...result.config, allowDemo: true };
  throw new CommandError(
    `The configuration has problems:\n${result.problems.map((line) => `  - ${line}`).join('\n')}`,
  );
}

/**
 * Opens the data directory for one command and closes it afterwards. `create`: make the database where there is
 * none; without it a missing one is a mistake in MUFAKAT_DATA_DIR.
 */
export async function inWorkspace<T>(
  terminal: Terminal,
  work: (workspace: Workspace) => Promise<T>,
  options: { readonly create?: boolean } = {},
): Promise<T> {
  const config = configOf(terminal);
  if (options.create !== true && !existsSync(config.databaseFile)) {
    throw new CommandError(
      `There is no database at ${config.databaseFile}. Set MUFAKAT_DATA_DIR to the data directory of the installation.`,
    );
  }
  const opened = openOrExplain(config);
  try {
    return await work({ runtime: offlineRuntime(opened, config), opened, hand: operator() });
  } finally {
    opened.close();
  }
}

function openOrExplain(config: Config): OpenedDb {
  try {
    return openDatabase(config);
  } catch (error) {
    if (error instanceof StartupError) throw new CommandError(error.message);
    throw error;
  }
}

/** Whoever may read the database file may read what is in it: the command line acts as administrator and auditor. */
function operator(): Actor {
  const actor = systemActor();
  return { ...actor, grants: [...actor.grants, { role: 'auditor', bodyId: null, country: null }] };
}

/** The value, or the refusal in words. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new CommandError(refusalMessage(outcome, 'en'));
}
