import { mayBeDanger } from '../../../../src/domain/question/triage.js';

describe('the danger screen', () => {
  it.each([
    'theres a man outside my surgery with a knife',
    'Someone is trying to break down the back door right now',
    'We are being followed by a white van and it wont stop',
    'I am being attacked',
    'The mosque is on fire',
    'smoke coming through the letterbox',
    'I have just opened an envelope and white powder fell out over my desk',
    "There's a ticking bag under the pulpit",
    'he says he is going to kill himself tonight',
    'shots fired outside the town hall',
    'gunman',
    'FIRE',
    'help help help',
    "bit of bother: chap in reception shouting and he won't leave, staff are frightened",
    'my colleague has been stabbed',
    'send police now please',
    'mae dyn gyda chyllell y tu allan i’r swyddfa',
    'koi chaku leke masjid ke bahar khara hai',
    'bachao, darwaza tod rahe hain',
    'th3re is a man with a kn1fe at the door',
    'there is a man with a kni\u200bfe outside',
  ])('says danger for «%s»', (text) => {
    expect(mayBeDanger(text).kind).toBe('danger');
  });

  it.each([
    ['imagined', 'What should I do if someone is following me?'],
    ['a general question', 'How do you deal with a man with a knife at a surgery?'],
    ['past', 'Last year a man with a knife came to my surgery'],
    ['the words of the slides', 'The slide says an armed person is in the building'],
    ['a film', 'I watched a film where a man with a gun robs a bank'],
    ['a figure of speech', 'Our leader was being attacked in the press'],
    ['only a drill', 'Not an emergency, just a drill: there is a fire in the hall'],
    ['denied', 'no one is being attacked'],
  ])('does not cry danger where it is %s: «%s»', (_, text) => {
    expect(mayBeDanger(text).kind).not.toBe('danger');
  });

  it('finds nothing at all in everyday questions', () => {
    expect(mayBeDanger('When will the slides be sent round?')).toEqual({ kind: 'none' });
  });

  it('names the rule and the words it read', () => {
    expect(mayBeDanger('there is a man with a knife here')).toMatchObject({
      kind: 'danger',
      rule: 'armed person',
    });
  });

  it('does not change its mind with capitals', () => {
    for (const text of [
      'there is a man with a knife here',
      'the church is on fire',
      'when are the slides out',
    ]) {
      expect(mayBeDanger(text.toUpperCase()).kind).toBe(mayBeDanger(text).kind);
    }
  });
});
