import { topics, type TopicName } from '#lib/ui/analysis/topics.ts';
import { BrowserBench, type BenchData } from './browser-bench.ts';
import { topicScreen, type TopicScreen } from './topic.ts';

/** A topic from the browser's own engine. */
export function openBrowser(data: BenchData, topic: TopicName): Promise<BrowserBench<TopicScreen>> {
  return BrowserBench.open<TopicScreen>(data, async (run, asked) => {
    const screen = topicScreen(asked, (await topics[topic](run, asked)).view(document));
    return { address: screen.address, first: () => screen, whole: null };
  });
}
