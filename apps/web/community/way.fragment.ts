import { type FragmentOf, graphql } from '../graphql/document.js';

/** A contact way as its pages show it. */
export const wayParts = graphql(`
  fragment WayParts on ContactWay {
    kind address hours
    de { label cost hoursNote note }
    en { label cost hoursNote note }
  }
`);

export type WayData = FragmentOf<typeof wayParts>;
