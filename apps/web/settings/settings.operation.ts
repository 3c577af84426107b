import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const settingsOperation = graphql(`
  query Settings {
    viewer {
      id name role language theme
      sessions { id userAgent network createdAt current }
      tokens { id name scopes expiresAt lastUsedAt }
    }
  }
`);

export const changeNameOperation = graphql(`mutation ChangeName($input: ChangeNameInput!) { done: changeName(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const changeLanguageOperation = graphql(`mutation ChangeLanguage($input: ChangeLanguageInput!) { done: changeLanguage(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const changeThemeOperation = graphql(`mutation ChangeTheme($input: ChangeThemeInput!) { done: changeTheme(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const changePasswordOperation = graphql(`mutation ChangePassword($input: ChangePasswordInput!) { done: changePassword(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const revokeSessionOperation = graphql(`mutation RevokeSession($input: RevokeSessionInput!) { done: revokeSession(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const revokeTokenOperation = graphql(`mutation RevokeToken($input: RevokeTokenInput!) { done: revokeToken(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const createTokenOperation = graphql(`mutation CreateToken($input: CreateTokenInput!) { done: createToken(input: $input) { problem { ...ProblemParts } secret } }`, [problemParts]);
