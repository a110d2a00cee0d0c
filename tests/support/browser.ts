import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

/** A browser for tests, or why there is none. */
export type BrowserOrReason =
  | { readonly kind: 'browser'; readonly executablePath: string; open(): Promise<Browser> }
  | { readonly kind: 'none'; readonly reason: string };

const CACHE = fileURLToPath(new URL('../../.cache/browser', import.meta.url));

/** Without --single-process and the flags that hide faults of origin, which the package would add. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
];

const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

let found: Promise<BrowserOrReason> | undefined;

/**
 * The browser named by BROWSER_PATH; else, on Linux, the one that comes from npm; else an installed Chrome or Edge.
 * A browser that does not start is a reason too.
 */
export function browserOrReason(): Promise<BrowserOrReason> {
  found ??= find();
  return found;
}

async function find(): Promise<BrowserOrReason> {
  const reasons: string[] = [];
  for (const candidate of [named, packaged, installed]) {
    const path = await candidate().catch((error: unknown) => {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
      return undefined;
    });
    if (path === undefined) continue;
    const open = (): Promise<Browser> => launch(path);
    try {
      await (await open()).close();
      return { kind: 'browser', executablePath: path, open };
    } catch (error) {
      reasons.push(
        `${path} does not start: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
  }
  return {
    kind: 'none',
    reason: reasons.join('; ') || 'no Chrome, Edge or Chromium on this machine; set BROWSER_PATH',
  };
}

async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true });
}

const named = (): Promise<string | undefined> => Promise.resolve(process.env['BROWSER_PATH']);

/** Unpacks the browser of the npm package into a folder of our own, with the libraries it needs. */
async function packaged(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  mkdirSync(CACHE, { recursive: true });
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = CACHE;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

const installed = (): Promise<string | undefined> =>
  Promise.resolve(INSTALLED[process.platform]?.find((path) => existsSync(path)));
