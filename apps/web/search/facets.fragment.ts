import { graphql } from '../graphql/document.js';

export const facetParts = graphql(`
  fragment FacetParts on SearchFacets {
    categories { count chosen value { id parentId slug name } }
    tags { count chosen value { name } }
    states { count chosen value }
    kinds { count chosen value }
    languages { count chosen value }
    without { facet count }
  }
`);
