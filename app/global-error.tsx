'use client';

import english from '@/messages/en/errors.json';
import thai from '@/messages/th/errors.json';
import '@/styles/globals.css';

/** The last resort, when even the frame of the pages broke: both languages, because nobody is left to ask for one. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Mufakat</title>
        <main className="mx-auto grid max-w-xl gap-8 px-5 py-[12vh]">
          <section className="grid gap-3">
            <h1 className="font-serif text-3xl font-semibold">{english.broken.title}</h1>
            <p>{english.broken.text}</p>
          </section>
          <section lang="th" className="grid gap-3">
            <h2 className="font-serif text-2xl font-semibold">{thai.broken.title}</h2>
            <p>{thai.broken.text}</p>
          </section>
          <p>
            <button
              type="button"
              onClick={() => props.retry()}
              className="min-h-9 cursor-pointer rounded-md bg-accent px-4 py-1.5 font-medium text-accent-ink"
            >
              {english.broken.retry} · <span lang="th">{thai.broken.retry}</span>
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
