import { messagesIn } from '#lib/i18n/messages.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Run } from '#lib/stats/analysis-rows.ts';
import type { Statement } from '#lib/stats/cube.ts';
import { responseQuery, responseShape, type AreaChoice } from '#lib/stats/response.ts';
import { checkedRows, type RowShape } from '#lib/stats/row-shape.ts';
import { zeroReferralQuery, zeroReferralShape } from '#lib/stats/zero-referral.ts';
import type { FileCell } from './file-lines.ts';
import { referralView } from './referral.ts';
import { responseView } from './response.ts';
import type { AnalysisInput } from './scene.ts';
import type { TakenAway } from './taken-away.ts';
import { referralLines, responseLines } from './topic-lines.ts';
import type { TopicInput, TopicView } from './topic.ts';

/** How one topic is asked for, shown and taken away; `blank` says what an empty field of its files is. */
type Parts<Row> = {
  query: (choice: AreaChoice) => Statement;
  shape: RowShape<Row>;
  view: (input: TopicInput<Row>, document: Document) => TopicView;
  lines: (input: TopicInput<Row>) => FileCell[][];
  blank: (language: Language) => string;
};
/** A topic with its rows: the body of its page, and what is taken away from it. */
type TopicAnswer = { view: (document: Document) => TopicView; taken: TakenAway };
/** Asks either engine for a topic, with one statement. */
type Topic = (run: Run, asked: Pick<AnalysisInput, 'scene' | 'analysis'>) => Promise<TopicAnswer>;

/** The topics that have a page of their own in the workbench, by its name in the address. */
export const topics = {
  svar: topicOf({
    ...{ query: responseQuery, shape: responseShape, view: responseView, lines: responseLines },
    blank: (language) => messagesIn(language).response.blank
  }),
  'uten-saker': topicOf({
    ...{ query: zeroReferralQuery, shape: zeroReferralShape, view: referralView, lines: referralLines },
    blank: (language) => messagesIn(language).referral.blank
  })
} satisfies Record<string, Topic>;
export type TopicName = keyof typeof topics;

function topicOf<Row>({ query, shape, view, lines, blank }: Parts<Row>): Topic {
  return async (run, { scene, analysis }) => {
    const input = { rows: checkedRows(await run(query(analysis)), shape), scene, analysis };
    return {
      view: (document) => view(input, document),
      taken: {
        language: scene.language,
        shown: (document) => shownOf(view(input, document)),
        lines: () => lines(input),
        blank: blank(scene.language)
      }
    };
  };
}

function shownOf({ svg, ...view }: TopicView): ReturnType<TakenAway['shown']> {
  return { ...view, picture: svg === null ? null : { svg, key: [] } };
}
