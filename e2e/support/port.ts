/** The port of the servers under test, one after the other; `baseURL` in playwright.config.ts names it. */
export function testPort(): number {
  return Number(process.env.MUFAKAT_E2E_PORT ?? 3210);
}
