import { xmlText } from './xml-text.ts';

/** An element with its text, or those in it; null leaves it out. */
export type XmlElement = readonly [name: string, content: string | readonly (XmlElement | null)[], type?: string];

/** A document of one element, indented; `attributes` belong to the outermost. */
export function xmlDocument([name, content]: XmlElement, attributes: Record<string, string>): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${given.join('')}>\n${inner(content, 1)}</${name}>\n`;
}

function inner(content: XmlElement[1], depth: number): string {
  if (typeof content === 'string') return xmlText(content);
  return content.map((one) => (one ? written(one, depth) : '')).join('');
}

function written([name, content, type]: XmlElement, depth: number): string {
  const indent = '  '.repeat(depth);
  const opened = `${indent}<${name}${type ? ` xsi:type="${xmlText(type)}"` : ''}>`;
  if (typeof content === 'string') return `${opened}${xmlText(content)}</${name}>\n`;
  return `${opened}\n${inner(content, depth + 1)}${indent}</${name}>\n`;
}
