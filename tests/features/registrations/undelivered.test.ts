import { aLead, aStranger } from '../../support/memory/registration-builders.js';
import { registrationDesk } from '../../support/memory/registration-desk.js';

const GONE = new Error('the mail system is gone');

function open() {
  const desk = registrationDesk();
  const fail = (name: string, data: Readonly<Record<string, string | number>>) => {
    const job = desk.jobs.find((entry) => entry.name === name);
    if (!job) throw new Error(`no job ${name}`);
    return job.lastFailure(data, GONE);
  };
  return { desk, fail };
}

test('confirmations that failed to the last are told to the region’s lead, once and without a name', async () => {
  const { desk, fail } = open();
  const [lead, sam] = [desk.know(aLead()), desk.know(aStranger({ vetted: true, name: 'Sam Someone' }))];
  desk.know(aLead({ roles: [{ role: 'regional-lead', region: 'wales' }] }));
  await desk.say(sam, 'register NW-2027-02');
  const [sent] = desk.store.outgoing;
  for (let time = 0; time < 2; time += 1)
    await fail('registrations.send-confirmation', sent?.data as Record<string, string>);
  expect(desk.notices().map(({ person }) => person)).toEqual([lead.id]);
  const notice = desk.notices()[0];
  expect(notice?.mail.text).toContain('confirmations of places');
  expect(notice?.mail.subject).toContain('NW-2027-02');
  expect(JSON.stringify(notice)).not.toContain('Sam');
});

test.each([
  ['registrations.briefing-moved', 'has moved'],
  ['registrations.briefing-cancelled', 'is cancelled'],
])(
  '%s that failed to the last is told to the coordinator where the region has no lead',
  async (job, words) => {
    const { desk, fail } = open();
    const coordinator = desk.know(aStranger({ roles: [{ role: 'coordinator' }] }));
    await fail(job, { code: 'NW-2027-02', revision: 1 });
    expect(desk.notices().map(({ person }) => person)).toEqual([coordinator.id]);
    expect(desk.notices()[0]?.mail.text).toContain(words);
  },
);
