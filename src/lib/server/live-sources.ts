/**
 * What is watched: each statement gives rows of topic and state for the topics it knows in `asked (topic, now)`; a state is a
 * short text that changes whenever what is shown does. `asked.now` is the time. All run together, as the system's actor `live`.
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
  where asked.topic like 'round/%'`
];

/** The topic of everything an adviser follows in a round. */
export function roundTopic(roundId: string): string {
  return `round/${roundId}`;
}
