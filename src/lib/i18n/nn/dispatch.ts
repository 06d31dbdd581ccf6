export const dispatch = {
  outbox: {
    title: 'Brev og SMS frå sakene',
    lead: 'Her står det demonstrasjonen ville ha sendt sidan ho starta. Ingenting forlèt maskina.'
  },
  channel: { letter: 'brev', notice: 'melding', sms: 'SMS' },
  state: {
    queued: 'ventar på å bli sendt',
    sending: 'blir send no',
    accepted: 'sendt, ikkje framme enno',
    delivered: 'framme',
    failed: 'kom ikkje fram',
    handed_over: 'levert for hand',
    cancelled: 'trekt attende'
  },
  way: { digital: 'digitalt', paper: 'på papir' },
  task: {
    send_on_paper: 'Skriv ut og send i posten, eller lever det for hand.',
    phone: 'Ring i staden: meldinga kom ikkje fram.',
    look_into: 'Finn ut hos avsendartenesta om ho vart send, før du sender på nytt.'
  },
  print: 'Skriv ut',
  handOver: 'Eg har levert det for hand',
  cancel: 'Trekk attende',
  changed: 'Sendinga er på veg eller alt endra. Sjå på sendinga igjen.'
};
