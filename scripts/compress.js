import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(js|mjs|css|html|svg|json|txt|xml|csv|wasm|webmanifest|arrow|ico)$/;
/** Bytes: below it a compressed copy saves less than one network packet. */
const tiny = 1024;
/** Bytes: above it the best quality would take a minute a file, for a tenth of its size. */
const large = 4_000_000;

/** @param {Buffer} content */
function toBrotli(content) {
  return promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: content.length > large ? 6 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length
    }
  });
}

/** @param {Buffer} content */
function toGzip(content) {
  return promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });
}

/**
 * Writes `file.br` and, except for WebAssembly, `file.gz` where they are smaller.
 * @param {string} file
 */
async function compressFile(file) {
  const content = await readFile(file);
  /** @type {[string, Promise<Buffer>][]} */
  const copies = [['.br', toBrotli(content)]];
  if (!file.endsWith('.wasm')) copies.push(['.gz', toGzip(content)]);
  for (const [extension, copy] of copies) {
    const compressed = await copy;
    if (compressed.length < content.length) await writeFile(file + extension, compressed);
  }
}

/**
 * Compresses the files of a folder for the static file server; the adapter's own way takes a minute for DuckDB.
 * @param {string} directory
 */
export async function compressDirectory(directory) {
  if (!existsSync(directory)) return;
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => compressible.test(name))
    .map((name) => path.join(directory, name))
    .map((file) => ({ file, size: statSync(file).size }))
    .filter(({ size }) => size >= tiny)
    .sort((a, b) => b.size - a.size);
  await Promise.all(files.map(({ file }) => compressFile(file)));
}
