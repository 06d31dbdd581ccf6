/** Statements to begin with, in the order of their names in the texts. */
export const ownExamples = [
  `select place.county_no, sum(value) as saker, sum(reported) as med_tall, sum(expected) as kommuner
from figure
join place using (round_id, municipality_no)
where indicator = 'cases_received'
group by place.county_no
order by place.county_no`,
  `select place.name, figure.status
from figure
join place using (round_id, municipality_no)
where indicator = 'answer_status'
  and category = 'missing'
order by place.municipality_no`,
  `select
  place.centrality,
  round(sum(value) / sum(counted_population) filter (where reported > 0) * 10000, 2) as per_10000,
  sum(reported) as med_tall,
  sum(expected) as kommuner
from figure
join place using (round_id, municipality_no)
where indicator = 'cases_received'
group by place.centrality
order by place.centrality`
];
