import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/**
 * The adapter of local mode: no app id, so the SDK checks no tokens. Only `src/local` may import this; the guard
 * has admitted loopback peers and loopback service addresses alone before the adapter sees anything.
 */
export const loopbackAdapter = (): CloudAdapter =>
  new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
