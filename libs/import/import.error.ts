/** Why an import cannot begin: one sentence for the person at the terminal. Faults in single rows are reported, never thrown. */
export class ImportError extends Error {}
