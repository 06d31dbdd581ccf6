import { formatNumber } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const coverage: Messages['coverage'] = {
  form: {
    gate: 'Ein annan kommune svarer for oss',
    host: 'Vertskommunen som svarer for dykk',
    chooseHost: 'Vel kommune',
    hostNotChosen: 'Vertskommunen er ikkje vald',
    hostMeans:
      'Då sender de ikkje inn eigne tal. De står som «Ikkje svart» til vertskommunen har svart. De kan ombestemme dykk til runden blir frosen.',
    title: 'Svarer de òg for andre kommunar?',
    lead: 'Gjeld dykk som er vertskommune for ei felles eining.',
    own: 'Nei, berre for vår eigen kommune',
    whole: 'Ja, og tala under «Sakene» gjeld alle samla',
    each: 'Ja, og vi gjev eigne tal for kvar kommune',
    covered: 'Kommunane de svarer for i tillegg til dykkar eigen',
    wholeMeans: 'Saker frå desse kommunane skal vere med i tala over.',
    eachMeans: 'Tala over skal berre gjelde dykkar eigen kommune. Skriv tala for dei andre her.',
    search: 'Søk etter kommune',
    searchNone: 'Ingen kommunar i runden passar med søket.',
    expected: 'står i lista frå KORUS',
    none: 'Ingen saker',
    problem: {
      host_required: 'Vel kva kommune som svarer for dykk',
      unknown_host: (value) => `«${value}» er ikkje ein annan kommune i runden. Vel vertskommunen frå lista`,
      kind_required: 'Vel om de svarer for andre kommunar',
      nobody_chosen: 'Vel kva kommunar de svarer for, eller svar at det berre er dykkar eigen',
      unknown_member: (value) => `«${value}» er ikkje ein annan kommune i runden. Ta han bort`,
      none_and_figures: 'Du har både skrive tal og valt «Ingen saker». Ta bort det eine',
      no_figures: 'Skriv tala, eller vel «Ingen saker»',
      of: (municipality, sentence) => `${municipality}: ${sentence}`
    }
  },
  said: {
    label: 'Svarer for andre',
    whole: (list) => `Ja, for ${list}. Tala gjeld alle samla`,
    each: (list) => `Ja, for ${list}, med eigne tal for kvar`,
    nobody: 'Nei, berre for eigen kommune',
    answered_by: (host) => `${host} svarer for oss`,
    not_answered_by: (host) => `${host} svarer ikkje for oss`,
    nothing: 'Har ikkje sagt noko om andre'
  },
  host: {
    names: (host) => `${host} svarer for dykk`,
    namesMeans: 'Dei har svart, og svaret gjeld òg dykk. Då treng de ikkje gjere noko.',
    wrong: 'Er det feil? Svar sjølve i skjemaet under, eller sei frå her. KORUS avgjer kva som gjeld.',
    waits: (host) => `${host} skal svare for dykk`,
    waitsMeans: 'Dei har ikkje svart enno. De står som «Ikkje svart» til det skjer.',
    waitsWrong: 'Er det feil? Svar sjølve i skjemaet under.',
    leaves: (host) => `${host} har ikkje teke med dykk`,
    leavesMeans:
      'Dei har svart, men seier ikkje at svaret gjeld dykk. Ta kontakt med dei, eller svar sjølve i skjemaet under.',
    denied: (host) => `De har sagt frå at ${host} ikkje svarer for dykk`,
    deniedMeans: 'KORUS avgjer kva som gjeld. Svar gjerne sjølve i skjemaet under.',
    bothMeans: 'De har svart sjølve òg. KORUS avgjer kva svar som gjeld.',
    ruledHost: (host) => `KORUS har bestemt at svaret frå ${host} gjeld for dykk`,
    ruledOwn: 'KORUS har bestemt at dykkar eige svar gjeld',
    deny: (host) => `Sei frå at ${host} ikkje svarer for oss`
  },
  mail: {
    subject: (host, municipality) => `Regionspeil: ${host} har svart for ${municipality}`,
    body: (letter) =>
      `Hei\n\n${letter.host} har svart i kartlegginga ${letter.round} og sagt at svaret òg gjeld ${letter.municipality}. Då treng de ikkje gjere noko.\n\nEr det feil? Opne lenka, og svar sjølve eller sei frå. Det kan de gjere til ${letter.until}:\n${letter.link}\n`
  },
  round: {
    conflictsTitle: (count) => `Kven svarer? (${number(count)})`,
    conflictsLead:
      'Her seier to ulike ting. Til du har bestemt deg, gjeld det vertskommunen seier, og tala til kommunen sjølv blir haldne utanfor summane. Ein kommune som berre har sagt nei, står som «Ikkje svart».',
    conflictsStand:
      'Runden er frosen, så dette kan ikkje avgjerast lenger. Det vertskommunen seier, gjeld, og tala til kommunen sjølv er haldne utanfor summane. Ein kommune som berre har sagt nei, står som «Ikkje svart».',
    conflict: {
      answers_itself: (name, hosts) => `${hosts} svarer for ${name}, som òg har svart sjølv.`,
      two_hosts: (name, hosts) => `Fleire svarer for ${name}: ${hosts}. Tala kan vere med fleire gonger.`,
      chain: (name, hosts) =>
        `${name} står under ${hosts}, men ein vertskommune som sjølv er dekt, kan ikkje dekkje andre.`,
      denied: (name, hosts) => `${hosts} svarer for ${name}, som seier at det ikkje stemmer.`,
      other_host: (name, hosts, other) => `${hosts} svarer for ${name}, som viser til ${other}.`,
      not_named: (name, hosts) => `${name} ventar på ${hosts}, som har svart utan å ta han med.`,
      host_silent: (name, hosts) => `${name} viser til ${hosts}, som ikkje har svart enno.`
    },
    says: (name) => `${name} seier`,
    answeredItself: (moment) => `Sende inn eige svar ${moment}`,
    saysNothing: 'Ikkje svart',
    hostHolds: (host) => `Svaret frå ${host} gjeld`,
    ownHolds: (name) => `Svaret frå ${name} sjølv gjeld`,
    hostHoldsMeans: 'Gjeld svaret frå vertskommunen, er kommunen med i det.',
    ownHoldsMeans:
      'Gjeld svaret frå kommunen sjølv, blir tala til vertskommunen rekna som om dei ikkje har han med. Be vertskommunen rette om dei har det.',
    ruledTitle: (count) => `Avgjort (${number(count)})`,
    ruledHost: (name, host, date) => `${name}: svaret frå ${host} gjeld, bestemt ${date}`,
    ruledOwn: (name, date) => `${name}: eige svar gjeld, bestemt ${date}`,
    undo: 'Angre',
    undoFor: (name) => `Angre for ${name}`,
    done: 'Lagra. Summane er rekna ut på nytt.',
    refused: 'Valet passar ikkje lenger med det kommunane seier. Sjå på lista, og vel på nytt.',
    coveredTitle: (count) => `Dekt av vertskommune (${number(count)})`,
    coveredBy: 'Dekt av',
    part: { each: 'eigne tal for kommunen', whole: 'tala gjeld samla' },
    waits: (host) => `ventar på ${host}`,
    declinedTitle: (count) => `Vil ikkje svare (${number(count)})`,
    covers: (list) => `Svarer òg for ${list}.`
  },
  statistics: {
    ofThem: (count) => `av dei ${number(count)} dekt av vertskommune`,
    inHost: 'står i tala til vertskommunen',
    elsewhere: (count) =>
      count === 1
        ? 'Éin kommune er dekt av ein vertskommune i eit anna fylke. Sakene er talde i fylket til vertskommunen.'
        : `${number(count)} kommunar er dekte av vertskommunar i andre fylke. Sakene er talde i fylka til vertskommunane.`
  },
  audit: {
    ruledHost: (host, municipality) => `at svaret frå ${host} gjeld for ${municipality}`,
    ruledOwn: (municipality) => `at eige svar frå ${municipality} gjeld`
  }
};
