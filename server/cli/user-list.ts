import { listUsers, type PersonLine } from '../queries/accounts';
import type { Command } from './command';
import { accepted, inWorkspace } from './workspace';

export const USER_LIST: Command = {
  name: 'user list',
  takes: [],
  options: {},
  summary: 'prints every account: address, name, status, roles of today',
  run: ({ terminal }) =>
    inWorkspace(terminal, async ({ runtime, hand }) => {
      const people = accepted(await listUsers(runtime, hand));
      for (const person of people) {
        terminal.out([person.email, person.name, person.status, rolesOf(person)].join('\t'));
      }
      if (people.length === 0)
        terminal.out(
          'Nobody has an account yet: npm run mufakat -- user add EMAIL --name NAME --role administrator',
        );
      return 0;
    }),
};

function rolesOf(person: PersonLine): string {
  const held = person.appointments.filter((appointment) => appointment.when === 'now');
  if (held.length === 0) return 'no role';
  return held
    .map(({ role, body, country }) => [role, country, body?.acronym].filter((part) => part != null).join(' '))
    .join(', ');
}
