'use client';

import { Button } from '@/components/ui/button';

/** Ticks every clause that is shown, or none. */
export function ChooseAll(props: { form: string; all: string; none: string }) {
  function choose(isChosen: boolean) {
    const form = document.getElementById(props.form);
    if (!(form instanceof HTMLFormElement)) return;
    for (const element of form.elements) {
      if (element instanceof HTMLInputElement && element.name === 'on' && !element.value.startsWith('*'))
        element.checked = isChosen;
    }
  }
  return (
    <div className="flex flex-wrap gap-1">
      <Button tone="quiet" onClick={() => choose(true)}>
        {props.all}
      </Button>
      <Button tone="quiet" onClick={() => choose(false)}>
        {props.none}
      </Button>
    </div>
  );
}
