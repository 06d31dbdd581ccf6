/** What a county governor's adviser meets. */
export const counties = {
  lead: (names: string) =>
    `Rundene som kommunene i ${names} er med i. Du kan analysere kommunene dine når ingen lenger kan svare for første gang.`,
  empty: 'Kommunene dine er ikke med i noen runde ennå.',
  caption: 'Rundene til kommunene dine',
  opensOn: (date: string) => `åpner ${date}`,
  analysis: 'Analyse',
  now: 'kan analyseres',
  only: (names: string) =>
    `Tallene gjelder bare kommunene i ${names}. Andre fylker er ikke med, heller ikke i «I alt».`,
  hosts:
    'Når en vertskommune i et annet fylke svarer for en kommune, står tallene hos vertskommunen og er ikke med her.',
  own: (names: string) => `Bare kommunene i ${names} er dine egne.`,
  othersPublished: 'Av de andre ser du det som er publisert.',
  othersUnpublished: (region: string, names: string) =>
    `De andre kommunene i ${region} er ikke med, for runden er ikke publisert. Tallet for ${region} gjelder bare kommunene i ${names}.`,
  partly: (region: string, counties: string) => `${region} (bare ${counties})`,
  correctable: 'kan fortsatt rettes',
  correctableUntil: (date: string) => `Kommunene kan rette svarene til ${date}. Tallene kan endre seg til da.`
};
