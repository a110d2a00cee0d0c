import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import type { BotIdentity } from '../config.js';

/** The adapter of production mode. Tokens are checked by the guard first and by the SDK again. */
export function productionAdapter(bot: BotIdentity): CloudAdapter {
  const settings: ConfigurationBotFrameworkAuthenticationOptions = {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.kind,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.password ? { MicrosoftAppPassword: bot.password } : {}),
  };
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
}
