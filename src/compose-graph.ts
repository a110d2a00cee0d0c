import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { GraphSettings } from './adapters/graph/settings.js';
import type { GraphIdentity } from './config.js';

/** The Graph adapter's settings from the service's own. */
export function graphSettings(graph: GraphIdentity): GraphSettings {
  const { baseUrl, authority, tenantId, clientId, organisers } = graph;
  return {
    baseUrl,
    authority,
    tenantId,
    clientId,
    credential: credentialOf(graph),
    organiser: (region) =>
      organisers.byRegion[region as keyof typeof organisers.byRegion] ?? organisers.fallback,
  };
}

function credentialOf({ credential }: GraphIdentity): GraphSettings['credential'] {
  if (credential.kind !== 'certificate') return credential;
  const pem = readFileSync(credential.path, 'utf8');
  const thumbprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
  const privateKey =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(pem)?.[0] ?? '';
  return { kind: 'certificate', privateKey, thumbprint };
}
