import { altinnSmsCarrier } from './altinn-sms.ts';
import type { Carriers } from './carrier.ts';
import { gatewaySmsCarrier } from './gateway-sms.ts';
import { Maskinporten } from './maskinporten.ts';
import type { DispatchSettings } from './settings.ts';
import { Svarinn } from './svarinn.ts';
import { svarutCarrier } from './svarut.ts';

/** Who brings what, by the settings; nobody when nothing is set. `send` reaches the hosts that are named only. */
export function carriersOf(settings: DispatchSettings, send: typeof fetch, clock: () => Date): Carriers {
  const { SVARUT, SMS } = settings;
  const maskinporten = settings.MASKINPORTEN && new Maskinporten(settings.MASKINPORTEN, send, clock);
  const letters = SVARUT && maskinporten && svarutCarrier(SVARUT, maskinporten, send);
  return {
    ...(letters && { letter: letters, notice: letters }),
    ...(SMS?.kind === 'gateway' && { sms: gatewaySmsCarrier(SMS, send) }),
    ...(SMS?.kind === 'altinn' && maskinporten && { sms: altinnSmsCarrier(SMS, { tokens: maskinporten, send, clock }) })
  };
}

/** Where referrals come in; null when it is not set up. */
export function svarinnOf({ SVARINN }: DispatchSettings, send: typeof fetch): Svarinn | null {
  return SVARINN ? new Svarinn(SVARINN, send) : null;
}
