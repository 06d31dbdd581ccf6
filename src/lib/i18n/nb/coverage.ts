import type { ConflictCode } from '#lib/domain/coverage-conflict.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** Why it is unclear who answers: a municipality, the hosts it is with, and whom it points to instead. */
const conflict: Record<ConflictCode, (name: string, hosts: string, other: string) => string> = {
  answers_itself: (name: string, hosts: string) => `${hosts} svarer for ${name}, som også har svart selv.`,
  two_hosts: (name: string, hosts: string) => `Flere svarer for ${name}: ${hosts}. Tallene kan være med flere ganger.`,
  chain: (name: string, hosts: string) =>
    `${name} står under ${hosts}, men en vertskommune som selv er dekket, kan ikke dekke andre.`,
  denied: (name: string, hosts: string) => `${hosts} svarer for ${name}, som sier at det ikke stemmer.`,
  other_host: (name: string, hosts: string, other: string) => `${hosts} svarer for ${name}, som viser til ${other}.`,
  not_named: (name: string, hosts: string) => `${name} venter på ${hosts}, som har svart uten å ta den med.`,
  host_silent: (name: string, hosts: string) => `${name} viser til ${hosts}, som ikke har svart ennå.`
};

export const coverage = {
  form: {
    gate: 'En annen kommune svarer for oss',
    host: 'Vertskommunen som svarer for dere',
    chooseHost: 'Velg kommune',
    hostNotChosen: 'Vertskommunen er ikke valgt',
    hostMeans:
      'Da sender dere ikke inn egne tall. Dere står som «Ikke svart» til vertskommunen har svart. Dere kan ombestemme dere til runden fryses.',
    title: 'Svarer dere også for andre kommuner?',
    lead: 'Gjelder dere som er vertskommune for en felles enhet.',
    own: 'Nei, bare for vår egen kommune',
    whole: 'Ja, og tallene under «Sakene» gjelder alle samlet',
    each: 'Ja, og vi gir egne tall for hver kommune',
    covered: 'Kommunene dere svarer for i tillegg til deres egen',
    wholeMeans: 'Saker fra disse kommunene skal være med i tallene over.',
    eachMeans: 'Tallene over skal bare gjelde deres egen kommune. Skriv tallene for de andre her.',
    search: 'Søk etter kommune',
    searchNone: 'Ingen kommuner i runden passer med søket.',
    expected: 'står i listen fra KORUS',
    none: 'Ingen saker',
    problem: {
      host_required: 'Velg hvilken kommune som svarer for dere',
      unknown_host: (value: string) => `«${value}» er ikke en annen kommune i runden. Velg vertskommunen fra listen`,
      kind_required: 'Velg om dere svarer for andre kommuner',
      nobody_chosen: 'Velg hvilke kommuner dere svarer for, eller svar at det bare er deres egen',
      unknown_member: (value: string) => `«${value}» er ikke en annen kommune i runden. Ta den bort`,
      none_and_figures: 'Du har både skrevet tall og valgt «Ingen saker». Ta bort det ene',
      no_figures: 'Skriv tallene, eller velg «Ingen saker»',
      of: (municipality: string, sentence: string) => `${municipality}: ${sentence}`
    }
  },
  said: {
    label: 'Svarer for andre',
    whole: (list: string) => `Ja, for ${list}. Tallene gjelder alle samlet`,
    each: (list: string) => `Ja, for ${list}, med egne tall for hver`,
    nobody: 'Nei, bare for egen kommune',
    answered_by: (host: string) => `${host} svarer for oss`,
    not_answered_by: (host: string) => `${host} svarer ikke for oss`,
    nothing: 'Har ikke sagt noe om andre'
  },
  host: {
    names: (host: string) => `${host} svarer for dere`,
    namesMeans: 'De har svart, og svaret gjelder også dere. Da trenger dere ikke gjøre noe.',
    wrong: 'Er det feil? Svar selv i skjemaet under, eller si fra her. KORUS avgjør hva som gjelder.',
    waits: (host: string) => `${host} skal svare for dere`,
    waitsMeans: 'De har ikke svart ennå. Dere står som «Ikke svart» til det skjer.',
    waitsWrong: 'Er det feil? Svar selv i skjemaet under.',
    leaves: (host: string) => `${host} har ikke tatt med dere`,
    leavesMeans:
      'De har svart, men sier ikke at svaret gjelder dere. Ta kontakt med dem, eller svar selv i skjemaet under.',
    denied: (host: string) => `Dere har sagt fra at ${host} ikke svarer for dere`,
    deniedMeans: 'KORUS avgjør hva som gjelder. Svar gjerne selv i skjemaet under.',
    bothMeans: 'Dere har svart selv også. KORUS avgjør hvilket svar som gjelder.',
    ruledHost: (host: string) => `KORUS har bestemt at svaret fra ${host} gjelder for dere`,
    ruledOwn: 'KORUS har bestemt at deres eget svar gjelder',
    deny: (host: string) => `Si fra at ${host} ikke svarer for oss`
  },
  mail: {
    subject: (host: string, municipality: string) => `Regionspeil: ${host} har svart for ${municipality}`,
    body: (letter: { host: string; municipality: string; round: string; link: string; until: string }) =>
      `Hei\n\n${letter.host} har svart i kartleggingen ${letter.round} og sagt at svaret også gjelder ${letter.municipality}. Da trenger dere ikke gjøre noe.\n\nEr det feil? Åpne lenken, og svar selv eller si fra. Det kan dere gjøre til ${letter.until}:\n${letter.link}\n`
  },
  round: {
    conflictsTitle: (count: number) => `Hvem svarer? (${number(count)})`,
    conflictsLead:
      'Her sier to ulike ting. Til du har bestemt deg, gjelder det vertskommunen sier, og kommunens egne tall holdes utenfor summene. En kommune som bare har sagt nei, står som «Ikke svart».',
    conflictsStand:
      'Runden er frosset, så dette kan ikke avgjøres lenger. Det vertskommunen sier, gjelder, og kommunens egne tall er holdt utenfor summene. En kommune som bare har sagt nei, står som «Ikke svart».',
    conflict,
    says: (name: string) => `${name} sier`,
    answeredItself: (moment: string) => `Sendte inn eget svar ${moment}`,
    saysNothing: 'Ikke svart',
    hostHolds: (host: string) => `Svaret fra ${host} gjelder`,
    ownHolds: (name: string) => `Svaret fra ${name} selv gjelder`,
    hostHoldsMeans: 'Gjelder vertskommunens svar, er kommunen med i det.',
    ownHoldsMeans:
      'Gjelder kommunens eget svar, regnes vertskommunens tall som om de ikke har den med. Be vertskommunen rette hvis de har det.',
    ruledTitle: (count: number) => `Avgjort (${number(count)})`,
    ruledHost: (name: string, host: string, date: string) => `${name}: svaret fra ${host} gjelder, bestemt ${date}`,
    ruledOwn: (name: string, date: string) => `${name}: eget svar gjelder, bestemt ${date}`,
    undo: 'Angre',
    undoFor: (name: string) => `Angre for ${name}`,
    done: 'Lagret. Summene er regnet ut på nytt.',
    refused: 'Valget passer ikke lenger med det kommunene sier. Se på listen, og velg på nytt.',
    coveredTitle: (count: number) => `Dekkes av vertskommune (${number(count)})`,
    coveredBy: 'Dekkes av',
    part: { each: 'egne tall for kommunen', whole: 'tallene gjelder samlet' },
    waits: (host: string) => `venter på ${host}`,
    declinedTitle: (count: number) => `Vil ikke svare (${number(count)})`,
    covers: (list: string) => `Svarer også for ${list}.`
  },
  statistics: {
    ofThem: (count: number) => `av dem ${number(count)} dekket av vertskommune`,
    inHost: 'står i tallene til vertskommunen',
    elsewhere: (count: number) =>
      count === 1
        ? 'Én kommune dekkes av en vertskommune i et annet fylke. Sakene er telt i fylket til vertskommunen.'
        : `${number(count)} kommuner dekkes av vertskommuner i andre fylker. Sakene er telt i fylkene til vertskommunene.`
  },
  audit: {
    ruledHost: (host: string, municipality: string) => `at svaret fra ${host} gjelder for ${municipality}`,
    ruledOwn: (municipality: string) => `at ${municipality} sitt eget svar gjelder`
  }
};
