import type { Metadata } from 'next';
import { requireViewer } from '@/app/_lib/viewer';
import type { en } from '@/messages/en';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { getMeeting } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';

/** The title of a page of a meeting: the part, then the meeting's own name. */
export async function partMetadata(
  params: Promise<{ meetingId: string }>,
  part: Exclude<keyof typeof en.actions.tabs, 'label'>,
): Promise<Metadata> {
  const { actor, locale } = await requireViewer();
  const meeting = await getMeeting(getRuntime(), actor, (await params).meetingId);
  if (!meeting.ok) return {};
  const { title, titleThai } = meeting.value;
  return { title: `${translator(locale, 'actions')(`tabs.${part}`)} · ${nameIn(locale, title, titleThai)}` };
}
