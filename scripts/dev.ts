/** `npm run dev`: the server from its sources, pages recompiled as they change. */
process.argv.push('--dev');
await import('../server/main');
