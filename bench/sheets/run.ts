import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { unzipSync as unzip, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { activitiesOf } from '../../db/plans';
import { countRows } from '../../domain/sheets/dry-run';
import { getSheetImport } from '../../server/queries/sheets';
import { createSheetService } from '../../server/sheet-service';
import { readWorkbook } from '../../server/sheets/reading/read-workbook';
import { sheetFile } from '../../server/sheets/testing/files';
import { monitoredPlan } from '../../server/tests/monitoring';
import { accepted, ruleOf } from '../../server/tests/outcome';
import { createWorld } from '../../server/tests/world';
import { checkSheet } from '../../server/use-cases/check-sheet';
import { importSheet } from '../../server/use-cases/import-sheet';
import { editedPlan } from '../../server/use-cases/plan-act';
import { activitiesFacts } from '../../server/use-cases/sheet-facts';
import { watched } from '../watched';

/** `npm run bench:sheets`: 5,000 rows checked in a worker and written; a bomb; our reader beside that of the library. */
const ROWS = 5000;
const world = createWorld();
const sheets = createSheetService({ jobMs: 120_000 });
const runtime = { ...world.runtime, sheets };
const secretariat = world.actor('secretariat');
const { planId } = await monitoredPlan(world);
const target = { kind: 'activities', id: planId } as const;
console.log(`load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
// The worker begins here, so that its start is in no figure.
const plan = accepted(editedPlan(world.db, secretariat, planId));
const empty = activitiesFacts(world.db, planId, plan, 'en', world.clock.now());
await sheets.template(empty, 'xlsx');

const header = 'Result,Code,Activity,Lead countries,Planned from,Planned to,Budget,Status';
const line = (index: number) =>
  `A,X.${index},Training of officials on subject ${index},"Indonesia, PH",2019-03,2019-11,${index * 10},Planned`;
const csv = `${header}\n${Array.from({ length: ROWS }, (_, index) => line(index)).join('\n')}\n`;
await round('5,000 new rows (CSV)', new TextEncoder().encode(csv));
const facts = activitiesFacts(
  world.db,
  planId,
  accepted(editedPlan(world.db, secretariat, planId)),
  'en',
  world.clock.now(),
);
const written = performance.now();
const template = await sheets.template(facts, 'xlsx');
say(
  '5,000 rows written into a workbook',
  performance.now() - written,
  `${Math.round(template.length / 1024)} KB`,
);
await round('5,000 changed rows (xlsx)', changed(template));

for (let turn = 0; turn < 3; turn += 1) {
  const own = performance.now();
  accepted(readWorkbook(template));
  const between = performance.now();
  await readXlsx(template);
  say(
    `turn ${turn + 1}: our reader`,
    between - own,
    `hucre's reader ${Math.round(performance.now() - between)} ms`,
  );
}
// Before the bomb is made here, which takes 300 MB itself.
console.log(
  `peak memory of the process, worker included: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
const bomb = sheetFile({ more: { 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 2 ** 20) } });
const start = performance.now();
const rule = ruleOf(readWorkbook(bomb));
say(`a bomb of 300 MB in ${Math.round(bomb.length / 1024)} KB: ${rule}`, performance.now() - start);
await sheets.stop();
world.close();

async function round(name: string, bytes: Uint8Array): Promise<void> {
  let told = 0;
  const input = { target, locale: 'en', fileName: 'a.xlsx', bytes } as const;
  const check = await watched(() => checkSheet(runtime, secretariat, input, () => (told += 1)));
  const { id } = accepted(check.result);
  say(`${name}: dry run`, check.ms, `told ${told} times, ${held(check)}`);
  const look = await watched(async () =>
    accepted(getSheetImport(runtime, secretariat, { target, locale: 'en' })),
  );
  const counts = countRows(look.result.waiting?.run.rows ?? []);
  say(`${name}: looked up for the page`, look.ms, `${JSON.stringify(counts)}, ${held(look)}`);
  const write = await watched(() => importSheet(runtime, secretariat, { target, locale: 'en', id }));
  const { rows } = accepted(write.result);
  const standing = activitiesOf(world.db, planId).length;
  say(`${name}: ${rows} rows written`, write.ms, `in the plan now ${standing}, ${held(write)}`);
}

function held({ heldMs, cpuMs }: { readonly heldMs: number; readonly cpuMs: number }): string {
  return `longest hold of the loop ${Math.round(heldMs)} ms, of the processor ${Math.round(cpuMs)}`;
}

/** The template with the title of each row changed, as a spreadsheet saves it. */
function changed(file: Uint8Array): Uint8Array {
  const parts = unzip(file);
  const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
  const edited = strings.replaceAll('Training of officials', 'Courses for officials');
  return zipSync({ ...parts, 'xl/sharedStrings.xml': new TextEncoder().encode(edited) });
}

function say(what: string, ms: number, more = ''): void {
  console.log(`${what}: ${Math.round(ms)} ms${more === '' ? '' : ` (${more})`}`);
}
