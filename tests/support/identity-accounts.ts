export type Organisation = { number: string; name: string };
export type Account = { username: string; givenName: string; familyName: string; represents: Organisation[] };

/** A made-up national identity number, which every token of Ansattporten carries. */
export const pid = '17912099997';

export const kristiansand = { number: '820852982', name: 'KRISTIANSAND KOMMUNE' };
export const arendal = { number: '940493021', name: 'ARENDAL KOMMUNE' };
export const organisations = [kristiansand, arendal];

/** People of the identity provider in tests. */
export const accounts: Account[] = [
  { username: 'ragnhild', givenName: 'Ragnhild', familyName: 'Rådgiver', represents: [] },
  { username: 'kari', givenName: 'Kari', familyName: 'Kommune', represents: [kristiansand] },
  { username: 'anders', givenName: 'Anders', familyName: 'Agder', represents: [kristiansand, arendal] },
  { username: 'nora', givenName: 'Nora', familyName: 'Nordmann', represents: [] }
];
