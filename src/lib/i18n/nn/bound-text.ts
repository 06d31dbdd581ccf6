import type { Messages } from '#lib/i18n/nb.ts';

/** Sentences with figures of a release in them, and what may be the matter with one. */
export const boundText: Messages['boundText'] = {
  units: {
    cases: { one: 'sak', many: 'saker' },
    municipalities: { one: 'kommune', many: 'kommunar' },
    persons: { one: 'person', many: 'personar' },
    promises: { one: 'lovnad', many: 'lovnader' },
    contacts: { one: 'kontakt', many: 'kontaktar' }
  },
  base: (reported, expected) => `${reported} av ${expected} kommunar`,
  between: (low, high) => `mellom ${low} og ${high}`,
  rate: (rate) => `${rate} per 10\u00a0000 innbyggjarar`,
  notShown: { hidden: '[skjerma]', missing: '[manglar]', not_applicable: '[finst ikkje]' },
  editor: {
    link: 'Setningar',
    title: (release) => `Setningar: ${release}`,
    lead: 'Skriv éi setning på kvar linje. Set tala inn frå lista, så følgjer dei dataa. Raude setningar seier noko anna enn tala, og utgivinga kan ikkje sendast til godkjenning med dei.',
    needsGate: 'Køyr personvernkontrollen først. Då ser du kva tal som kan stå i setningane.',
    toRelease: 'Til utgivinga',
    frozen: 'Utgivinga er send til godkjenning. Setningane kan ikkje endrast.',
    fields: { nb: 'Setningar på bokmål', nn: 'Setningar på nynorsk' },
    hint: 'Til dømes: Einingane tok imot {mottekne saker}.',
    save: 'Lagre setningane',
    saved: 'Setningane er lagra.',
    begin: 'Begynn med fem vanlege setningar',
    tooLong: 'Teksten er for lang. Kort han ned til 10 000 teikn.',
    written: { nb: 'Slik blir det på bokmål', nn: 'Slik blir det på nynorsk' },
    empty: 'Ingen setningar enno.',
    right: 'Stemmer',
    uneven: (nb, nn) => `Bokmål har ${nb} setningar og nynorsk ${nn}. Dei må vere like mange.`,
    figures: 'Tal du kan setje inn',
    figure: 'Tal',
    value: 'Verdi',
    forms: 'Vil du ha det på ei anna form, skriv ein strek etter namnet: |tal, |ord, |andel, |grunnlag eller |rate.',
    insert: (name) => `Set inn ${name}`,
    insertShort: 'Set inn'
  },
  weights: { wrong: 'Stemmer ikkje', loose: 'Skrive for hand' },
  problems: {
    unknown_figure: (written) => `Ingen av tala her heiter «${written}». Vel det frå lista over tal.`,
    hidden_figure: (name) => `Talet for ${name} er skjerma og kan ikkje stå i ei setning.`,
    missing_figure: (name) => `Ingen har oppgjeve ${name}. Skriv det med ord.`,
    form_not_there: (name) => `${name} finst ikkje i denne forma. Vel talet på saker eller kommunar i staden.`,
    contradicts: (written, name, value) => `Det står ${written}, men dataa seier ${value} (${name}).`,
    other_subject: (name, claimed) =>
      claimed === null
        ? `Setninga seier noko anna enn talet som står der: ${name}.`
        : `Setninga seier «${claimed}», men talet der er ${name}.`,
    other_unit: (unit, noun) => `Talet tel ${unit}, ikkje ${noun}.`,
    no_estimate: (written) =>
      `Det står ${written} som eit anslag, men ingen har signert eit anslag. Gjer det under «Anslag», eller ta bort talet.`,
    share_without_base: (name) => `Sei kva prosenten er av, til dømes «av dei mottekne sakene» (${name}).`,
    other_base: (written, name, value) =>
      `Talet er ikkje av ${written}. Dei som er spurde eller har svart, er ${value} (${name}).`,
    parts_leave: (rest, whole) =>
      `Svara summerer ikkje til ${whole}: ${rest} har ikkje oppgjeve noko her. Sei det i setninga.`,
    typed: (written, name) =>
      name === null
        ? `${written} er skrive for hand, og følgjer ikkje dataa. Set det inn frå lista om det står der.`
        : `${written} stemmer i dag, men er skrive for hand. Set inn {${name}}, så følgjer det dataa.`
  },
  template: [
    '{kommunar som har svart|tal} av {kommunar i runden} har svart på kartlegginga.',
    'Til saman har dei rådgjevande einingane teke imot {mottekne saker} frå påtalemakta.',
    '{behandla saker} er behandla, altså at personen har møtt eininga minst éin gong.',
    '{saker med person under 18 år} gjeld personar under 18 år, {saker med person under 18 år|andel} av dei mottekne.',
    '{informasjon på nettsida: ja|ord} har informasjon om eininga på nettsida, {informasjon på nettsida: planlagd|ord} har planar om det.'
  ]
};
