export const dispatch = {
  outbox: {
    title: 'Brev og SMS fra saker',
    lead: 'Her står det demonstrasjonen ville ha sendt siden den startet. Ingenting forlater maskinen.'
  },
  channel: { letter: 'brev', notice: 'melding', sms: 'SMS' },
  state: {
    queued: 'venter på å bli sendt',
    sending: 'blir sendt',
    accepted: 'sendt, ikke framme ennå',
    delivered: 'framme',
    failed: 'kom ikke fram',
    handed_over: 'levert for hånd',
    cancelled: 'trukket tilbake'
  },
  way: { digital: 'digitalt', paper: 'på papir' },
  task: {
    send_on_paper: 'Skriv ut og send i posten, eller lever det for hånd.',
    phone: 'Ring i stedet: meldingen kom ikke fram.',
    look_into: 'Finn ut hos avsendertjenesten om den ble sendt, før du sender på nytt.'
  },
  print: 'Skriv ut',
  handOver: 'Jeg har levert det for hånd',
  cancel: 'Trekk tilbake',
  changed: 'Sendingen er på vei eller allerede endret. Se på sendingen igjen.'
};
