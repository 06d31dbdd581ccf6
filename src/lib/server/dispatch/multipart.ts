import { randomUUID } from 'node:crypto';

/** A part of a form: a value without a file name, or a file with one. Names are of our own making. */
export type Part = { name: string; contentType: string; content: Buffer; fileName?: string };

/** A multipart form in the order of its parts, as RFC 7578 writes it. */
export function multipart(parts: readonly Part[]): { body: Buffer; contentType: string } {
  const boundary = `regionspeil-${randomUUID()}`;
  const pieces = parts.flatMap(({ name, contentType, content, fileName }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"` +
        (fileName === undefined ? '' : `; filename="${quoted(fileName)}"`) +
        `\r\nContent-Type: ${contentType}\r\n\r\n`
    ),
    content,
    Buffer.from('\r\n')
  ]);
  const body = Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
