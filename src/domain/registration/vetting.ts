import type { Person } from '../shared/person.js';

/** Whether a registration is confirmed `at-once` or waits for a lead of the briefing's region. */
export type Vetting = 'at-once' | 'by-lead';

/**
 * Known invitees, people with a role, and addresses of trusted mail domains (or of a domain below one) are confirmed
 * at once. `addresses` are the ones the person is recognised by; an address that is merely claimed must not be in it.
 */
export function vet(
  person: Pick<Person, 'vetted' | 'roles'>,
  addresses: readonly string[],
  trustedDomains: readonly string[],
): Vetting {
  if (person.vetted || person.roles.length > 0) return 'at-once';
  const trusted = new Set(trustedDomains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')));
  return addresses.some((address) => domainsOf(address).some((domain) => trusted.has(domain)))
    ? 'at-once'
    : 'by-lead';
}

/** `staff.council.example`, `council.example`, `example` for an address there. */
function domainsOf(address: string): readonly string[] {
  const at = address.lastIndexOf('@');
  if (at < 1) return [];
  const labels = address
    .slice(at + 1)
    .trim()
    .toLowerCase()
    .split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
