import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openEmbedded, type Database } from './database.js';

/** Who holds the embedded engine: its process and where it takes commands. */
export interface Owner {
  readonly pid: number;
  /** Loopback address of the owner's command door, once it is open. */
  readonly door?: string;
  /** What a command must show at that door. */
  readonly key?: string;
}

/** Somebody else has the engine open; two processes never share it, since it would lose data. */
export class EngineInUse extends Error {
  constructor(readonly owner: Owner) {
    super(`the embedded engine is in use by process ${String(owner.pid)}`);
    this.name = 'EngineInUse';
  }
}

export interface EmbeddedEngine extends Database {
  /** Tells other processes where to bring their commands. */
  announce(door: { door: string; key: string }): void;
}

/** Folders open in this process: a lock with our own process number is else left by one that was killed. */
const openHere = new Set<string>();

const LOCK = 'engine.lock';
const FILES = 'engine';

/** Opens the engine under `folder` and locks it; throws `EngineInUse` when another live process has it. */
export async function openEmbeddedEngine(folder: string): Promise<EmbeddedEngine> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, LOCK);
  takeLock(folder, lock);
  openHere.add(folder);
  const unlock = (): void => {
    openHere.delete(folder);
    rmSync(lock, { force: true });
  };
  try {
    const engine = await PGlite.create(join(folder, FILES));
    const database = openEmbedded(engine);
    return {
      ...database,
      announce: (door) => {
        renameSync(writeOwner(lock, { pid: process.pid, ...door }), lock); // never half written: an empty lock would look left behind
      },
      async close() {
        await database.close();
        if (!engine.closed) await engine.close();
        unlock();
      },
    };
  } catch (cause) {
    unlock();
    throw cause;
  }
}

/** Whether an engine has been opened under `folder` before. */
export const hasEngine = (folder: string): boolean => existsSync(join(folder, FILES));

/** The live process that holds the engine under `folder`, if one does. */
export function ownerOf(folder: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(join(folder, LOCK), 'utf8')) as Owner;
    return isAlive(owner.pid, folder) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function takeLock(folder: string, lock: string): void {
  const own = writeOwner(lock, { pid: process.pid });
  try {
    if (linked(own, lock)) return;
    const owner = ownerOf(folder);
    if (owner) throw new EngineInUse(owner);
    takeOver(folder, lock, own); // its process is gone: it was killed
  } finally {
    rmSync(own, { force: true });
  }
}

/** Of several that find a lock left behind, one takes it over; the others find it taken. */
function takeOver(folder: string, lock: string, own: string): void {
  const claim = `${lock}.takeover`;
  if (ageOf(claim) > TAKEOVER_MS) rmSync(claim, { force: true });
  if (!linked(own, claim)) throw new EngineInUse(ownerOf(folder) ?? { pid: 0 });
  try {
    const owner = ownerOf(folder);
    if (owner) throw new EngineInUse(owner);
    rmSync(lock, { force: true });
    if (!linked(own, lock)) throw new EngineInUse(ownerOf(folder) ?? { pid: 0 });
  } finally {
    rmSync(claim, { force: true });
  }
}

/** A take-over lasts a moment; one that is older was itself killed. */
const TAKEOVER_MS = 10_000;

const ageOf = (file: string): number =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);

/** A file of our own that holds the owner, to be put in the lock's place in one step. */
function writeOwner(lock: string, owner: Owner): string {
  const own = `${lock}.${String(process.pid)}`;
  writeFileSync(own, JSON.stringify(owner), { mode: 0o600 });
  return own;
}

function linked(own: string, place: string): boolean {
  try {
    linkSync(own, place);
    return true;
  } catch (cause) {
    if ((cause as { code?: string }).code === 'EEXIST') return false;
    throw cause;
  }
}

function isAlive(pid: number, folder: string): boolean {
  if (pid === process.pid) return openHere.has(folder);
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as { code?: string }).code === 'EPERM';
  }
}
