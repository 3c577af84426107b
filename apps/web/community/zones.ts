/** The time zones there are, by the region that their names begin with, as `<optgroup>` takes them; those of no region last. */
export function zonesByRegion(names: Record<string, string>): { region: string; zones: { value: string; city: string }[] }[] {
  const groups = new Map<string, { value: string; city: string }[]>();
  for (const value of ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]) {
    const [region = '', ...city] = value.split('/');
    const isPlace = city.length > 0 && names[region] !== undefined;
    const group = isPlace ? region : '';
    groups.set(group, [...(groups.get(group) ?? []), { value, city: (isPlace ? city.join(', ') : value).replaceAll('_', ' ') }]);
  }
  const rank = (region: string) => (region === 'Europe' ? '' : names[region]!); // where most of our companies are
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || rank(a).localeCompare(rank(b))).map(([region, zones]) => ({ region: names[region]!, zones }));
}
