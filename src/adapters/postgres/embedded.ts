import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
        writeFileSync(lock, JSON.stringify({ pid: process.pid, ...door }), { mode: 0o600 });
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
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(lock, JSON.stringify({ pid: process.pid }), { flag: 'wx', mode: 0o600 });
      return;
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'EEXIST') throw cause;
      const owner = ownerOf(folder);
      if (owner || attempt === 2) throw new EngineInUse(owner ?? { pid: 0 });
      rmSync(lock, { force: true }); // its process is gone: it was killed
    }
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
