'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormField } from '@/components/ui/action-form';
import { type Role, SEATED_ROLES } from '@/domain/body/grants';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A body as it can be chosen, with the codes of the countries that sit in it. */
export interface BodyChoice extends Choice {
  readonly countries: readonly string[];
}

export interface AppointmentWords {
  readonly role: string;
  readonly body: string;
  readonly installation: string;
  readonly country: string;
  readonly countryNone: string;
  readonly from: string;
  readonly fromHint: string;
  readonly to: string;
  readonly toHint: string;
}

/** Roles that may but need not act for a country. */
const COUNTRY_ROLES: readonly string[] = [...SEATED_ROLES, 'reviewer', 'observer'];

/** Role, body, delegation and dates; asks for a body and a country only where the role has one. */
export function AppointmentFields(props: {
  roles: readonly Choice[];
  bodies: readonly BodyChoice[];
  countries: readonly Choice[];
  words: AppointmentWords;
}) {
  const { words } = props;
  const first = props.roles[0]?.value ?? '';
  const [role, setRole] = useState(first);
  const [bodyId, setBodyId] = useState(props.bodies[0]?.value ?? '');
  const fields = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    const form = fields.current?.form;
    const start = () => {
      setRole(first);
      setBodyId(props.bodies[0]?.value ?? '');
    };
    form?.addEventListener('reset', start);
    return () => form?.removeEventListener('reset', start);
  }, [first, props.bodies]);

  function follow(event: FormEvent<HTMLFieldSetElement>) {
    if (!(event.target instanceof HTMLSelectElement)) return;
    if (event.target.name === 'role') setRole(event.target.value);
    if (event.target.name === 'bodyId') setBodyId(event.target.value);
  }

  const sitting = props.bodies.find((body) => body.value === bodyId)?.countries ?? [];
  const needsCountry = SEATED_ROLES.includes(role as Role);
  const countries = needsCountry
    ? props.countries.filter((country) => sitting.includes(country.value))
    : props.countries;
  const everywhere: Choice = { value: '', label: words.installation };
  return (
    <fieldset ref={fields} onChange={follow} className="grid gap-4 sm:grid-cols-2">
      <FormField name="role" type="select" label={words.role} options={props.roles} />
      {role === 'administrator' || role === '' ? null : (
        <FormField
          name="bodyId"
          type="select"
          label={words.body}
          options={role === 'auditor' ? [everywhere, ...props.bodies] : props.bodies}
        />
      )}
      {COUNTRY_ROLES.includes(role) ? (
        <div className="sm:col-span-2">
          <FormField
            name="country"
            type="select"
            label={words.country}
            options={needsCountry ? countries : [{ value: '', label: words.countryNone }, ...countries]}
          />
        </div>
      ) : null}
      {role === '' ? null : (
        <>
          <FormField name="from" type="date" label={words.from} hint={words.fromHint} />
          <FormField name="to" type="date" label={words.to} hint={words.toHint} />
        </>
      )}
    </fieldset>
  );
}
