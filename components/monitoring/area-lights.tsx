import type { Light } from '@/domain/monitoring/lights';
import { LIGHTS } from '@/domain/monitoring/lights';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { LightShape } from './signs';

/** Progress by area: a block for every indicator by its light. Nothing is averaged into one figure. */
export function AreaLights(props: {
  areas: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly titleThai: string;
    readonly lights: Readonly<Record<Light, number>>;
  }[];
  indicators: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly areaId: string | null;
    readonly light: Light;
  }[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'monitoring');
  return (
    <ul className="area-lights">
      {props.areas.map((area) => {
        const own = props.indicators
          .filter(({ areaId }) => areaId === area.id)
          .toSorted((a, b) => LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light));
        return (
          <li key={area.id}>
            <h3>
              <span className="text-muted">{area.code}</span> {nameIn(locale, area.title, area.titleThai)}
            </h3>
            <ol className="area-blocks">
              {own.map(({ id, code, title, light }) => (
                <li key={id}>
                  <a
                    href={`#trend-${id}`}
                    className="area-block"
                    data-light={light}
                    title={`${code} ${title}`}
                    aria-label={`${code} ${title}: ${t(`light.${light}`)}`}
                  >
                    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                      <LightShape light={light} />
                    </svg>
                    {code}
                  </a>
                </li>
              ))}
            </ol>
            <p className="text-[0.8125rem] text-muted">
              {LIGHTS.filter((light) => area.lights[light] > 0)
                .map((light) => t(`count.${light}`, { count: area.lights[light] }))
                .join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
