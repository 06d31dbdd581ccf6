import {
  crossDimensions,
  dimensions,
  measuresOf,
  unknownArea,
  type Analysis,
  type Dimension
} from '#lib/domain/analysis.ts';
import { analysisParameters, brushText, countryWord } from '#lib/domain/analysis-address.ts';
import { indicatorOf, indicators } from '#lib/domain/indicator.ts';
import { divisions, picturesOf } from '#lib/domain/picture.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisScene, Area } from './scene.ts';

/** A list of choices; `chosen` is empty for all or none. */
type Control = { name: string; label: string; chosen: string; options: { value: string; label: string }[] };
export type Controls = {
  choices: Control[];
  filters: Control[];
  rounds: { id: string; label: string; isChosen: boolean }[];
  group: string;
  /** Whether what is chosen is about some municipalities only, or tells them apart by name. */
  isNarrowed: boolean;
  /** What was chosen in a picture, which a new choice keeps; empty when nothing was. */
  brush: string;
};

/** The form of a view: what can be chosen, and what is. */
export function analysisControls(scene: AnalysisScene, analysis: Analysis): Controls {
  const text = messagesIn(scene.language).analysis;
  const { indicator, measure, dimension, columns, filter } = analysis;
  const names = analysisParameters;
  const of = (name: string, label: string, options: readonly Area[], chosen: string | null): Control => ({
    ...{ name, label, chosen: chosen ?? '' },
    options: options.map((option) => ({ value: option.id, label: option.label }))
  });
  const named = (id: Dimension) => ({ id, label: text.dimensions[id] });
  const across = crossDimensions(dimension).map(named);
  const orAll = (areas: readonly Area[]) => [
    { id: '', label: text.all },
    ...areas.filter(({ id }) => id !== unknownArea)
  ];
  const { county, population_class: sizes, organised_under: organised } = scene.areas;
  const counted = indicators.map(({ id, name }) => ({ id, label: name[scene.language] }));
  const measured = measuresOf(indicatorOf(indicator)).map((id) => ({ id, label: text.measures[id] }));
  const { pictures, country } = messagesIn(scene.language);
  const isCountry = analysis.scope === 'country';
  const scopes = [
    { id: '', label: country.scopes.region },
    { id: countryWord, label: country.scopes.country }
  ];
  // The first goes without saying, so that another choice is drawn as makes most sense of it.
  const drawn = picturesOf(analysis).map((id, index) => ({ id: index === 0 ? '' : id, label: pictures.names[id] }));
  const isFirst = picturesOf(analysis)[0] === analysis.picture;
  const borders = divisions.map((id) => ({ id, label: pictures.divisions[id] }));
  return {
    choices: [
      ...(scene.choices.country ? [of(names.scope, country.scope, scopes, isCountry ? countryWord : '')] : []),
      of(names.indicator, text.indicator, counted, indicator),
      of(names.measure, text.measure, measured, measure),
      of(names.dimension, text.dimension, dimensions.map(named), dimension),
      ...(across.length === 0
        ? []
        : [of(names.columns, text.columns, [{ id: '', label: text.noColumns }, ...across], columns)]),
      of(names.picture, pictures.control, drawn, isFirst ? '' : analysis.picture),
      ...(analysis.picture === 'map' ? [of(names.division, pictures.division, borders, analysis.division)] : [])
    ],
    filters: [
      of(names.county, text.county, orAll(county), filter.county),
      of(names.populationClass, text.populationClass, orAll(sizes), filter.populationClass),
      of(names.organisedUnder, text.organisedUnder, orAll(organised), filter.organisedUnder)
    ],
    rounds: scene.rounds.map(({ id, name }) => ({ id, label: name, isChosen: analysis.rounds.includes(id) })),
    group: analysis.group.join(' '),
    isNarrowed:
      analysis.group.length > 0 ||
      Object.values(filter).some((chosen) => chosen !== null) ||
      [dimension, columns].includes('own_group'),
    brush: analysis.brush ? brushText(analysis.brush) : ''
  };
}
