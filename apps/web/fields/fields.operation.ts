import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { fieldParts } from './field-inputs.view.js';

export const fieldsOperation = graphql(`query Fields { categories { id name fields { ...FieldParts categoryId position version } } }`, [fieldParts]);

const madeParts = graphql(`fragment MadeParts on CategoryFieldPayload { problem { ...ProblemParts } }`, [problemParts]);

export const createFieldOperation = graphql(`mutation CreateField($input: CreateCategoryFieldInput!) { made: createCategoryField(input: $input) { ...MadeParts } }`, [madeParts]);
export const updateFieldOperation = graphql(`mutation UpdateField($input: UpdateCategoryFieldInput!) { made: updateCategoryField(input: $input) { ...MadeParts } }`, [madeParts]);
export const removeFieldOperation = graphql(`mutation RemoveField($input: RemoveCategoryFieldInput!) { made: removeCategoryField(input: $input) { ...MadeParts } }`, [madeParts]);
