/** An element of a document that was read: its name, attributes, text, and the elements in it. */
export type XmlNode = { name: string; attributes: Record<string, string>; text: string; children: XmlNode[] };

const piece = /<\?xml [^?]*\?>|<\/([\w:.-]+)>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const references: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads a document strictly, and throws where it is not well-formed: for what we write ourselves, which has no comments. */
export function xmlTree(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  piece.lastIndex = 0;
  while (piece.lastIndex < xml.length) {
    const at = piece.lastIndex;
    const found = piece.exec(xml);
    if (!found) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`);
    const [, closed, opened, attributes = '', isEmpty, text] = found;
    const inside = open.at(-1) as XmlNode;
    if (text !== undefined) inside.text += decoded(text);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`closed what was not open: ${closed}`);
    if (opened === undefined) continue;
    const node = { name: opened, attributes: attributesOf(attributes), text: '', children: [] };
    inside.children.push(node);
    if (isEmpty !== '/') open.push(node);
  }
  const [document] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !document || root.text.trim() !== '') {
    throw new Error('not one element that is closed');
  }
  return document;
}

/** Every element of a name, wherever it is. */
export function elementsOf(node: XmlNode, name: string): XmlNode[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((one) => elementsOf(one, name))];
}

/** The text of the first element of a name. */
export function textOf(node: XmlNode, name: string): string | null {
  return elementsOf(node, name)[0]?.text ?? null;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)])
  );
}

function decoded(text: string): string {
  const left = text.replaceAll(/&(\w+);/g, (whole, name: string) => {
    const letter = references[name];
    if (letter === undefined) throw new Error('an unknown reference: ' + whole);
    return letter.replace('&', '\u0000');
  });
  if (left.includes('&')) throw new Error('a bare & in ' + text);
  return left.replaceAll('\u0000', '&');
}
