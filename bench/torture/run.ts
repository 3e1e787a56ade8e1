import { parseArgs } from 'node:util';
import { PARTS, type Part } from './parts';

/**
 * The long fault runs. `npm run torture` does all of them; `--only kill,power` some; `--kill 20` with another count;
 * `--seed 7` with another seed. What is found is printed with its seed, and the exit code says whether anything was.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    ...Object.fromEntries(PARTS.map(({ name }) => [name, { type: 'string' as const }])),
  },
});
const counts = values as Record<string, string | undefined>;
const chosen = values.only?.split(',') ?? PARTS.map(({ name }) => name);
const unknown = chosen.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There is: ${PARTS.map(describe).join('; ')}.`);
  process.exit(2);
}

let found = 0;
for (const part of PARTS.filter(({ name }) => chosen.includes(name))) {
  const count = Number(counts[part.name] ?? part.count);
  const start = performance.now();
  const { figures, findings } = await part.run(count, Number(values.seed));
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`\n── ${part.name}: ${count} ${part.counts}, seed ${values.seed}, ${seconds} s`);
  console.table(figures);
  console.log(findings.length === 0 ? 'nothing found' : findings.slice(0, 20).join('\n'));
  found += findings.length;
}
console.log(`\n${found === 0 ? 'Everything held.' : `${found} findings.`}`);
process.exit(found === 0 ? 0 : 1);

function describe({ name, count, counts: unit }: Part): string {
  return `${name} (${count} ${unit})`;
}
