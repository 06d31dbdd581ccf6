import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ReleasePicture } from '#lib/domain/release-reading.ts';

/** An opaque picture, twice as sharp as it is drawn; width and height are of its points. */
export type Png = { bytes: Buffer; width: number; height: number };

const scale = 2;
const file = createRequire(import.meta.url);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitsPerColour = 8;
const trueColour = 2;
let ready: Promise<Uint8Array[]> | null = null;
const drawn = new WeakMap<readonly ReleasePicture[], Promise<Map<string, Png>>>();

/** The pictures of a release by their names; drawn once for all files that hold them. */
export function drawnPictures(pictures: readonly ReleasePicture[]): Promise<Map<string, Png>> {
  const made = drawn.get(pictures) ?? drawAll(pictures);
  drawn.set(pictures, made);
  return made;
}

async function drawAll(pictures: readonly ReleasePicture[]): Promise<Map<string, Png>> {
  const made = new Map<string, Png>();
  for (const { name, svg } of pictures) made.set(name, await picturePng(svg));
  return made;
}

/** An SVG of ours as PNG, drawn here with our own typeface; the same picture gives the same bytes. */
export async function picturePng(svg: string): Promise<Png> {
  const fontBuffers = await (ready ??= start());
  const drawer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers, defaultFontFamily: 'Inter' }
  });
  try {
    const { pixels, width, height } = drawer.render();
    return { bytes: opaquePng(pixels, width, height), width, height };
  } finally {
    drawer.free();
  }
}

async function start(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(file.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return ['latin', 'latin-ext'].flatMap((set) =>
    ['400', '600', '700'].map((weight) => {
      return new Uint8Array(readFileSync(file.resolve(`@fontsource/inter/files/inter-${set}-${weight}-normal.woff2`)));
    })
  );
}

/** Without transparency: half the size, and a PDF can take the data as they are. */
function opaquePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const lines = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      lines.set(pixels.subarray(from, from + 3), at);
      at += 3;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitsPerColour, trueColour], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
