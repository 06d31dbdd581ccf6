const minutesKept = 10;

/**
 * The cookies of a sign-in at a provider, for as long as an attempt holds: which attempt is this browser's, and why it was
 * not let in. Lax, since the provider sends the browser back from its own site.
 */
export function signInCookies({ protocol }: URL) {
  const secure = protocol === 'https:';
  const prefix = secure ? '__Host-' : '';
  return {
    attempt: `${prefix}sign-in`,
    refusal: `${prefix}sign-in-refusal`,
    options: { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: minutesKept * 60 }
  } as const;
}
