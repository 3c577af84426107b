/** What a person can type behind `kundig`. One file each; main.ts lists them. */
export interface Command {
  /** Does it, and tells the exit code. A StartError or SettingsError is printed by main.ts. */
  run(args: string[]): Promise<number>;
}
