import { z } from 'zod';
import type { Identity } from '../domain/shared/person.js';
import { CommandFault } from './io.js';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A person as the operator names them: by object id in the own tenant, or by mail address. */
export function identityOf(option: string, text: string, homeTenant: string): Identity {
  const trimmed = text.trim();
  if (guid.test(trimmed)) return { kind: 'entra', tenant: homeTenant, objectId: trimmed };
  const email = z.email().safeParse(trimmed.toLowerCase());
  if (email.success) return { kind: 'email', address: email.data };
  throw new CommandFault(`${option} must be an object id (a GUID) or a mail address, not "${text}".`, 2);
}
