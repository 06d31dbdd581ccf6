/** The terms of the published figures. */
export const licence = {
  name: 'Norsk lisens for offentlige data (NLOD) 2.0',
  href: 'https://data.norge.no/nlod/no/2.0'
} as const;
