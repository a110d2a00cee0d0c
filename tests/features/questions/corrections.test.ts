import { CODE, NOW, aPerson } from '../../support/memory/question-builders.js';
import { aLead, aPresenter, questionDesk } from '../../support/memory/question-desk.js';

function open() {
  const desk = questionDesk();
  const [maya, tom, priya] = [desk.join(aPerson()), desk.join(aPresenter()), desk.join(aLead())];
  const said = () => desk.store.corrections.map(({ route, role }) => [route, role]);
  const decide = (person: typeof tom, act: 'accept' | 'hand_over' | 'decline') => {
    const { id, version } = desk.store.all()[0]!;
    return desk.useCases.decideQueueItem({ person, code: CODE, id, act, version, reason: 'No.', now: NOW });
  };
  return { desk, maya, tom, priya, said, decide };
}

test('a presenter who hands a question over corrects triage, once however often it is clicked', async () => {
  const { desk, maya, tom, said, decide } = open();
  await desk.ask(maya, 'How often? [presenter]');
  await decide(tom, 'hand_over');
  await decide(tom, 'hand_over');
  expect(said()).toEqual([['local_policing', 'presenter']]);
});

test('an asker who clicks another way than the guess corrects it, and a moderator has the last word', async () => {
  const { desk, maya, priya, said, decide } = open();
  const { id } = await desk.ask(maya, 'Is my lock enough? [local_policing?]');
  await desk.useCases.chooseRoute({ person: maya, id: id!, choice: 'presenter', now: NOW });
  await decide(priya, 'hand_over');
  expect(said()).toEqual([
    ['presenter', 'asker'],
    ['local_policing', 'moderator'],
  ]);
});

test('a moderator who lets a doubtful question through corrects the guess; a decline corrects nothing', async () => {
  const { desk, maya, priya, said, decide } = open();
  const { id } = await desk.ask(maya, 'Is it in scope? [out_of_scope?]');
  await desk.useCases.chooseRoute({ person: maya, id: id!, choice: 'presenter', now: NOW });
  await decide(priya, 'accept');
  expect(said().at(-1)).toEqual(['presenter', 'moderator']);
  await decide(priya, 'decline');
  expect(said()).toHaveLength(2);
});

test('an asker who agrees with the guess corrects nothing', async () => {
  const { desk, maya, said } = open();
  const { id } = await desk.ask(maya, 'Hm. [presenter?]');
  await desk.useCases.chooseRoute({ person: maya, id: id!, choice: 'presenter', now: NOW });
  expect(said()).toEqual([]);
});

test('the evidence names no one: a correction holds a route and a role alone', async () => {
  const { desk, maya, tom, decide } = open();
  await desk.ask(maya, 'How often? [presenter]');
  await decide(tom, 'hand_over');
  expect(Object.keys(desk.store.corrections[0] ?? {}).sort()).toEqual(['question', 'role', 'route']);
});
