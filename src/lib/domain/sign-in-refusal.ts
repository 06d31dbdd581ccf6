/** Why someone who has been to an identity provider is not let in. The screens have a sentence for each. */
export const signInRefusals = [
  'sign-in-refused',
  'sign-in-cancelled',
  'acr-too-low',
  'no-representation',
  'unknown-organisation',
  'no-access',
  'invitation-unusable',
  'identity-taken',
  'no-attempt',
  'provider-unavailable'
] as const;

export type SignInRefusal = (typeof signInRefusals)[number];

export function isSignInRefusal(code: string): code is SignInRefusal {
  return (signInRefusals as readonly string[]).includes(code);
}
