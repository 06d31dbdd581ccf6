import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { poolDb, valueTypes, type Store } from './db.ts';
import { lockDirectory } from './directory-lock.ts';

type SyncFile = (descriptor: number) => void;
type FileNode = { nfd?: number; node: unknown };
type NodeFileSystem = { stream_ops: { fsync?: (file: FileNode) => number }; realPath: (node: unknown) => string };

const durableParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];

/** PGlite in `directory`, locked for this process and synced at each commit; null keeps everything in memory. */
export async function openPglite(directory: string | null, syncFile: SyncFile = fsyncSync): Promise<Store> {
  if (directory === null) return pgliteStore(await PGlite.create());
  mkdirSync(directory, { recursive: true });
  const release = await lockDirectory(directory);
  try {
    const files = await initialisedFiles(directory, syncFile);
    return pgliteStore(await openFiles(files, syncFile), release);
  } catch (cause) {
    await release();
    throw new Error('the store could not be opened: ' + directory, { cause });
  }
}

/** A store on a running PGlite, which it owns from now on. */
export function pgliteStore(engine: PGlite, release: () => Promise<void> = async () => undefined): Store {
  // Never replace the one connection: PGlite's adapter hands the next client the stream of the ended one.
  const owner = new pg.Pool({
    ...createPgConfig(engine),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 30_000,
    types: valueTypes
  } as pg.PoolConfig);
  return { ...poolDb(owner, () => engine.close().finally(release)), owner };
}

class DurableFs extends NodeFS {
  readonly #syncFile: SyncFile;

  constructor(directory: string, syncFile: SyncFile) {
    super(directory);
    this.#syncFile = syncFile;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const addSync = (module: { NODEFS: NodeFileSystem }) => {
      const files = module.NODEFS;
      files.stream_ops.fsync = ({ nfd, node }) => {
        stopOnFailure(() =>
          nfd === undefined ? syncDirectory(files.realPath(node), this.#syncFile) : this.#syncFile(nfd)
        );
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

function openFiles(files: string, syncFile: SyncFile): Promise<PGlite> {
  return PGlite.create({ fs: new DurableFs(files, syncFile), startParams: durableParams });
}

async function initialisedFiles(directory: string, syncFile: SyncFile): Promise<string> {
  const files = join(directory, 'pglite');
  if (existsSync(files)) return files;
  const unfinished = files + '.new';
  rmSync(unfinished, { recursive: true, force: true });
  const engine = await openFiles(unfinished, syncFile);
  await engine.close();
  syncTree(unfinished, syncFile);
  renameSync(unfinished, files);
  syncDirectory(directory, syncFile);
  return files;
}

function syncTree(root: string, syncFile: SyncFile): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) syncDirectory(path, syncFile);
    else syncPath(path, 'r+', syncFile);
  }
  syncDirectory(root, syncFile);
}

function syncDirectory(path: string, syncFile: SyncFile): void {
  if (process.platform !== 'win32') syncPath(path, 'r', syncFile);
}

function syncPath(path: string, flags: string, syncFile: SyncFile): void {
  const descriptor = openSync(path, flags);
  try {
    syncFile(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// After a failed fsync the kernel may have dropped the pages: only a restart, which replays the log, is safe.
function stopOnFailure(sync: () => void): void {
  try {
    sync();
  } catch (cause) {
    setImmediate(() => {
      throw new Error('the store could not be written to disk; stopping', { cause });
    });
    throw cause;
  }
}
