const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Whether nine digits are a Norwegian organisation number: the last is the check digit, modulo 11. */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return (11 - (sum % 11)) % 11 === Number(text[8]);
}
