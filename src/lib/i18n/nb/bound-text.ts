/** Sentences with figures of a release in them, and what may be the matter with one. */
export const boundText = {
  units: {
    cases: { one: 'sak', many: 'saker' },
    municipalities: { one: 'kommune', many: 'kommuner' },
    persons: { one: 'person', many: 'personer' },
    promises: { one: 'løfte', many: 'løfter' },
    contacts: { one: 'kontakt', many: 'kontakter' }
  },
  base: (reported: number, expected: number) => `${reported} av ${expected} kommuner`,
  between: (low: string, high: string) => `mellom ${low} og ${high}`,
  rate: (rate: string) => `${rate} per 10\u00a0000 innbyggere`,
  notShown: { hidden: '[skjermet]', missing: '[mangler]', not_applicable: '[finnes ikke]' },
  editor: {
    link: 'Setninger',
    title: (release: string) => `Setninger: ${release}`,
    lead: 'Skriv én setning på hver linje. Sett tallene inn fra listen, så følger de dataene. Røde setninger sier noe annet enn tallene, og utgivelsen kan ikke sendes til godkjenning med dem.',
    needsGate: 'Kjør personvernkontrollen først. Da ser du hvilke tall som kan stå i setningene.',
    toRelease: 'Til utgivelsen',
    frozen: 'Utgivelsen er sendt til godkjenning. Setningene kan ikke endres.',
    fields: { nb: 'Setninger på bokmål', nn: 'Setninger på nynorsk' },
    hint: 'For eksempel: Enhetene mottok {mottatte saker}.',
    save: 'Lagre setningene',
    saved: 'Setningene er lagret.',
    begin: 'Begynn med fem vanlige setninger',
    tooLong: 'Teksten er for lang. Kort den ned til 10 000 tegn.',
    written: { nb: 'Slik blir det på bokmål', nn: 'Slik blir det på nynorsk' },
    empty: 'Ingen setninger ennå.',
    right: 'Stemmer',
    uneven: (nb: number, nn: number) => `Bokmål har ${nb} setninger og nynorsk ${nn}. De må være like mange.`,
    figures: 'Tall du kan sette inn',
    figure: 'Tall',
    value: 'Verdi',
    forms: 'Vil du ha det på en annen form, skriv en strek etter navnet: |tall, |ord, |andel, |grunnlag eller |rate.',
    insert: (name: string) => `Sett inn ${name}`,
    insertShort: 'Sett inn'
  },
  weights: { wrong: 'Stemmer ikke', loose: 'Skrevet for hånd' },
  problems: {
    unknown_figure: (written: string) => `Ingen av tallene her heter «${written}». Velg det fra listen over tall.`,
    hidden_figure: (name: string) => `Tallet for ${name} er skjermet og kan ikke stå i en setning.`,
    missing_figure: (name: string) => `Ingen har oppgitt ${name}. Skriv det med ord.`,
    form_not_there: (name: string) => `${name} finnes ikke i denne formen. Velg antallet i stedet.`,
    contradicts: (written: string, name: string, value: string) =>
      `Det står ${written}, men dataene sier ${value} (${name}).`,
    other_subject: (name: string, claimed: string | null) =>
      claimed === null
        ? `Setningen sier noe annet enn tallet som står i den: ${name}.`
        : `Setningen sier «${claimed}», men tallet i den er ${name}.`,
    other_unit: (unit: string, noun: string) => `Tallet teller ${unit}, ikke ${noun}.`,
    no_estimate: (written: string) =>
      `Det står ${written} som et anslag, men ingen har signert et anslag. Gjør det under «Anslag», eller ta bort tallet.`,
    share_without_base: (name: string) => `Si hva prosenten er av, for eksempel «av de mottatte sakene» (${name}).`,
    other_base: (written: string, name: string, value: string) =>
      `Tallet er ikke av ${written}. De som er spurt eller har svart, er ${value} (${name}).`,
    parts_leave: (rest: string, whole: string) =>
      `Svarene summerer ikke til ${whole}: ${rest} har ikke oppgitt noe her. Si det i setningen.`,
    typed: (written: string, name: string | null) =>
      name === null
        ? `${written} er skrevet for hånd, og følger ikke dataene. Sett det inn fra listen hvis det står der.`
        : `${written} stemmer i dag, men er skrevet for hånd. Sett inn {${name}}, så følger det dataene.`
  },
  template: [
    '{kommuner som har svart|tall} av {kommuner i runden} har svart på kartleggingen.',
    'Til sammen har de rådgivende enhetene mottatt {mottatte saker} fra påtalemyndigheten.',
    '{behandlede saker} er behandlet, altså at personen har møtt enheten minst én gang.',
    '{saker med person under 18 år} gjelder personer under 18 år, {saker med person under 18 år|andel} av de mottatte.',
    '{informasjon på nettsiden: ja|ord} har informasjon om enheten på nettsiden, {informasjon på nettsiden: planlagt|ord} har planer om det.'
  ]
};
