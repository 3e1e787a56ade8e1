import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearBuildStamp, isBuildFresh, sourcesHash, writeBuildStamp } from './build-stamp';
import { freePort, portFault } from './free-port';
import { nodeVersionFault } from './node-version';
import { duration, stepsOf } from './steps';

describe('nodeVersionFault', () => {
  it.each(['v20.20.0', 'v20.21.3', 'v22.1.0', 'v24.0.0'])('accepts %s', (version) => {
    expect(nodeVersionFault(version)).toBeNull();
  });
  it.each(['v18.19.0', 'v20.19.9', 'v0.12.0'])('names what to do about %s', (version) => {
    expect(nodeVersionFault(version)).toMatch(/needs Node\.js 20\.20 or newer.*Install/);
  });
});

describe('portFault', () => {
  it('names PORT where somebody else listens, and nothing where nobody does', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await portFault(port, '127.0.0.1')).toContain(`PORT=${port + 1}`);
    await new Promise((resolve) => server.close(resolve));
    expect(await portFault(port, '127.0.0.1')).toBeNull();
  });

  it('names HOST where the address is not of this machine', async () => {
    expect(await portFault(await freePort(), '203.0.113.7')).toContain('HOST=203.0.113.7');
  });
});

describe('the build stamp', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'mufakat-stamp-'));
    for (const folder of ['.next', 'dist/server', 'server'])
      mkdirSync(path.join(root, folder), { recursive: true });
    for (const file of ['.next/BUILD_ID', 'dist/server/main.js', 'dist/server/cli.js', 'server/main.ts']) {
      writeFileSync(path.join(root, file), 'x');
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('holds until a source changes', () => {
    expect(isBuildFresh(root)).toBe(false);
    writeBuildStamp(root, sourcesHash(root));
    expect(isBuildFresh(root)).toBe(true);
    writeFileSync(path.join(root, 'server/main.ts'), 'y');
    expect(isBuildFresh(root)).toBe(false);
  });

  it('does not ask about tests and documents', () => {
    writeBuildStamp(root, sourcesHash(root));
    writeFileSync(path.join(root, 'server/main.test.ts'), 'y');
    writeFileSync(path.join(root, 'README.md'), 'y');
    expect(isBuildFresh(root)).toBe(true);
  });

  it('falls with a part of the build, and when it is cleared', () => {
    writeBuildStamp(root, sourcesHash(root));
    rmSync(path.join(root, 'dist/server/cli.js'));
    expect(isBuildFresh(root)).toBe(false);
    writeFileSync(path.join(root, 'dist/server/cli.js'), 'x');
    expect(isBuildFresh(root)).toBe(true);
    clearBuildStamp(root);
    expect(isBuildFresh(root)).toBe(false);
  });
});

describe('steps', () => {
  it('counts, says what it does, and how long it took', async () => {
    let printed = '';
    const steps = stepsOf(2, (text) => {
      printed += text;
    });
    expect(await steps.step('One', async () => 7)).toBe(7);
    await steps.step('Two', async () => steps.note('a note'));
    expect(printed).toMatch(/^\[1\/2\] One\n {6}0\.0 s\n\[2\/2\] Two\n {6}a note\n {6}0\.0 s\n$/);
  });

  it('writes times as people do', () => {
    expect([duration(840), duration(59_940), duration(75_000)]).toEqual(['0.8 s', '59.9 s', '1 min 15 s']);
  });
});
