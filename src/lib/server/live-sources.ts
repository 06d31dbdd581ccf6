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
      app_drafts_state(substr(asked.topic, 7))
    ) as state
  from asked
  where asked.topic like 'round/%'`,
  `select topic, state
  from app_draft_states((select array_agg(topic) from asked), (select max(now) from asked) - interval '1 minute')`,
  `select asked.topic, count(report.version)::text
  from asked
  join report
    on report.municipality_no = split_part(asked.topic, '/', 3) and report.round_id = split_part(asked.topic, '/', 2)
  where asked.topic like 'answer/%'
  group by asked.topic`
];

/** The topic of everything an adviser follows in a round. */
export function roundTopic(roundId: string): string {
  return `round/${roundId}`;
}

/** The topic of a municipality's own answer: its draft, who writes in it, and whether it was sent. */
export function answerTopic({ roundId, municipalityNo }: AnswerKey): string {
  return `answer/${roundId}/${municipalityNo}`;
}
