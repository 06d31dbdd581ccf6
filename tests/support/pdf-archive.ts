/** What keeps a PDF of ours from being PDF/A-2a, by the rules that can be read off the file; empty when nothing does. */
export function archivalFaults(bytes: Uint8Array): string[] {
  const pdf = Buffer.from(bytes).toString('latin1');
  const has = (pattern: RegExp) => pattern.test(pdf);
  const count = (pattern: RegExp) => [...pdf.matchAll(pattern)].length;
  const rules: [string, boolean][] = [
    ['says it is part 2, level A', has(/<pdfaid:part>2</) && has(/<pdfaid:conformance>A</)],
    ['has metadata that is not compressed', has(/\/Type \/Metadata/) && has(/<\?xpacket begin=/)],
    ['has a colour profile of its own', has(/\/S \/GTS_PDFA1/) && has(/\/DestOutputProfile/)],
    ['has an id', has(/\/ID \[/)],
    ['is marked and tagged', has(/\/Marked true/) && has(/\/StructTreeRoot/)],
    ['tells its language', has(/\/Lang \(\w{2}\)/)],
    [
      'has every typeface in it',
      count(/\/FontDescriptor \d+ 0 R/g) === count(/\/FontFile[23] \d+ 0 R/g) && has(/\/FontFile/)
    ],
    ['has letters behind its glyphs', count(/\/Subtype \/Type0/g) === count(/\/ToUnicode \d+ 0 R/g)],
    ['is not encrypted', !has(/\/Encrypt /)],
    ['runs nothing', !has(/\/JavaScript|\/Launch|\/OpenAction/)],
    ['reaches out of itself nowhere', !has(/\/URI |\/EmbeddedFile/)]
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}
