import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import { placeArea } from '../../../src/domain/routing/area.js';
import { describeArea, explainArea } from '../../../src/domain/routing/describe-area.js';
import districtTable from '../../../src/adapters/policing/tables/postcode-districts.json' with { type: 'json' };
import councilTable from '../../../src/adapters/policing/tables/councils.json' with { type: 'json' };
import constituencyTable from '../../../src/adapters/policing/tables/constituencies.json' with { type: 'json' };

const directory = createAreaDirectory();
const recordOf = (input: string) => describeArea(placeArea(input, directory));

describe('placing a postcode', () => {
  test.each([
    ['SW1A 2AA', 'metropolitan', 'london'],
    ['m1 1ae', 'greater-manchester', 'north-west'],
    ['  m11ae ', 'greater-manchester', 'north-west'],
    ['M1 1', 'greater-manchester', 'north-west'],
    ['BT1 5GS', 'northern-ireland', 'northern-ireland'],
    ['eh1-1yz', 'scotland', 'scotland'],
    ['SW1', 'metropolitan', 'london'],
    ['LL57', 'north-wales', 'wales'],
  ])('%s belongs to %s', (input, force, region) => {
    expect(recordOf(input)).toEqual({ input, kind: 'postcode', forces: [force], force, region, ask: null });
  });

  test('a split district asks for the full postcode or the council, and names both forces', () => {
    const record = recordOf('ch4');
    expect(record).toMatchObject({
      kind: 'postcode',
      forces: ['cheshire', 'north-wales'],
      force: null,
      region: null,
    });
    expect(record.ask).toMatch(
      /^CH4 lies in .*Cheshire Constabulary and North Wales Police.*full postcode.*council/,
    );
  });

  test('a full postcode in a split district asks for the council alone', () => {
    const decision = placeArea('CH4 6AB', directory);
    expect(decision).toMatchObject({ kind: 'ask', areaKind: 'postcode', name: 'CH4 6AB' });
    expect(explainArea(decision)).not.toMatch(/full postcode/);
  });

  test.each([
    ['JE2 3AB', 'crown-dependency'],
    ['gy1 1aa', 'crown-dependency'],
    ['IM1 1AA', 'crown-dependency'],
    ['GIR 0AA', 'not-geographic'],
    ['SW99', 'not-geographic'],
    ['BFPO 57', 'forces-post'],
    ['BF1 2AB', 'forces-post'],
    ['FIQQ 1ZZ', 'overseas'],
    ['ZZ1 1ZZ', 'no-such-district'],
    ['   ', 'empty'],
    ['!?', 'empty'],
    ['qwertyuiop', 'not-recognised'],
  ])('%s has no territorial force, because: %s', (input, reason) => {
    const decision = placeArea(input, directory);
    expect(decision).toMatchObject({ kind: 'unknown', reason });
    expect(explainArea(decision)).toMatch(/Type a full postcode/);
    expect(describeArea(decision)).toEqual({
      input,
      kind: 'unknown',
      forces: [],
      force: null,
      region: null,
      ask: null,
    });
  });

  test('the one full postcode in an address is read, and of two neither', () => {
    expect(recordOf('12 Example Street, Manchester M1 1AE')).toMatchObject({ force: 'greater-manchester' });
    expect(recordOf('M1 1AE or LS1 1UR')).toMatchObject({ kind: 'unknown', force: null });
  });

  test('a letter O typed for a zero is suggested, not assumed', () => {
    expect(placeArea('SW1A OAA', directory)).toMatchObject({ kind: 'unknown', suggestions: ['SW1A 0AA'] });
  });
});

