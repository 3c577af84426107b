import type { Texts } from '../en/index.js';
import { amounts, times } from '../words.js';
import { address } from './address.texts.js';
import { admin } from './admin.texts.js';
import { ask } from './ask.texts.js';
import { company } from './company.texts.js';
import { composing } from './composing.texts.js';
import { deflected } from './deflected.texts.js';
import { deflection } from './deflection.texts.js';
import { done } from './done.texts.js';
import { drafts } from './drafts.texts.js';
import { errors } from './errors.texts.js';
import { following } from './following.texts.js';
import { fields } from './fields.texts.js';
import { files } from './files.texts.js';
import { helpers } from './helpers.texts.js';
import { invitations } from './invitations.texts.js';
import { keeping } from './keeping.texts.js';
import { knowledge } from './knowledge.texts.js';
import { legal } from './legal.texts.js';
import { lists } from './lists.texts.js';
import { merging } from './merging.texts.js';
import { notices } from './notices.texts.js';
import { mailbox } from './mailbox.texts.js';
import { notifications } from './notifications.texts.js';
import { page } from './page.texts.js';
import { people } from './people.texts.js';
import { privateData } from './private-data.texts.js';
import { review } from './review.texts.js';
import { rights } from './rights.texts.js';
import { rings } from './rings.texts.js';
import { sanctions } from './sanctions.texts.js';
import { illegal } from './illegal.texts.js';
import { screening } from './screening.texts.js';
import { search } from './search.texts.js';
import { share } from './share.texts.js';
import { settings } from './settings.texts.js';
import { standing } from './standing.texts.js';
import { superUsers } from './super-users.texts.js';
import { thread } from './thread.texts.js';
import { work } from './work.texts.js';

export const de: Texts = {
  ...amounts('de-DE'),
  ...times('de-DE', 'gerade eben'),
  page,
  helpers,
  invitations,
  keeping,
  knowledge,
  legal,
  lists,
  superUsers,
  thread,
  ask,
  composing,
  sanctions,
  illegal, screening, search,
  people,
  address,
  admin,
  company,
  deflected,
  deflection,
  done,
  drafts,
  fields,
  notices,
  notifications,
  mailbox,
  errors,
  following,
  files,
  merging,
  review,
  rights,
  rings,
  settings,
  privateData,
  share,
  standing,
  work,
};
