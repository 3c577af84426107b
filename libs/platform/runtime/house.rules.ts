/** By which numbers house rules are asked for: known to every process without a statement (#company keeps it). 0: there are none. */
export class HouseRules {
  /** Those in force: who signs up agrees to them. */
  current = 0;
  /** The last that all members have to agree to. */
  needed = 0;
}
