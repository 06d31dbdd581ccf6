import type { Messages } from '#lib/i18n/nb.ts';

export const colleagues: Messages['colleagues'] = {
  own: 'Du har di eiga lenke til svaret.',
  invite: 'Inviter ein kollega',
  have: (names) => `Desse har òg fått kvar si lenke: ${names}.`,
  title: (municipality) => `Kven fyller ut svaret for ${municipality}?`,
  lead: 'Ein kollega du inviterer, får si eiga lenke til det same svaret, og kan fylle ut og sjekke det.',
  listTitle: 'Kollegaer som har tilgang',
  none: 'Ingen kollegaer er inviterte enno.',
  right: 'Kan sende inn',
  invited: 'Invitert',
  yes: 'Ja',
  no: 'Nei',
  maySend: 'Kollegaen kan sende inn svaret',
  submit: 'Send invitasjonen',
  done: (name, email) => `${name} (${email}) har fått si eiga lenke på e-post.`,
  withdraw: 'Trekk tilbake',
  withdrawn: (name) => `Lenka til ${name} verkar ikkje lenger. Det som er skrive, blir ståande.`,
  signedIn: 'Kommunen har valt at alle som svarer, skal logge inn. Del svaret med kollegaen i staden.',
  share: 'Del svaret',
  check: 'Sjekk svaret',
  whole: 'Alt er fylt ut. Svaret er lagra og kan sendast inn.',
  readyTitle: 'Ferdig?',
  notSending: 'Det du skriv, blir lagra. Den som inviterte deg, sender inn svaret.'
};
