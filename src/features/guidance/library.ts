import type { ContactLine } from '../../domain/guidance/contacts.js';
import type { Resource } from '../../domain/guidance/resource.js';
import lineTable from './library/lines.json' with { type: 'json' };
import resourceTable from './library/resources.json' with { type: 'json' };

/** Every resource, those that are never shown among them. */
export const RESOURCES = resourceTable.resources as readonly Resource[];

/** Every line to call, the one for emergencies first. */
export const LINES = lineTable.lines as readonly ContactLine[];
