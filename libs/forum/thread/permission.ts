import type { Decision, Language } from '#platform/access';
import { problemMessage } from '#platform/graphql';
import type { Permission } from './thread.type.js';

/** A policy's decision as the API shows it beforehand: the same rule that refuses afterwards. */
export function permissionOf(decision: Decision, language: Language): Permission {
  if (!decision.denied) return { allowed: true, reason: null, message: null };
  const { reason, needs } = decision;
  return { allowed: false, reason, message: problemMessage(language, { kind: 'NotAllowed', reason, needs }) };
}
