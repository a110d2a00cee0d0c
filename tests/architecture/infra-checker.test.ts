import { parseBicep, resourceFaults, resourceTypes, syntaxFaults } from '../support/infra/bicep.js';
import { moduleFaults, undeclaredNames } from '../support/infra/modules.js';

const types = resourceTypes();
const plan = (body: string): string => `resource plan 'Microsoft.Web/serverfarms@2024-11-01' = ${body}\n`;
const faults = async (source: string): Promise<readonly string[]> =>
  resourceFaults(await parseBicep(source), types);

describe('the check of the infrastructure finds planted faults', () => {
  test('a missing brace', async () => {
    expect(syntaxFaults(await parseBicep(plan("{ name: 'a'")))).not.toEqual([]);
  });

  test('a property that the type does not have', async () => {
    expect(await faults(plan("{ name: 'a', location: 'uksouth', properties: { reservedd: true } }"))).toEqual(
      ['line 1: plan.properties has no property reservedd'],
    );
  });

  test('a property that is needed and not given', async () => {
    expect(await faults(plan("{ name: 'a' }"))).toEqual(['line 1: plan needs location']);
  });

  test('a property that Azure alone may set', async () => {
    const source = plan("{ name: 'a', location: 'uksouth', properties: { numberOfSites: 1 } }");
    expect(await faults(source)).toEqual(['line 1: plan.properties has no property numberOfSites']);
  });

  test('a word that is not allowed, also behind a variable', async () => {
    const source = [
      "var level = { level: 'Forever' }",
      "resource lock 'Microsoft.Authorization/locks@2020-05-01' = {",
      "  name: 'lock'",
      '  properties: level',
      '}',
      '',
    ].join('\n');
    expect((await faults(source)).join()).toContain("lock.properties.level cannot be 'Forever'");
  });

  test('a wrong property inside a list inside a loop', async () => {
    const source = [
      "resource zone 'Microsoft.Network/virtualNetworks@2024-07-01' = [for name in ['a']: {",
      '  name: name',
      "  location: 'uksouth'",
      "  properties: { subnets: [{ name: 'app', properties: { adressPrefix: '10.0.0.0/24' } }] }",
      '}]',
      '',
    ].join('\n');
    expect(await faults(source)).toEqual([
      'line 4: zone.properties.subnets.properties has no property adressPrefix',
    ]);
  });

  test('a type or version whose properties nobody has looked up', async () => {
    expect(
      (await faults("resource a 'Microsoft.Web/serverfarms@2099-01-01' = { name: 'a' }\n")).join(),
    ).toContain('no property names are known');
  });

  test('a name that is not declared', async () => {
    expect(undeclaredNames(await parseBicep('param size int\nvar double = sizze\n'))).toEqual([
      'line 2: sizze is not declared',
    ]);
  });

  test('a module that is called wrongly, and an output that does not exist', async () => {
    const module = {
      path: 'modules/a.bicep',
      root: await parseBicep("param size int\noutput id string = 'x'\n"),
    };
    const main =
      "module a 'modules/a.bicep' = { name: 'a', params: { sizze: 1 } }\noutput x string = a.outputs.idd\n";
    expect(moduleFaults({ path: 'main.bicep', root: await parseBicep(main) }, [module])).toEqual([
      'module a is not given size',
      'module a takes no sizze',
      'a has no output idd',
    ]);
  });
});
