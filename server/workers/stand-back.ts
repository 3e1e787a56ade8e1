import { getPriority, setPriority } from 'node:os';

/** As `nice` does without being told: a tenth of the processor where others want it, all of it where nobody does. */
const NICE = 10;

// What runs in a worker gives way to the loop that serves keystrokes where there are fewer CPUs than work. On Linux a
// priority belongs to a thread; elsewhere it would be the whole server's. Who runs the whole of it nicer than that
// has asked for it, and may not be let up again.
if (process.platform === 'linux' && getPriority() < NICE) setPriority(NICE);
