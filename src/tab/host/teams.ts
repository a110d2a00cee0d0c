import { app, authentication, meeting, pages } from '@microsoft/teams-js';
import { themeOfTeams, type Host, type ThemeName } from './host.js';
import { within } from './timers.js';

const HOST_PATIENCE = 5_000;

/** Meets the Teams host. Rejects when no host that may frame us answers within five seconds. */
export async function meetTeams(
  onTheme: (theme: ThemeName) => void,
): Promise<{ host: Host; theme: ThemeName }> {
  await within(HOST_PATIENCE, app.initialize());
  const context = await within(HOST_PATIENCE, app.getContext());
  app.registerOnThemeChangeHandler((name) => {
    onTheme(themeOfTeams(name));
  });
  const host: Host = {
    kind: 'teams',
    frame: context.page.frameContext,
    meetingId: context.meeting?.id ?? null,
    subPageId: context.page.subPageId ?? null,
    locale: context.app.locale,
    anonymous: context.user?.licenseType === 'Anonymous',
  };
  return { host, theme: themeOfTeams(context.app.theme) };
}

/** Tells Teams that the first view is shown, so that its own spinner goes. */
export function tellShown(): void {
  void app.notifySuccess();
}

/** A token of the signed-in person for our own server; rejects without consent or sign-in. */
export const teamsToken = (): Promise<string> => authentication.getAuthToken();

/** Opens Teams' own dialog for sharing a link to a part of this tab. */
export function shareLink(subPageId: string, label: string): void {
  pages.shareDeepLink({ subPageId, subPageLabel: label });
}

/** Whether the person may put this app on the meeting stage. */
export function mayShareToStage(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      meeting.getAppContentStageSharingCapabilities((error, result) => {
        resolve(!error && result?.doesAppHaveSharePermission === true);
      });
    } catch {
      resolve(false);
    }
  });
}

/**
 * Shows a page of this app to everyone in the meeting, as a picture of the presenter's own view: nobody else's
 * client calls our server for it, so that it works for people who are not signed in and needs no right of theirs.
 */
export function shareToStage(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      meeting.shareAppContentToStage(
        (error, shared) => {
          resolve(!error && shared === true);
        },
        url,
        { sharingProtocol: meeting.SharingProtocol.ScreenShare },
      );
    } catch {
      resolve(false);
    }
  });
}

export interface TabChoice {
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
}

/** Lets Teams' own Save button set the tab up as `choice()` says at that moment. */
export function offerTab(choice: () => TabChoice): void {
  pages.config.registerOnSaveHandler((save) => {
    const { entityId, name, contentUrl } = choice();
    pages.config
      .setConfig({ entityId, contentUrl, websiteUrl: contentUrl, suggestedDisplayName: name })
      .then(() => {
        save.notifySuccess();
      })
      .catch((error: unknown) => {
        save.notifyFailure(error instanceof Error ? error.message : String(error));
      });
  });
  pages.config.setValidityState(true);
}
