import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { drawnPictures, picturePng } from '#lib/server/picture-png.ts';

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#ffffff"/>${inner}</svg>`;

/** The colours of an opaque PNG without filters, a point of three bytes each. */
function pointsOf(png: Buffer): Buffer {
  const start = png.indexOf('IDAT') + 4;
  const lines = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const width = png.readUInt32BE(16) * 3;
  const rows = Array.from({ length: png.readUInt32BE(20) }, (_, y) =>
    lines.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))
  );
  return Buffer.concat(rows);
}

it('a picture is drawn twice as sharp, in its colours', async () => {
  const { bytes, width, height } = await picturePng(svg('<rect width="20" height="20" fill="#0b5a63"/>'));
  expect([width, height]).toEqual([80, 40]);
  const points = pointsOf(bytes);
  expect([...points.subarray(0, 3)]).toEqual([0x0b, 0x5a, 0x63]);
  expect([...points.subarray(60 * 3, 60 * 3 + 3)]).toEqual([255, 255, 255]);
});

it('letters are drawn with our own typeface, also those of Sámi', async () => {
  const [none, latin, sami] = await Promise.all(
    ['', 'Sør', 'ŋš'].map((text) => picturePng(svg(`<text y="15">${text}</text>`)))
  );
  expect(latin?.bytes.equals(none?.bytes ?? Buffer.alloc(0))).toBe(false);
  expect(sami?.bytes.equals(none?.bytes ?? Buffer.alloc(0))).toBe(false);
});

it('the pictures of a release are drawn once', async () => {
  const pictures = [{ name: 'svar', title: 'Svar', svg: svg('') }];
  expect(await drawnPictures(pictures)).toBe(await drawnPictures(pictures));
});
