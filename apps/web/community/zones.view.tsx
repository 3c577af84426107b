import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { Field } from '../parts/field.view.js';
import { zonesByRegion } from './zones.js';

interface Props {
  page: Page;
  /** What stands there now. */
  present: string;
  chosen: string;
  problem: ProblemParts | null;
}

/** By region and city, so that the first letters of a city lead to it. One that is not among them (a theme file may know more) stays unless another is chosen: sent empty, it is left out. */
export function ZoneField({ page, present, chosen, problem }: Props) {
  const t = page.texts.company.brand;
  const groups = zonesByRegion(t.regions);
  const isKnown = groups.some(({ zones }) => zones.some(({ value }) => value === present));
  return (
    <Field name="timeZone" label={t.timeZone} hint={t.timeZoneHint} problem={problem}>
      {(control) => (
        <select {...control}>
          {!isKnown && <option value="">{present}</option>}
          {groups.map(({ region, zones }) => (
            <optgroup key={region} label={region}>
              {zones.map(({ value, city }) => <option key={value} value={value} selected={value === chosen}>{city}</option>)}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
