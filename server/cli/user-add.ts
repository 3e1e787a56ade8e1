import { ROLES, type Role } from '../../domain/body/grants';
import { createUser } from '../use-cases/create-user';
import { type Call, type Command, choice, needed, word } from './command';
import { bodyIdOf } from './find-body';
import { accepted, inWorkspace, type Workspace } from './workspace';

export const USER_ADD: Command = {
  name: 'user add',
  takes: ['EMAIL'],
  options: {
    name: 'NAME',
    role: 'ROLE',
    body: 'ACRONYM',
    country: 'CODE',
    locale: 'en|th',
  },
  summary: 'makes an account and prints the link by which its owner chooses a password',
  run: (call) =>
    inWorkspace(
      call.terminal,
      async (workspace) => {
        const { runtime, hand } = workspace;
        const email = word(call, 0);
        const locale = choice(call, 'locale', ['en', 'th']);
        const created = await createUser(runtime, hand, {
          email,
          name: needed(call, 'name', '"Siti Aminah"'),
          appointments: appointmentsOf(call, workspace),
          ...(locale === undefined ? {} : { locale }),
        });
        const { userId, linkPath } = accepted(created);
        call.terminal.out(`${email} has an account (${userId}).`);
        call.terminal.out(
          `Send this link, good once and for a week: ${runtime.config.publicUrl}${linkPath ?? ''}`,
        );
        return 0;
      },
      { create: true },
    ),
};

function appointmentsOf(call: Call, workspace: Workspace) {
  const role: Role | undefined = choice(call, 'role', ROLES);
  if (role === undefined) return [];
  const { body, country } = call.options;
  return [
    {
      role,
      bodyId: body === undefined ? null : bodyIdOf(workspace, body),
      country: country === undefined ? null : country.toUpperCase(),
    },
  ];
}
