/** Screening: whether what somebody is about to publish waits until a person has looked at it. Never more than that: nothing is refused here, and nobody punished. */
export { type Hold, isScreened, Screening, type Submission } from './screening.js';
export { ScreeningModule } from './screening.module.js';
export { HoldSignal, WritingInput } from './screening.type.js';
export { Proofs } from './proof/proofs.js';
export { linksIn } from './signals/text.signals.js';
export { SCREENING_CRONTAB, screeningTasks } from './screening.tasks.js';
export { Watch } from './watch.js';
