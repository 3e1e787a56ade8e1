import { availableParallelism } from 'node:os';

/**
 * So many spec files run at a time, each with a server, a database and a port of its own. Half of what a test takes is
 * waiting, so two keep two CPUs busy.
 */
export const WORKERS = availableParallelism() > 1 ? 2 : 1;

/** The port of this worker's servers: the first of MUFAKAT_E2E_PORT and the one after. */
export function testPort(): number {
  return Number(process.env.MUFAKAT_E2E_PORT ?? 3210) + Number(process.env.TEST_PARALLEL_INDEX ?? 0);
}
