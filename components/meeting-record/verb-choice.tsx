'use client';

import { HOUSE_PHRASES, MEETING_VERBS, type MeetingVerb, verbWeight } from '@/domain/meeting/verbs';
import { VerbScale } from './verb-scale';

/**
 * The verbs of the field, the lightest first. Whoever chooses one finds the words of the house at the beginning of the
 * wording, in both languages; what was typed after them stays.
 */
export function VerbChoice(props: {
  legend: string;
  hint: string;
  labels: Readonly<Record<MeetingVerb, string>>;
}) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">{props.legend}</legend>
      <p className="mb-2 text-[0.8125rem] text-muted">{props.hint}</p>
      <div className="grid grid-flow-row gap-x-6 sm:grid-flow-col sm:grid-cols-2 sm:grid-rows-6">
        {MEETING_VERBS.map((verb) => (
          <label
            key={verb}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-1.5 text-sm hover:bg-accent-soft has-checked:bg-accent-soft has-checked:font-medium"
          >
            <input
              type="radio"
              name="verb"
              value={verb}
              defaultChecked={verb === MEETING_VERBS[0]}
              onChange={(event) => begin(event.currentTarget.form, verb)}
              className="size-4 accent-accent"
            />
            <span className="min-w-0 flex-1">{props.labels[verb]}</span>
            <VerbScale weight={verbWeight(verb)} of={MEETING_VERBS.length} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function begin(form: HTMLFormElement | null, verb: MeetingVerb): void {
  for (const [name, language] of [
    ['wording', 'en'],
    ['wordingThai', 'th'],
  ] as const) {
    const field = form?.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement)) continue;
    const phrase = HOUSE_PHRASES[verb][language];
    // The longest first: one verb's words may begin another's.
    const standing = Object.values(HOUSE_PHRASES)
      .map((phrases) => phrases[language])
      .sort((a, b) => b.length - a.length)
      .find((known) => field.value.startsWith(known.trimEnd()));
    if (field.value.trim() === '') field.value = phrase;
    else if (standing !== undefined) field.value = phrase + field.value.slice(standing.length);
  }
}
