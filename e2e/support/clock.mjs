import { readFileSync } from 'node:fs';

/**
 * Loaded before the server by the browser tests that need another day (NODE_OPTIONS=--import): its clock runs as the
 * machine's does, so many milliseconds ahead as the file named by MUFAKAT_TEST_CLOCK says when the process begins.
 */
const ahead = Number(readFileSync(process.env.MUFAKAT_TEST_CLOCK ?? '', 'utf8'));
const Machine = Date;

globalThis.Date = new Proxy(Machine, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [Machine.now() + ahead] : given, made),
  apply: () => new Machine(Machine.now() + ahead).toString(),
  get: (target, name) => (name === 'now' ? () => Machine.now() + ahead : Reflect.get(target, name)),
});
