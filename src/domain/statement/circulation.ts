/** What has become of a statement for one person. */
export type DeliveryStatus = 'pending' | 'delivered' | 'failed' | 'excluded';

/** Why a person is left out: nowhere to write to, a later statement came first, or they asked to be forgotten. */
export type ExclusionReason = 'no-address' | 'superseded' | 'forgotten';

/** How far a circulation has come. `delivered` means handed over to chat or mail, never that it was read. */
export interface Tally {
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

/** Everyone the statement is for: delivered, failed, pending and excluded together. */
export const audienceOf = ({ delivered, failed, pending, excluded }: Tally): number =>
  delivered + failed + pending + excluded.reduce((sum, { count }) => sum + count, 0);

export const EXCLUSION_LABELS: Readonly<Record<ExclusionReason, string>> = {
  'no-address': 'neither a chat nor a mail address is known',
  superseded: 'a later statement was released first',
  forgotten: 'they asked to be forgotten meanwhile',
};
