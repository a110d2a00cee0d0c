import fc from 'fast-check';
import { decideReferral, newReferral, overdue } from '../../../src/domain/routing/referral.js';
import type { Referral, ReferralCommand } from '../../../src/domain/routing/referral.js';
import { brand, type ReferralId, type TeamId } from '../../../src/domain/shared/ids.js';
import type { Instant } from '../../../src/domain/shared/time.js';

const at = '2027-02-10T09:00:00.000Z' as Instant;
const team = brand<TeamId>('cumbria/neighbourhood');
const other = brand<TeamId>('lancashire/neighbourhood');
const by = 'person-1';

function aReferral(overrides: Partial<Referral> = {}): Referral {
  const due = { acknowledgeBy: '2027-02-10T17:00:00.000Z', contactBy: '2027-02-12T17:00:00.000Z' };
  const createdAt = '2027-02-09T19:30:00.000Z' as Instant;
  const start = { id: brand<ReferralId>('r-1'), team, createdAt, due: due as Referral['due'] };
  return { ...newReferral(start), ...overrides };
}

function after(...commands: ReferralCommand[]): Referral {
  return commands.reduce((referral, command) => {
    const decision = decideReferral(referral, command);
    return decision.kind === 'moved' ? decision.referral : referral;
  }, aReferral());
}

const acknowledge: ReferralCommand = { kind: 'acknowledge', by, at };
const contact: ReferralCommand = { kind: 'contact', by, at };
const close: ReferralCommand = { kind: 'close', by, at };
const withdraw: ReferralCommand = { kind: 'withdraw', by, at };
const passOn: ReferralCommand = { kind: 'pass-on', to: other, reason: 'The office is in Lancaster', by, at };

test('a referral is acknowledged, contacted and closed, and each step is on the record', () => {
  expect(after(acknowledge, contact, close)).toMatchObject({ state: 'closed', version: 4, team });
  const decision = decideReferral(aReferral(), acknowledge);
  expect(decision).toMatchObject({
    kind: 'moved',
    entry: { deed: 'acknowledge', from: 'open', to: 'acknowledged', version: 2, by, at, team },
  });
});

test('contact without a separate acknowledgement counts', () => {
  expect(after(contact).state).toBe('contacted');
});

test('passing on changes the team, asks for a reason, and the new team starts with the acknowledgement', () => {
  expect(after(acknowledge, passOn)).toMatchObject({ state: 'passed-on', team: other });
  expect(after(passOn, acknowledge, contact)).toMatchObject({ state: 'contacted', team: other });
  expect(decideReferral(aReferral(), { ...passOn, reason: ' ' })).toEqual({
    kind: 'refused',
    reason: 'reason-needed',
  });
  expect(decideReferral(aReferral(), { ...passOn, to: team })).toEqual({
    kind: 'refused',
    reason: 'same-team',
  });
});

test('closing without contact needs a reason', () => {
  expect(decideReferral(after(acknowledge), close)).toEqual({ kind: 'refused', reason: 'contact-first' });
  expect(
    decideReferral(after(acknowledge), { ...close, reason: 'No answer after three calls' }),
  ).toMatchObject({
    kind: 'moved',
    entry: { reason: 'No answer after three calls' },
  });
});

test('nothing moves once the referral is closed or withdrawn', () => {
  for (const done of [after(contact, close), after(withdraw)]) {
    for (const command of [acknowledge, contact, passOn]) {
      expect(decideReferral(done, command)).toEqual({ kind: 'refused', reason: 'already-finished' });
    }
  }
});

test('a command that saw an older version is refused, but a repeat of what is done is not', () => {
  const acknowledged = after(acknowledge);
  expect(decideReferral(acknowledged, { ...contact, seenVersion: 1 })).toEqual({
    kind: 'refused',
    reason: 'changed-meanwhile',
  });
  expect(decideReferral(acknowledged, { ...acknowledge, seenVersion: 1 })).toEqual({ kind: 'same' });
});

test('what is late is told, contact before acknowledgement, until contact is made', () => {
  const late = '2027-02-15T09:00:00.000Z' as Instant;
  const evening = '2027-02-10T18:00:00.000Z' as Instant;
  expect(overdue(aReferral(), at)).toEqual({ kind: 'in-time' });
  expect(overdue(aReferral(), evening)).toMatchObject({ kind: 'overdue', what: 'acknowledge' });
  expect(overdue(after(passOn), evening)).toMatchObject({ kind: 'overdue', what: 'acknowledge' });
  expect(overdue(after(acknowledge), evening)).toEqual({ kind: 'in-time' });
  expect(overdue(after(acknowledge), late)).toMatchObject({
    what: 'contact',
    since: '2027-02-12T17:00:00.000Z',
  });
  expect(overdue(after(contact), late)).toEqual({ kind: 'in-time' });
  expect(overdue(after(withdraw), late)).toEqual({ kind: 'in-time' });
});

const commands = fc.array(
  fc.oneof(
    fc.constantFrom<ReferralCommand>(
      acknowledge,
      contact,
      close,
      { ...close, reason: 'No answer' },
      withdraw,
    ),
    fc.constantFrom(team, other).map((to): ReferralCommand => ({ ...passOn, to, reason: 'Elsewhere' })),
  ),
  { maxLength: 12 },
);

test('repeating any command at once changes nothing', () => {
  fc.assert(
    fc.property(commands, (list) => {
      for (const [index, command] of list.entries()) {
        const before = after(...list.slice(0, index));
        if (decideReferral(before, command).kind === 'moved') {
          expect(decideReferral(after(...list.slice(0, index + 1)), command)).toEqual({ kind: 'same' });
        }
      }
    }),
  );
});

test('the version counts the moves, the record joins up, and final states stay final', () => {
  fc.assert(
    fc.property(commands, (list) => {
      let referral = aReferral();
      for (const command of list) {
        const decision = decideReferral(referral, command);
        if (decision.kind !== 'moved') continue;
        expect(['closed', 'withdrawn']).not.toContain(referral.state);
        expect(decision.entry).toMatchObject({ from: referral.state, to: decision.referral.state });
        expect(decision.referral.version).toBe(referral.version + 1);
        referral = decision.referral;
      }
    }),
  );
});
