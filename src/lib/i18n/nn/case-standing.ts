import type { Condition } from '#lib/domain/case/case-file.ts';
import type { caseStanding as nb } from '#lib/i18n/nb/case-standing.ts';

const withdrawn: Record<Condition['kind'], string> = {
  attendance: 'Påtalemakta har trekt vilkåret om møte',
  testing: 'Påtalemakta har trekt vilkåret om prøver'
};

export const caseStanding: typeof nb = {
  conditions: 'Vilkår',
  version: (version, day) => `versjon ${version}, ført ${day}`,
  withdrawn,
  held: (reason, name, day) =>
    `Sperra for sletting: ${reason}. ${name} sperra saka ${day}. Ho kan ikkje slettast før sperra er oppheva.`,
  holdDeed: (isHeld) => (isHeld ? 'Opphev sperra for sletting' : 'Sperr for sletting'),
  unhold: 'Saka kan igjen slettast når lagringstida er ute.',
  transferred: (municipality, day) =>
    `Overført til ${municipality} ${day}: personen oppheld seg der. Kommunen ser ikkje denne saka; påtalemakta sender tilvisinga dit.`,
  transferLabel: 'Kommunen der personen oppheld seg',
  transferHint:
    'Kommunen der personen oppheld seg, har ansvaret. Leiaren stadfestar, og påtalemakta får melding om feil kommune.',
  proposed: (what, name, moment) => `Foreslått av ${name} ${moment}: ${what}. Ventar på ein annan.`,
  dated: {
    settings: 'Det eininga har bestemt',
    noSettings: 'Eininga har ikkje bestemt noko. Framlegga over gjeld.',
    from: 'Gjeld frå',
    attendances: 'Møte som krevst',
    retention: 'Månader saka blir lagra',
    attempts: 'Innkallingar før melding',
    agreement: 'Avtale om resultat',
    noAgreement: 'ingen',
    grounds: 'Grunnlag ei tilvising kan ha',
    groundsLead:
      'Grunnlaga følgjer lova og er dei same for alle. Dei er data med datoar, og blir endra utan ny programvare.',
    ground: 'Grunnlag',
    statute: 'Heimel',
    until: 'Gjeld til',
    open: 'inntil vidare'
  }
};
