import type { ContactLine } from '../../domain/guidance/contacts.js';
import type { Resource } from '../../domain/guidance/resource.js';
import type { QuestionState } from '../../domain/question/question.js';
import type { Choice } from '../../domain/question/state.js';
import type { Route } from '../../domain/question/triage.js';
import type { BriefingCode, QuestionId } from '../../domain/shared/ids.js';

/** A briefing that an outcome points to. */
export interface OutcomeBriefing {
  readonly code: BriefingCode;
  readonly regionName: string;
  readonly when: string;
  /** Only for a confirmed place of the asker's own. */
  readonly joinUrl?: string;
}

/** What becomes of a message, for its asker alone: every door shows the same. */
export interface Outcome {
  /** Null when an emergency was answered while nothing could be stored. */
  readonly id: QuestionId | null;
  readonly route: Route | null;
  readonly state: QuestionState;
  readonly kind: 'emergency' | 'asked_back' | 'queued' | 'referred' | 'needs_area' | 'answered_here';
  readonly title: string;
  readonly message: string;
  readonly choices: readonly { readonly choice: Choice; readonly label: string }[];
  readonly lines: readonly ContactLine[];
  readonly resources: readonly Resource[];
  readonly briefings: readonly OutcomeBriefing[];
  /** Whether the asker can still take it back. */
  readonly withdrawable: boolean;
}
