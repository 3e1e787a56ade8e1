import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { listBodies } from '../../db/bodies';
import { readInstallation, writeInstallation } from '../../db/installation';
import { mailChoice } from '../../db/notice-preferences';
import { peopleAppointed } from '../../db/notices';
import { mailDomain, planMail } from '../../db/outbox';
import { ROLES } from '../../domain/body/grants';
import { lastDigest } from '../../domain/notices/digest';
import { delegationLedBy } from '../../domain/policy/rings';
import { newId } from '../ids';
import type { Runtime } from '../runtime';

const THROUGH = 'delegationDigestsThrough';

/**
 * NO7: once a day, at the digest's hour or as soon after it as somebody serves, plans a mail to the head and the focal
 * point of every delegation. What waits is looked up when it goes out; where nothing does, it does not.
 */
export function planDelegationDigests(runtime: Runtime): void {
  const now = runtime.clock.now();
  const { day } = lastDigest(now);
  const through = readInstallation(runtime.db, THROUGH);
  if (through !== null && through >= day) return;
  atomic(runtime.db, (tx) => {
    writeInstallation(tx, THROUGH, day);
    const domain = mailDomain(tx);
    // The first day of an installation has no morning.
    if (domain === null || through === null) return;
    for (const { id: bodyId } of listBodies(tx)) {
      for (const userId of peopleAppointed(tx, bodyId, ROLES)) {
        const actor = loadActor(tx, userId, null, now);
        if (actor === null || delegationLedBy(actor, bodyId) === null) continue;
        if (mailChoice(tx, userId, 'delegationDigest') === 'never') continue;
        planMail(
          tx,
          {
            id: newId('mail'),
            userId,
            kind: 'delegationDigest',
            data: { bodyId },
            key: `delegationDigest:${bodyId}:${userId}:${day}`,
            dueAt: now,
            at: now,
          },
          domain,
        );
      }
    }
  });
}
