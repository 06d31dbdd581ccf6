import type { Condition } from '#lib/domain/case/case-file.ts';

const withdrawn: Record<Condition['kind'], string> = {
  attendance: 'Påtalemyndigheten har trukket vilkåret om møter',
  testing: 'Påtalemyndigheten har trukket vilkåret om prøver'
};

/** Where a case stands apart from its next step: its conditions by version, a hold, a transfer, what waits to be confirmed. */
export const caseStanding = {
  conditions: 'Vilkår',
  version: (version: number, day: string) => `versjon ${version}, ført ${day}`,
  withdrawn,
  held: (reason: string, name: string, day: string) =>
    `Sperret for sletting: ${reason}. ${name} sperret saken ${day}. Den kan ikke slettes før sperren er opphevet.`,
  holdDeed: (isHeld: boolean): string => (isHeld ? 'Opphev sperren for sletting' : 'Sperr for sletting'),
  unhold: 'Saken kan igjen slettes når lagringstiden er ute.',
  transferred: (municipality: string, day: string) =>
    `Overført til ${municipality} ${day}: personen oppholder seg der. Kommunen ser ikke denne saken; påtalemyndigheten sender henvisningen dit.`,
  transferLabel: 'Kommunen der personen oppholder seg',
  transferHint:
    'Kommunen der personen oppholder seg, har ansvaret. Lederen bekrefter, og påtalemyndigheten får melding om feil kommune.',
  proposed: (what: string, name: string, moment: string) =>
    `Foreslått av ${name} ${moment}: ${what}. Venter på en annen.`,
  dated: {
    settings: 'Det enheten har bestemt',
    noSettings: 'Enheten har ikke bestemt noe. Forslagene over gjelder.',
    from: 'Gjelder fra',
    attendances: 'Møter som kreves',
    retention: 'Måneder saken lagres',
    attempts: 'Innkallinger før melding',
    agreement: 'Avtale om resultater',
    noAgreement: 'ingen',
    grounds: 'Grunnlag en henvisning kan ha',
    groundsLead:
      'Grunnlagene følger loven og er de samme for alle. De er data med datoer, og endres uten ny programvare.',
    ground: 'Grunnlag',
    statute: 'Hjemmel',
    until: 'Gjelder til',
    open: 'inntil videre'
  }
};
