import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { REDLINE_ALGORITHM } from '../../domain/redline';
import type { BenchCase, Texts } from './cases';
import { OURS } from './engines';
import { measure } from './job';
import { type Options, readOptions, USAGE } from './options';
import { installPeers } from './peers/install';
import { caseTable, type GrowthLine, growthTable, type Line } from './report';

/** Measures the redline and its peers side by side; see `USAGE`. Each measurement has a process of its own. */
async function run(options: Options): Promise<void> {
  const [cpu] = cpus();
  console.log(
    `${REDLINE_ALGORITHM}, ${cpus().length} x ${cpu?.model.trim() ?? 'unknown CPU'}, Node.js ${process.version}`,
  );
  console.log(`load ${loadavg()[0]?.toFixed(2)}: times are worth something on a quiet machine only\n`);
  if (options.engines.some((engine) => engine !== OURS)) await installPeers();
  const directory = mkdtempSync(path.join(tmpdir(), 'mufakat-bench-'));
  try {
    const growth: GrowthLine[] = [];
    for (const bench of options.cases) {
      const texts = bench.make();
      const isGrowth = bench.group === 'growth';
      const lines = await measureAll(options, bench, texts, directory, isGrowth ? [OURS] : options.engines);
      if (isGrowth) growth.push(...lines.map(({ measured }) => ({ title: bench.title, measured })));
      else console.log(`${caseTable(bench, texts, lines)}\n`);
    }
    if (growth.length > 0) console.log(growthTable(growth));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measureAll(
  { rounds, limit }: Options,
  bench: BenchCase,
  texts: Texts,
  directory: string,
  engines: readonly string[],
): Promise<Line[]> {
  const file = path.join(directory, `${bench.name}.json`);
  writeFileSync(file, JSON.stringify(texts));
  const lines: Line[] = [];
  for (const engine of engines) {
    const measured = await measure({ engine, file, rounds, seconds: limit / 2 }, limit);
    lines.push({ engine, measured });
  }
  return lines;
}

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
