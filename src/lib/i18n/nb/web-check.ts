import type { Refusal, Silence } from '#lib/domain/web-check.ts';

const silent: Record<Silence, string> = {
  name: 'Nettadressen finnes ikke.',
  connection: 'Nettstedet svarer ikke.',
  time: 'Nettstedet brukte for lang tid på å svare.'
};
const refused: Record<Refusal, string> = {
  host: 'Adressen er utenfor nettstedene vi sjekker, eller fører dit.',
  port: 'Adressen bruker en port vi ikke sjekker.',
  private: 'Adressen fører til et lukket nett. Innbyggerne når den trolig ikke.',
  robots: 'Nettstedet ber om ikke å bli lest av maskiner.',
  redirects: 'Adressen sender videre for mange ganger.'
};

/** What was found at the address that a municipality has told of. */
export const webCheck = {
  heading: 'Nettsiden',
  named: 'Siden svarer og nevner enheten.',
  unnamed: 'Siden svarer, men nevner verken rådgivende enhet eller russaker.',
  missing: (status: string) => `Siden finnes ikke (nettstedet svarte ${status}).`,
  silent,
  refused,
  checked: (moment: string) => `Sjekket automatisk ${moment}.`
};