describe('placing a name', () => {
  test.each([
    ['Manchester', 'greater-manchester'],
    ['MANCHESTER CITY COUNCIL', 'greater-manchester'],
    ['City of Bristol', 'avon-and-somerset'],
    ['Bristol, City of', 'avon-and-somerset'],
    ['Hull', 'humberside'],
    ['kingston upon hull city council', 'humberside'],
    ['City of Westminster', 'metropolitan'],
    ['Royal Borough of Kensington & Chelsea', 'metropolitan'],
    ['City of London', 'city-of-london'],
    ['Saint Helens', 'merseyside'],
    ['St. Helens Metropolitan Borough Council', 'merseyside'],
    ['kings lynn and west norfolk', 'norfolk'],
    ['Durham County Council', 'durham'],
    ['Kent County Council', 'kent'],
    ['Abertawe', 'south-wales'],
    ['Cyngor Sir Gaerfyrddin', 'dyfed-powys'],
    ['Western Isles', 'scotland'],
    ['The Highland Council', 'scotland'],
    ['Brighton Hove', 'sussex'],
    ['Newcastle City Council', 'northumbria'],
    ['Newcastle-under-Lyme', 'staffordshire'],
    ['LB Camden', 'metropolitan'],
    ['Newport, Wales', 'gwent'],
    ['Northern Ireland', 'northern-ireland'],
    ['Sussex', 'sussex'],
    ['west   midlands', 'west-midlands'],
  ])('%s is a council or county of %s', (input, force) => {
    expect(recordOf(input)).toMatchObject({ input, kind: 'council', force, forces: [force], ask: null });
  });

  test.each([
    ['ynys mon constituency', 'north-wales'],
    ['Birmingham Ladywood', 'west-midlands'],
    ['city of durham', 'durham'],
    ['Preston constituency', 'lancashire'],
  ])('%s is a constituency of %s', (input, force) => {
    expect(recordOf(input)).toMatchObject({ kind: 'constituency', force });
  });

  test('a constituency that two forces share is asked about and keeps its region where they have the same one', () => {
    const record = recordOf('cities of london & westminster');
    expect(record).toMatchObject({ kind: 'constituency', force: null, region: 'london' });
    expect(record.forces).toEqual(['metropolitan', 'city-of-london']);
    expect(recordOf('Montgomeryshire and Glyndwr').forces).toEqual(['dyfed-powys', 'north-wales']);
  });

  test('a name that two councils of different forces share is asked about', () => {
    const decision = placeArea('Newcastle', directory);
    expect(decision).toMatchObject({ kind: 'ambiguous', forces: ['staffordshire', 'northumbria'] });
    expect(describeArea(decision)).toMatchObject({ kind: 'council', force: null });
    expect(describeArea(decision).ask).toMatch(
      /Newcastle-under-Lyme .*Staffordshire Police.*Newcastle upon Tyne/,
    );
  });

  test('London as a whole is not guessed', () => {
    expect(recordOf('Greater London')).toMatchObject({ force: null, region: 'london' });
  });

  test.each([
    ['Manchestr', 'Manchester'],
    ['Birmingam City Council', 'Birmingham'],
    ['Tower Hamlet', 'Tower Hamlets'],
    ['Richmond', 'Richmond Park'],
  ])('%s is not guessed but suggested as %s', (input, meant) => {
    const decision = placeArea(input, directory);
    expect(decision.kind).toBe('unknown');
    if (decision.kind !== 'unknown') return;
    expect(decision.suggestions).toContain(meant);
    expect(decision.suggestions.length).toBeLessThanOrEqual(3);
  });
});

describe('every area there is', () => {
  const noisy = (name: string) => `  ${name.toUpperCase().replaceAll(' ', '  ').replaceAll(' AND ', ' & ')} `;

  test('all 361 councils are placed with their force, however they are typed', () => {
    const wrong = councilTable.councils.filter(({ name, force }) =>
      [name, noisy(name), name.toLowerCase(), `${name} Council`].some(
        (typed) => recordOf(typed).force !== force,
      ),
    );
    expect(councilTable.councils).toHaveLength(361);
    expect(wrong).toEqual([]);
  });

  test('all 650 constituencies are placed, except the 20 that two forces share', () => {
    const rows = constituencyTable.constituencies as [string, string, string | [string, number][]][];
    const shared = rows.filter(([, , forces]) => typeof forces !== 'string');
    const wrong = rows.filter(([, name, forces]) =>
      [name, noisy(name), name.normalize('NFD').replace(/\p{M}/gu, '')].some((typed) =>
        typeof forces === 'string'
          ? recordOf(typed).force !== forces
          : recordOf(typed).force !== null || recordOf(typed).ask === null,
      ),
    );
    expect([rows.length, shared.length, wrong]).toEqual([650, 20, []]);
  });

  test('all 2,817 postcode districts are placed, except the 303 that forces share', () => {
    const single = Object.entries(districtTable.single).flatMap(([force, codes]) =>
      codes.split(' ').map((code) => ({ code, force })),
    );
    const split = Object.keys(districtTable.split);
    const forms = (code: string) => [code, code.toLowerCase(), ` ${code} 1aa`, `${code}1AA`];
    expect([single.length, split.length]).toEqual([2514, 303]);
    expect(
      single.filter(({ code, force }) => forms(code).some((typed) => recordOf(typed).force !== force)),
    ).toEqual([]);
    expect(split.filter((code) => forms(code).some((typed) => recordOf(typed).ask === null))).toEqual([]);
  });
});
