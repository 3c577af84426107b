export interface SettingFault {
  /** The variable, as the operator writes it. */
  name: string;
  problem: string;
  remedy: string;
}

/** Every fault at once: an operator who fixes one per start gives up at the third. */
export class SettingsError extends Error {
  constructor(readonly faults: SettingFault[]) {
    super(faults.map(({ name, problem, remedy }) => `${name}: ${problem}\n  ${remedy}`).join('\n'));
    this.name = 'SettingsError';
  }
}
