import fc from 'fast-check';
import { calendarSequence, type RegistrationStatus } from '../../../src/domain/registration/registration.js';
import { decideRegistration, type RegistrationAct } from '../../../src/domain/registration/state.js';
import { brand, type PersonId } from '../../../src/domain/shared/ids.js';

const lead = brand<PersonId>('a-lead');
const registerAtOnce: RegistrationAct = { kind: 'register', vetting: 'at-once' };
const registerByLead: RegistrationAct = { kind: 'register', vetting: 'by-lead' };
const withdraw: RegistrationAct = { kind: 'withdraw' };
const approve: RegistrationAct = { kind: 'approve', by: lead };
const decline: RegistrationAct = { kind: 'decline', by: lead };
const acts = fc.constantFrom(registerAtOnce, registerByLead, withdraw, approve, decline);

function after(
  current: RegistrationStatus | undefined,
  act: RegistrationAct,
): RegistrationStatus | undefined {
  const decided = decideRegistration(current ? { status: current } : undefined, act);
  return decided.kind === 'changed' ? decided.status : current;
}

describe('a registration', () => {
  test('is confirmed at once for whom we know and waits for a lead otherwise', () => {
    expect(after(undefined, registerAtOnce)).toBe('confirmed');
    expect(after(undefined, registerByLead)).toBe('waiting');
  });

  test('that waited is confirmed when the person has become known meanwhile', () => {
    expect(after('waiting', registerAtOnce)).toBe('confirmed');
  });

  test('that was withdrawn or declined can be asked for again, and a lead can come back on a refusal', () => {
    expect(after('withdrawn', registerByLead)).toBe('waiting');
    expect(after('declined', registerByLead)).toBe('waiting');
    expect(after('declined', approve)).toBe('confirmed');
  });

  test('that was withdrawn is no lead’s to decide, and a confirmed one is not taken away', () => {
    expect(decideRegistration({ status: 'withdrawn' }, approve)).toEqual({
      kind: 'refused',
      reason: 'withdrawn',
    });
    expect(decideRegistration({ status: 'confirmed' }, decline)).toEqual({
      kind: 'refused',
      reason: 'already-confirmed',
    });
  });

  test('that never was cannot be withdrawn', () => {
    expect(decideRegistration(undefined, withdraw)).toEqual({ kind: 'refused', reason: 'not-registered' });
  });

  test('stands the same after any act as after that act twice', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 12 }), acts, (history, last) => {
        const before = history.reduce(after, undefined);
        const once = after(before, last);
        expect(after(once, last)).toBe(once);
      }),
    );
  });

  test('is confirmed only by vetting or a lead, whatever happened before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(registerByLead, withdraw, decline), { maxLength: 12 }),
        (history) => {
          expect(history.reduce(after, undefined)).not.toBe('confirmed');
        },
      ),
    );
  });
});

describe('the sequence of a calendar file', () => {
  test('rises with every change of the registration, every move and the cancellation', () => {
    const step = fc.constantFrom('change', 'move', 'cancel');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state = { version: 1, revision: 0, status: 'published' as 'published' | 'cancelled' };
        let last = calendarSequence(state, state);
        for (const kind of steps) {
          if (kind === 'cancel' && state.status === 'cancelled') continue;
          if (kind === 'change') state = { ...state, version: state.version + 1 };
          if (kind === 'move') state = { ...state, revision: state.revision + 1 };
          if (kind === 'cancel') state = { ...state, status: 'cancelled' };
          const next = calendarSequence(state, state);
          expect(next).toBeGreaterThan(last);
          last = next;
        }
      }),
    );
  });
});
