import type { AnswerKey } from './answer-change.ts';

/**
 * What is watched: each statement gives rows of topic and state for the topics it knows in `asked (topic, now)`; a state is
 * a short text that changes whenever what is shown does. All run together, as the system's actor `live`.
 */
export const liveSources: readonly string[] = [
  `select
    asked.topic,
    concat_ws('-',
      (select count(*) || '.' || coalesce(max(sequence), 0) from report where round_id = substr(asked.topic, 7)),
      (
        select count(*) || '.' || coalesce(sum(revision + link_edition), 0)
        from assignment
        where round_id = substr(asked.topic, 7)
      ),
      app_drafts_state(substr(asked.topic, 7)),
      (select count(*) from query_message where round_id = substr(asked.topic, 7)),
      (select extract(epoch from max(at)) from report_review where round_id = substr(asked.topic, 7))
    ) as state
  from asked
  where asked.topic like 'round/%'`,
  `select topic, state
  from app_draft_states((select array_agg(topic) from asked), (select max(now) from asked) - interval '1 minute')`,
  `select
    place.topic,
    concat_ws('-',
      (select count(*) from report where municipality_no = place.municipality_no and round_id = place.round_id),
      (select count(*) from query_message where municipality_no = place.municipality_no and round_id = place.round_id),
      (
        select extract(epoch from max(at))
        from report_review
        where municipality_no = place.municipality_no and round_id = place.round_id
      )
    ) as state
  from (
    select topic, split_part(topic, '/', 2) as round_id, split_part(topic, '/', 3) as municipality_no
    from asked
    where topic like 'answer/%' or topic like 'talk/%'
  ) as place`
];

/** The topic of everything an adviser follows in a round. */
export function roundTopic(roundId: string): string {
  return `round/${roundId}`;
}

/** The topic of a municipality's own answer: its draft, who writes in it, whether it was sent, and what is said of it. */
export function answerTopic({ roundId, municipalityNo }: AnswerKey): string {
  return `answer/${roundId}/${municipalityNo}`;
}

/** The topic of what is said about a municipality's answer: its versions, the questions about it and its review. */
export function talkTopic({ roundId, municipalityNo }: AnswerKey): string {
  return `talk/${roundId}/${municipalityNo}`;
}
