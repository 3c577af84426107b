/** What the community is called at the moment: KUNDIG_NAME, until an admin has given it a name of its own (#company keeps it). */
export class SiteName {
  constructor(public now: string) {}
}
